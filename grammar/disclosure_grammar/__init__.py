"""The language of a rectification disclosure: reading a draft and parsing it into a tree."""
