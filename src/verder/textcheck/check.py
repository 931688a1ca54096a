"""The one check of a text: every detector once, one finding for each place."""

import re

from verder.textcheck.finding import Finding
from verder.textcheck.labels import Label
from verder.textcheck.patterns.bsn import find_bsns
from verder.textcheck.patterns.email import find_emails
from verder.textcheck.patterns.iban import find_ibans
from verder.textcheck.patterns.phone import find_phones
from verder.textcheck.patterns.plate import find_plates
from verder.textcheck.patterns.postcode import find_postcodes
from verder.textcheck.patterns.span import Span
from verder.textcheck.reading import read
from verder.textcheck.wording import WORDING

# What an earlier detector claims, a later one cannot: the surest come first.
_DETECTORS = (find_ibans, find_emails, find_phones, find_bsns, find_plates, find_postcodes)
_NEVER_ALLOWED = frozenset({Label.BSN, Label.IBAN})


def check(text: str, *, allowed: frozenset[str]) -> list[Finding]:
    """Return every finding in a text, ordered by where it starts.

    `allowed` holds words and phrases that are never a finding, in any case of letters; a bank
    account or citizen service number is one all the same.
    """
    reading = read(text)
    permitted = frozenset(phrase.casefold() for phrase in allowed)
    spans = [span for span in _spans(reading.text) if not _is_allowed(span, reading.text, permitted)]
    return [_finding(span, *reading.written(span.start, span.end)) for span in spans]


def _spans(text: str) -> list[Span]:
    """Return what the detectors point at, the surest first come, ordered by place."""
    claimed: list[Span] = []
    for detector in _DETECTORS:
        for span in detector(text):
            if not any(span.overlaps(other) for other in claimed):
                claimed.append(span)
    return sorted(claimed, key=lambda span: span.start)


def _is_allowed(span: Span, text: str, allowed: frozenset[str]) -> bool:
    """Say whether a span is, or stands within, a phrase that is allowed."""
    if span.label in _NEVER_ALLOWED:
        return False
    surface = text[span.start : span.end].casefold()
    if surface in allowed:
        return True
    return any(_stands_within(span, text, phrase) for phrase in allowed if surface in phrase)


def _stands_within(span: Span, text: str, phrase: str) -> bool:
    """Say whether a span lies inside a place where the phrase is written."""
    whole = re.compile(rf"(?<!\w){re.escape(phrase)}(?!\w)", re.IGNORECASE)
    nearby = whole.finditer(text, max(0, span.start - len(phrase)), span.end + len(phrase))
    return any(place.start() <= span.start and span.end <= place.end() for place in nearby)


def _finding(span: Span, start: int, end: int) -> Finding:
    """Put a span into the words that the writer reads."""
    wording = WORDING[span.label]
    return Finding(start, end, span.label, span.level, wording.why, wording.replacement)
