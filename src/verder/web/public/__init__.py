"""What anyone may read: the home page, the urgent routes and the explanations."""
