"""What the codes of the house are called on screen: rungs, steps, needs, parties and refusals, in plain Dutch."""
