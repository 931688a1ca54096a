"""All writes of guidance."""
