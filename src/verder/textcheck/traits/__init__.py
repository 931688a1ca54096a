"""What makes one person or family recognisable without a name: ethnicity, or a rare trait in a small place."""
