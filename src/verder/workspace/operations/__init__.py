"""All writes of this room; who acts and when is always said by keyword."""
