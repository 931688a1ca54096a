"""All reads of this room."""
