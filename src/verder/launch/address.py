"""Where the pages are served when nobody says otherwise."""

ADDRESS = "127.0.0.1"
PORT = 8000
WORKERS = 2
