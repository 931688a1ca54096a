"""Who wants to be told of what is published, and telling them: subscriptions by mail, confirmed and easily stopped."""
