"""What a disclosure says, held against the plan it follows. Each module makes one sort of comparison, for one rule."""
