"""How much a file may hold, and how much reading it may take."""

from __future__ import annotations

MEGABYTE = 1024 * 1024

MOST_TEXT = 200_000
"""Characters of text in one file; about sixty pages."""
MOST_PAGES = 200
MOST_PIXELS = 50_000_000
"""Of one picture; the largest that telephones make."""

MOST_ENTRIES = 2000
"""Parts in one package (a DOCX or ODT)."""
MOST_UNPACKED = 60 * MEGABYTE
"""All parts of a package together."""
MOST_XML = 20 * MEGABYTE
"""One part of a package that is parsed as XML."""
MOST_RATIO = 200
"""How many times larger than packed a part may be, once it is larger than a megabyte."""
MOST_WRITTEN = 40 * MEGABYTE
"""The cleaned file; a picture may grow when it is written anew."""

MEMORY = 1024 * MEGABYTE
PROCESSOR_SECONDS = 15
SECONDS = 20
"""By the clock, for one file."""
