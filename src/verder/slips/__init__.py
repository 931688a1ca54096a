"""Words that should not stand here: hidden at once by one person, destroyed by a second, replayed after a restore."""
