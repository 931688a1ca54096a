"""Working groups, in public and for their members."""
