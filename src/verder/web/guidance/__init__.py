"""Guidance for who may read it, and the desk at which it is written, read by a second person and published."""
