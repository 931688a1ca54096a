"""What happened, append-only: who did what to what, with opaque ids and codes, never words."""
