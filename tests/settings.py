"""Settings of the tests: demo mode with a second factor switched on, and nothing that waits."""

import os
import tempfile
from pathlib import Path

os.environ.setdefault("VERDER_DEMO", "yes")
os.environ.setdefault("VERDER_SECOND_FACTOR", "yes")

from verder.config.settings import *  # noqa: F403

DATABASES["default"]["OPTIONS"] = {}  # noqa: F405 -- tests open many threads; a pool would hold their databases
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}  # noqa: F405
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = True  # nothing is collected for tests
ERASURE_JOURNAL = Path(tempfile.mkdtemp(prefix="verder-journal-")) / "erasures.jsonl"
