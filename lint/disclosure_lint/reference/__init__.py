"""What is known of the world: tables of titles, expressions and regulations, with their sources. Read on first use; they judge nothing."""
