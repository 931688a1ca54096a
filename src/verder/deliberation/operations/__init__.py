"""All writes on the way of a dilemma, one operation a step."""
