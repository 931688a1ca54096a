"""Mail: owed in the transaction of the change that it tells of, then sent, once."""
