"""Web addresses that lead to somebody's page.

A page of the government or of a national organisation leads to nobody. A bare site asks for a look:
it can be a family's own. The form is that of RFC 3986, narrowed to what people write.
"""

import re
from collections.abc import Iterator

from verder.textcheck.labels import Label, Level
from verder.textcheck.patterns.span import Span

_URL = re.compile(
    r"(?<![\w@.])(?:https?://|www\.)[^\s<>\"]+"
    r"|(?<![\w@./-])(?:[a-z\d-]+\.)+(?:nl|com|org|net|be|de|eu|info|me|tv|co|io|app|shop|site|online"
    r"|example|fr|pl|ro|tr)"
    r"(?:/[^\s<>\"]*|(?![\w@.-]\w|\w))",
    re.IGNORECASE,
)
_TAIL = ".,;:!?)]}'\""
_HOST = re.compile(r"(?:https?://)?(?:www\.)?([^/?#:]+)(.*)", re.IGNORECASE | re.DOTALL)
_PUBLIC = re.compile(
    r"(?:^|\.)(?:overheid|rijksoverheid|politie|rechtspraak|om|hetccv|veiligthuis|ikvermoedhuiselijkgeweld"
    r"|huiselijkgeweld"
    r"|government|tweedekamer|eerstekamer|raadvanstate|cbs|kvk|belastingdienst|duo|uwv|svb|ind|coa|kinderombudsman"
    r"|kinderbescherming|nji|movisie|pharos|comensha|fier|verwey-jonker|wodc|nrm|nationaalrapporteur"
    r"|zorgenveiligheidshuizen"
    r"|riec|liec|vng|ggdghor|rivm|europa|unicef|slachtofferhulp|kindertelefoon|113|juridischloket"
    r"|wikipedia)\.(?:nl|org|eu|com|gov)$"
    r"|(?:^|\.)(?:gemeente[\w-]*|provincie[\w-]*|ggd[\w-]*)\.(?:nl|example)$|overheid\.|gemeente[\w-]*\.",
    re.IGNORECASE,
)


def host_of(address: str) -> str:
    """Return the name of the site that a web address leads to, or "" when it names none."""
    host = _HOST.match(address)
    return host[1] if host else ""


def find_urls(text: str) -> Iterator[Span]:
    """Yield every web address that can lead to a person."""
    for start, written, host in _addresses(text):
        if host is None or _PUBLIC.search(host[1]):
            continue
        leads_on = len(host[2]) > 1
        yield Span(start, start + len(written), Label.URL, Level.STOP if leads_on else Level.LOOK)


def find_public_urls(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a web address stands that leads to nobody: what is in it is no name."""
    for start, written, host in _addresses(text):
        if host is not None and _PUBLIC.search(host[1]):
            yield start, start + len(written)


def _addresses(text: str) -> Iterator[tuple[int, str, re.Match[str] | None]]:
    """Yield where each web address starts, how it is written, and its site and page."""
    for match in _URL.finditer(text):
        written = match[0].rstrip(_TAIL)
        yield match.start(), written, _HOST.match(written)
