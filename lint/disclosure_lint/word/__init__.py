"""Answers in the Word document itself: comments, and corrections with or without change tracking."""
