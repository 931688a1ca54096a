"""Putting a dilemma in: one form for anyone, for the signed in, and for the secretariat on behalf of a caller."""
