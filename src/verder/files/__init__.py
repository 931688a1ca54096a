"""Files that people add: what they are, what stands in them, and their bytes without what their makers left behind.

A file belongs to whoever links to it; it has no address of its own. What parses unknown bytes (`worker`, `cleaning` and
below) knows no Django and no database, and runs in a process of its own with hard limits.
"""
