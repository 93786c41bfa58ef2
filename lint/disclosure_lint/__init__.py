"""A linter for drafts in which public bodies disclose what they put right after an inspection."""

__version__ = "0.1.0"
