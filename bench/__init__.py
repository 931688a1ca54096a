"""Measurements of their own: they print figures and ratios, and promise nothing."""
