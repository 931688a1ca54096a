"""A PostgreSQL of our own: finding its programs, making its cluster, starting and stopping it."""
