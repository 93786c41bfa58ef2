"""What the marks and spaces of a draft are like: pairs, widths, runs, gaps, ends of paragraphs."""
