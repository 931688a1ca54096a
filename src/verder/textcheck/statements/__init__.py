"""Statements: how careless a sentence is, learned from sentences of our own and told by signs that people can read."""
