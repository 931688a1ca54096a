"""Pages around one's own account: coming in, the second step, and what one may change oneself."""
