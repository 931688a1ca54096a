"""Pages, by way of their addresses."""
