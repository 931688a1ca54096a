"""Spreading guidance to organisations."""
