"""Meetings: the list, planning one, its agenda, and closing it."""
