"""The way of a dilemma: intake, Platform, working groups, council, and what it leads to."""
