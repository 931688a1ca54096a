"""Pages for people: each subject a folder with its views and forms; no rules, no queries and no writes of its own."""
