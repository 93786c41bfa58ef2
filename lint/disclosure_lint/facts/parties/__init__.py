"""Who speaks, and who signs."""
