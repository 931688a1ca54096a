"""Who may do what to what: role × object × TLP × action, tried through the real addresses."""
