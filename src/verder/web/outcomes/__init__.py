"""What meetings brought, for anyone to read, to follow by feed and to be told of; and publishing it."""
