"""The endings of files that hold drafts, by what can be done with them. What a file really is its bytes say (``readers.formats``)."""

from __future__ import annotations

TEXT = (".txt", ".md", ".markdown")
"""Read and corrected as they are."""
WORD = (".docx", ".docm", ".dotx", ".dotm")
"""Read, corrected and commented on; the first is the one that drafts have."""
CONVERTED = (".doc", ".wps", ".wpt", ".odt", ".rtf")
"""Made Word documents of before they are read."""
PAGES = (".html", ".htm")
PDF = (".pdf",)

SOUGHT = (*TEXT, WORD[0], *PAGES)
"""What a folder is searched for: read at once, by this program alone, and mostly drafts. The others are read when they are named."""
BINARY = (*WORD, *CONVERTED, *PDF)
"""Files that are more than their text."""
ALL = (*TEXT, *WORD, *CONVERTED, *PAGES, *PDF)
