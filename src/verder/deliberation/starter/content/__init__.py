"""The words of the starter content: data, in TOML."""
