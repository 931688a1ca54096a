"""A file that may be stored: it can only be made by reading, cleaning and checking it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import InitVar, dataclass

from verder.files.kinds import FileKind
from verder.files.reading import read
from verder.files.refusal import FileRefused, Reason
from verder.files.scanner import Scan, scan
from verder.textcheck import Dismissal, clear

LONGEST_NAME = 100
_PASSED = object()
_BETWEEN_WORDS = re.compile(r"[\s_]+")
_ENDING = re.compile(r"\.\w{1,5}$")
_BROKEN_OFF = re.compile(r"(?<=[^\W\d_])[-\u2010\u00ad][^\S\n]*\n[^\S\n]*(?=[^\W\d_])")


@dataclass(frozen=True, slots=True, repr=False)
class ReadFile:
    """A file that was cleaned and read, but whose words nobody has judged yet; it is held in memory alone."""

    name: str
    kind: FileKind
    content: bytes
    text: str
    """Its name and everything that could be read in it, for the text check."""
    needs_look: bool
    scan: Scan

    def __repr__(self) -> str:
        """Show the kind and size of the file and nothing of what it says."""
        return f"<ReadFile {self.kind} of {len(self.content)} bytes>"


@dataclass(frozen=True, slots=True, repr=False)
class CheckedFile:
    """A file that passed the check; only `clear_file()` can make one."""

    name: str
    kind: FileKind
    content: bytes
    needs_look: bool
    scan: Scan
    dismissals: tuple[Dismissal, ...]
    passed: InitVar[object]

    def __post_init__(self, passed: object) -> None:
        """Refuse a file that did not come through the check."""
        if passed is not _PASSED:
            message = "a CheckedFile is only made by verder.files.checked.clear_file()"
            raise TypeError(message)

    def __repr__(self) -> str:
        """Show the kind and size of the file and nothing of what it says."""
        return f"<CheckedFile {self.kind} of {len(self.content)} bytes>"


def read_file(name: str, content: bytes, *, most: int, scanner: str) -> ReadFile:
    """Have a file scanned, cleaned and read; nothing of it is stored.

    `most` is its largest size in bytes, `scanner` the address of clamd or empty. Raises FileRefused with the reason.
    """
    if not content:
        raise FileRefused(Reason.EMPTY)
    if len(content) > most:
        raise FileRefused(Reason.TOO_LARGE)
    verdict = scan(content, address=scanner)
    if verdict is Scan.INFECTED:
        raise FileRefused(Reason.INFECTED)
    if verdict is Scan.UNREACHABLE:
        raise FileRefused(Reason.NO_SCAN)
    cleaned = read(content)
    stem = stem_of(name)
    text = f"{stem}\n\n{_with_whole_words(cleaned.text)}"
    return ReadFile(f"{stem}.{cleaned.kind}", cleaned.kind, cleaned.content, text, cleaned.needs_look, verdict)


def clear_file(file: ReadFile, *, allowed: frozenset[str], dismissals: Iterable[Dismissal] = ()) -> CheckedFile:
    """Return a file as checked, with the dismissals that were needed.

    Raises TextNotClear while something in its name or words stops it and is not dismissed with a reason.
    """
    used = clear(file.text, allowed=allowed, dismissals=dismissals).dismissals
    return CheckedFile(file.name, file.kind, file.content, file.needs_look, file.scan, used, _PASSED)


def _with_whole_words(text: str) -> str:
    """Return a text in which no word is broken off at the end of a line; before a capital its hyphen stays."""
    return _BROKEN_OFF.sub(lambda broken: "-" if text[broken.end()].isupper() else "", text)


def stem_of(name: str) -> str:
    """Return a file's name as words, without folders and ending, so that the text check can read it."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    printable = "".join(letter for letter in last if letter.isprintable() and letter not in '<>:"|?*')
    words = _BETWEEN_WORDS.sub(" ", _ENDING.sub("", printable)).strip(" .")
    return words[:LONGEST_NAME].strip(" .") or "bestand"
