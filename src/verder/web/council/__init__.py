"""The Strategic Council: what is on its table, what it took up, and what became of that."""
