"""Fixed expressions and terms in the running text of a draft."""
