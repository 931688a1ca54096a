"""A meeting while it is held: led, shown on the big screen, and recorded; then its lists and its minutes."""
