"""The mailbox of the demo: what everyone would receive, on a page that exists nowhere else."""
