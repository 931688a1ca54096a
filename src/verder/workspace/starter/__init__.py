"""What a group of the example wrote, said and settled in its workspace: an example, and no advice."""
