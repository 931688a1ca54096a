"""Adding files to a form, what their check found, and handing a file out."""
