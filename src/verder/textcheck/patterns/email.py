"""E-mail addresses, also when they are spelled out to mislead machines.

Source: the form of an address in RFC 5322, narrowed to what people use.
"""

import re
from collections.abc import Iterator

from verder.textcheck.labels import Label, Level
from verder.textcheck.patterns.span import Span
from verder.textcheck.patterns.words import words

_NAME = r"(?P<box>[\w+%'-]+(?:\.[\w+%'-]+)*)"
_OPEN, _CLOSE = r"[\[({<]\s?", r"\s?[\])}>]"
_AT = rf"(?:@|\s@\s|\s?{_OPEN}(?:at|apen?staart(?:je)?|@){_CLOSE}\s?|\s(?:at|apen?staart(?:je)?)\s)"
_DOT = rf"(?:\.|\s\.\s|\s?{_OPEN}(?:dot|punt|\.){_CLOSE}\s?|\s(?:dot|punt)\s)"
_ADDRESS = re.compile(rf"(?<![\w.]){_NAME}{_AT}[\w-]+(?:{_DOT}[\w-]+)*{_DOT}[^\W\d_]{{2,18}}\b(?!\.\w)", re.IGNORECASE)
_SPACED_NAME = re.compile(r"(?:\w+ (?:dot|punt) )+$", re.IGNORECASE)
_SHARED_BOXES = words(
    "info contact post secretariaat receptie balie meldpunt meldingen loket klantenservice"
    " communicatie redactie administratie algemeen bureau privacy fg avg klachten noreply"
    " no-reply helpdesk servicedesk support postbus informatie"
)


def find_emails(text: str) -> Iterator[Span]:
    """Yield every e-mail address; the shared box of an organisation asks for a look."""
    for match in _ADDRESS.finditer(text):
        spelled_name = _SPACED_NAME.search(text, max(0, match.start() - 60), match.start())
        start = spelled_name.start() if spelled_name else match.start()
        shared = match["box"].casefold() in _SHARED_BOXES
        yield Span(start, match.end(), Label.EMAIL, Level.LOOK if shared else Level.STOP)
