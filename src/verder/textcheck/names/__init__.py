"""Names of persons: a small model that looks at the shape of words and at what stands around them."""
