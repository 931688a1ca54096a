"""Tests of the wiring: logs, health, checks and the environment."""
