"""The checks that are exact: each module knows one kind of number or address by its own rule."""
