"""Tests of starting, watching over, stopping and checking."""
