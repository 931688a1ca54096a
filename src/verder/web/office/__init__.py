"""Pages for the office: organisations, people and their seats, bodies, terms, routes, themes and words."""
