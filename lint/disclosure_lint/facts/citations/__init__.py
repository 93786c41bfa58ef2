"""Titles of documents in 《》 and document numbers: where they stand, and which names look like one document."""
