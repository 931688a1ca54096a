"""The one check of a text: every detector once, one finding for each place and label."""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from verder.textcheck.finding import Finding
from verder.textcheck.labels import Label, Level
from verder.textcheck.language import find_careless
from verder.textcheck.names.find import find_names
from verder.textcheck.names.known import find_known
from verder.textcheck.patterns.address import find_addresses
from verder.textcheck.patterns.birth import find_birth_dates
from verder.textcheck.patterns.bsn import find_bsns
from verder.textcheck.patterns.case import find_cases
from verder.textcheck.patterns.email import find_emails
from verder.textcheck.patterns.handle import find_handles
from verder.textcheck.patterns.iban import find_ibans
from verder.textcheck.patterns.phone import find_phones
from verder.textcheck.patterns.plate import find_plates
from verder.textcheck.patterns.postcode import find_postcodes
from verder.textcheck.patterns.shorthand import find_shorthand
from verder.textcheck.patterns.span import Span
from verder.textcheck.patterns.url import find_public_urls, find_urls, host_of
from verder.textcheck.reading import Reading, read
from verder.textcheck.traits.ethnic import find_ethnicity
from verder.textcheck.traits.origin import find_origin
from verder.textcheck.traits.quasi import find_quasi, find_small_places
from verder.textcheck.wording import WORDING, replacement_of

# What an earlier detector claims, a later one cannot: the surest come first.
_DETECTORS: tuple[Callable[[str], Iterator[Span]], ...] = (
    find_ibans,
    find_emails,
    find_urls,
    find_handles,
    find_phones,
    find_birth_dates,
    find_bsns,
    find_cases,
    find_plates,
    find_postcodes,
    find_addresses,
    find_ethnicity,
    find_origin,
)
_NEVER_ALLOWED = frozenset({Label.BSN, Label.IBAN})


def check(text: str, *, allowed: frozenset[str]) -> list[Finding]:
    """Return every finding in a text, privacy and careful language, ordered by where it starts.

    `allowed` holds words and phrases that are never a finding, in any case of letters; the name of
    a site lets all its pages pass. A bank account or citizen service number is one all the same.
    """
    both = chain(check_privacy(text, allowed=allowed), check_language(text, allowed=allowed))
    return sorted(both, key=lambda finding: finding.start)


def check_privacy(text: str, *, allowed: frozenset[str]) -> list[Finding]:
    """Return where a text makes a person recognisable."""
    reading = read(text)
    permitted = frozenset(phrase.casefold() for phrase in allowed)
    spans = (span for span in _spans(reading.text, permitted) if not _is_allowed(span, reading.text, permitted))
    return [_finding(span, reading) for span in spans]


def check_language(text: str, *, allowed: frozenset[str]) -> list[Finding]:
    """Return where a text generalises, stigmatises, presumes guilt or explains all by culture."""
    reading = read(text)
    permitted = frozenset(phrase.casefold() for phrase in allowed)
    return [
        Finding(*reading.written(one.start, one.end), one.label, Level.LOOK, one.why, one.alternative)
        for one in sorted(find_careless(reading.text), key=lambda one: one.start)
        if reading.text[one.start : one.end].casefold() not in permitted
    ]


def _spans(text: str, permitted: frozenset[str]) -> list[Span]:
    """Return what the detectors point at, the surest first come, ordered by place."""
    claimed: list[Span] = []
    for detector in _DETECTORS:
        claimed += _free(detector(text), claimed)
    small_places = list(find_small_places(text))
    quasi = list(find_quasi(text, small_places))
    masked = [(span.start, span.end) for span in claimed]
    places = (place for place in small_places if any(one.start <= place[0] < one.end for one in quasi))
    for start, end in chain(find_known(text), find_public_urls(text), _places_of(permitted, text), places):
        if not any(start < other[1] and other[0] < end for other in masked):
            masked.append((start, end))
    short = list(find_shorthand(text))
    names = (name for name in find_names(text, masked) if not any(s <= name.start and name.end <= e for s, e in short))
    return sorted([*claimed, *names, *quasi], key=lambda span: span.start)


def _free(spans: Iterable[Span], claimed: list[Span]) -> list[Span]:
    """Return the spans that overlap neither what is claimed nor each other."""
    found: list[Span] = []
    for span in spans:
        if not any(span.overlaps(other) for other in (*claimed, *found)):
            found.append(span)
    return found


def _places_of(phrases: frozenset[str], text: str) -> Iterator[tuple[int, int]]:
    """Yield where one of these phrases is written as a whole."""
    lowered = text.casefold()
    for phrase in phrases:
        if phrase and len(lowered) == len(text) and phrase in lowered:
            for place in re.finditer(rf"(?<!\w){re.escape(phrase)}(?!\w)", lowered):
                yield place.span()


def _is_allowed(span: Span, text: str, permitted: frozenset[str]) -> bool:
    """Say whether a span is, or stands within, a phrase that is allowed."""
    if span.label in _NEVER_ALLOWED:
        return False
    surface = text[span.start : span.end].casefold()
    if surface in permitted or (span.label is Label.URL and host_of(surface) in permitted):
        return True
    around = frozenset(phrase for phrase in permitted if surface in phrase)
    return any(start <= span.start and span.end <= end for start, end in _places_of(around, text))


def _finding(span: Span, reading: Reading) -> Finding:
    """Put a span into the words that the writer reads."""
    start, end = reading.written(span.start, span.end)
    replacement = replacement_of(span, reading.text)
    return Finding(start, end, span.label, span.level, WORDING[span.label].why, replacement)
