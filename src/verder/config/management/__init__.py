"""Commands that need Django and belong to no room in particular."""
