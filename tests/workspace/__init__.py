"""The workspace of a group."""
