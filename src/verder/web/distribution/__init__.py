"""Pages that spread guidance to organisations, show how far it came, and let organisations tell that they have it."""
