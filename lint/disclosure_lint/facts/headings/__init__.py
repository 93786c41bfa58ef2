"""How a draft numbers its headings and enumerations, and what can be counted in its tree."""
