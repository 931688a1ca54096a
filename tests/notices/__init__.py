"""Tests of subscriptions and of what subscribers are told."""
