"""Measure what reading an attachment takes, and that what was planted beside its words is gone.

    uv run python -m bench.attachments

Each file is made by the tests and read as the product reads it: in a process of its own, within bounds. The last column
says how many of the words that were planted as maker, remark or deleted text are left in the cleaned file.
"""

import resource
import time
from collections.abc import Callable

from tests.files import making

from verder.files.reading import read
from verder.files.refusal import FileRefused

PLANTED = (making.MAKER, making.REMARK, making.DELETED)
_PARAGRAPH = "De gemeente en de school spreken elke maand over wat er speelt. " * 40
_PAGES = 60
FILES: dict[str, Callable[[], bytes]] = {
    "PDF, one page": making.pdf,
    f"PDF, {_PAGES} pages of text": lambda: making.plain_pdf(_PARAGRAPH, pages=_PAGES),
    "PDF of a scan": making.scan_pdf,
    "DOCX": making.docx,
    "ODT": making.odt,
    "JPEG, 12 megapixels": lambda: making.jpeg(size=(4000, 3000)),
    "PNG, 12 megapixels": lambda: making.png(size=(4000, 3000)),
    "locked PDF": making.locked_pdf,
    "PDF that unpacks without end": making.bomb_pdf,
    "PNG of 900 megapixels": making.png_bomb,
    "broken PDF": lambda: making.pdf()[:700],
}


def measure(make: Callable[[], bytes]) -> str:
    """Return the seconds that reading takes, and what came of it."""
    content = make()
    started = time.perf_counter()
    try:
        cleaned = read(content)
    except FileRefused as refused:
        return f"{time.perf_counter() - started:5.2f} s  refused: {refused.reason}"
    spent = time.perf_counter() - started
    inside = making.everything_in(cleaned.content)
    left = sum(word.encode() in inside for word in PLANTED)
    looks = ", a person must look" if cleaned.needs_look else ""
    return f"{spent:5.2f} s  {len(cleaned.text):6} characters, {left} of {len(PLANTED)} planted left{looks}"


def main() -> None:
    """Print a line for each file, and the memory that the largest reader took."""
    for name, make in FILES.items():
        print(f"{name:30} {measure(make)}")
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"largest reader: {memory:.0f} MB")


if __name__ == "__main__":
    main()
