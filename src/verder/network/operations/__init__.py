"""All writes of this room, one subject a file; each records its event in the same transaction."""
