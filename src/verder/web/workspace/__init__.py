"""The workspace of a group: its texts, its discussion, what is still to be done, and its papers."""
