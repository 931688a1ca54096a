"""Wiring: settings, addresses, logs, health, and what production refuses."""
