"""All reads on the way of a dilemma."""
