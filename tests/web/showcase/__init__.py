"""Every component on two pages, filled with examples, so that a browser can look at them without a database."""
