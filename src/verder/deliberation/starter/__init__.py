"""What an installation begins with: the basics that it cannot do without, and the example content of the demo.

The content stands in `content/`, as words and days counted from today; the code plays it through the operations.
"""
