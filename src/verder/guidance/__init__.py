"""What professionals can use tomorrow: publications, and later action frameworks and feedback."""
