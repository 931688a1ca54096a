"""The steps of the ladder as forms: what each asks on its page, and the operation that it leads to."""
