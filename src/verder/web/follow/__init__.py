"""The submitter's own page: by receipt code, by a link in a letter, or signed in."""
