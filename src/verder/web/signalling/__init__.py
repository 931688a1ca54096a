"""Signals and insights: sending one, and what became of it."""
