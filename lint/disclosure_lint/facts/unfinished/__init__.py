"""What a disclosure says is not done yet, and which parts of it look ahead."""
