"""Word lists as they are written in this room: words with spaces between them."""


def words(line: str) -> frozenset[str]:
    """Return the set of words in a line."""
    return frozenset(line.split())
