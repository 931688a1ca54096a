"""Making an agenda: filling, arranging, signing and sending it, and the cover note and brief of each item."""
