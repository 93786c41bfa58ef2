"""The measures of a rectification plan, with the limits and owners they have or inherit."""
