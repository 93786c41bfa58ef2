"""Counted numbers, percentages and counted lists."""
