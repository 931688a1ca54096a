"""Spreading published guidance to organisations all over the country, and how far it reaches."""
