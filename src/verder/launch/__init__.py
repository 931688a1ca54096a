"""Everything outside of a request: starting, watching over and stopping the parts, and the one door for checks."""
