"""What the writing itself shows: placeholders, what the web page left, repetitions."""
