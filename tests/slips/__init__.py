"""Words that slipped through."""
