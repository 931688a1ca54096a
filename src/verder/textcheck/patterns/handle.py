"""Names of accounts, by their sign or by their form beside a word for an account."""

import re
from collections.abc import Iterator

from verder.textcheck.labels import Label
from verder.textcheck.patterns.shorthand import goes_on_as_a_file
from verder.textcheck.patterns.span import Span

_WITH_SIGN = re.compile(r"(?<![\w@.])@ ?(?=[\w.]*[^\W\d])\w[\w.-]{1,38}\w")
_WITH_LINE = re.compile(r"(?<![\w@./-])(?=[\w.]*[^\W\d_])(?=[\w.]*_)[\w.]{4,40}(?![\w@/])", re.ASCII)
_WITH_DIGITS = re.compile(
    r"(?<![\w@./-])(?=[\w.]*\d)[a-zA-Z][a-zA-Z.]{2,28}\d{1,4}[a-zA-Z.]{0,12}(?![\w@/-])", re.ASCII
)
_BARE = re.compile(
    r"(?:insta(?:gram)?|snap(?:chat)?|tik ?tok|telegram|facebook|discord|twitter|gebruikersnaam|username|profielnaam"
    r"|accountnaam|nickname|account|profiel|kanaal|gamertag)(?: ?(?:-?(?:account|naam|profiel|kanaal)))?"
    r"(?: ?(?:is|heet|[:=])| (?:onder|met) de naam)? ?['\"]?(?P<name>[\w.-]{3,30})['\"]?(?!\w)",
    re.IGNORECASE,
)
_ACCOUNT = re.compile(
    r"insta|snap|tik ?tok|telegram|facebook|discord|twitter|whatsapp|gebruik|user|account|profiel|kanaal"
    r"|noemt zich|naam"
    r"|heet|verkoper|marktplaats|vinted|online|volg|chat|game|appt?|filmpje|foto",
    re.IGNORECASE,
)


_ORDINARY = re.compile(r"[A-Z\d]+|(?i:groep|klas|covid|mp|top|week|fase|stap|bijlage|h|v|a|artikel|art)\.?\d+")


def _trimmed(match: re.Match[str], group: int | str = 0) -> Span:
    """Return the span of a match without the full stop that ends a sentence."""
    surface = match[group].rstrip(".-")
    return Span(match.start(group), match.start(group) + len(surface), Label.HANDLE)


def find_handles(text: str) -> Iterator[Span]:
    """Yield every name of an account."""
    for match in _WITH_SIGN.finditer(text):
        yield _trimmed(match)
    for match in _WITH_LINE.finditer(text):
        if not goes_on_as_a_file(text, match.start()):
            yield _trimmed(match)
    for match in _WITH_DIGITS.finditer(text):
        if _ACCOUNT.search(text, max(0, match.start() - 50), match.start()) and not _ORDINARY.fullmatch(match[0]):
            yield _trimmed(match)
    for match in _BARE.finditer(text):
        if re.search(r"[\w][.\d_-]+\w|\d", match["name"]):
            yield _trimmed(match, "name")
