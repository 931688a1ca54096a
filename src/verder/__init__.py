"""Verder: from a dilemma to an answer. Each folder is a room, and imports go only downward."""
