"""Pages on words that slipped through."""
