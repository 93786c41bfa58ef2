"""Dates, lengths of time and time limits."""
