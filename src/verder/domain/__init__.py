"""The rules themselves: the ladder, TLP and the calendar. Standard library only."""
