"""Numbers of cases: of court, police, youth care, immigration and municipality.

Source: the published forms of parketnummer (12/123456-24), zaak- en rekestnummer (C/09/123456, FA RK
24-123), proces-verbaal (PL0600-2024012345-1), V-nummer (three, three and four digits). A case of law
that is published (ECLI), a law or a paper of parliament leads to nobody.
"""

import re
from collections.abc import Iterator

from verder.textcheck.labels import Label
from verder.textcheck.patterns.span import Span

_FORMS = re.compile(
    r"(?<![\w/:.-])(?:"
    r"\d{2}[/.-]\d{6}[-./]\d{2}(?!\d)"
    r"|PL ?\d{4}[- ]?\d{4,10}(?:-\d{1,6})?(?:-\d)?"
    r"|C ?/ ?\d{2} ?/ ?\d{5,6}(?: ?/ ?(?:[A-Z]{2} ?){1,2}\d{2}[-/ ]\d{1,5})?"
    r"|(?:FA|JE|KG|HA|EX|ES|FT|HO) ?(?:RK|ZA) ?\d{2}[-/ .]\d{1,5}"
    r"|(?:AWB|ROT|AMS|SGR|UTR|BRE|ARN|LEE|NHO|DEN HAAG|MID) ?\d{2}[-/]\d{2,5}(?: [A-Z]{2,5})?"
    r"|2\d{2}\.\d{3}\.\d{3}/\d{2}"
    r"|[A-Z][A-Za-z]{0,7}[-/. ]?(?:19|20)\d{2}[-/.]\d{3,9}(?:-\d{1,3})?"
    r"|(?:19|20)\d{2}[-/.][A-Z]{1,6}[-/.]?\d{2,9}(?:-\d{1,3})?"
    r"|(?:19|20)\d{2}[-/.]\d{5,10}(?:-\d{1,3})?"
    r"|\d{3}[. ]\d{3}[. ]\d{4}"
    r")(?![\w/])"
)
_NAMED = re.compile(
    r"(?:\b(?:(?:zaak|dossier|parket|rekest|rol|meldings?|casus|cli[eë]nt|registratie|referentie|incident|mutatie"
    r"|beschikkings?|aangifte|proces-?verbaal|pv|bvh|v|ind|cvz|gezins|klant|vreemdelingen|vonnis|kenmerk|ocb|jb|vt"
    r"|persoons|intake|aanmeld(?:ings)?|besluit|bezwaar|klacht|leerling|patiënt|patient)[- ]?(?:nummers?"
    r"|nrs?\b\.?|id\b|code|kenmerk)"
    r"|(?:ons|uw|uw/ons|onder|met)? ?kenmerk|ref\b\.?|onder nummer|onder nr\.?|bvh|mutatie|dossier|pv|skn"
    r"|beschikking|vonnis"
    r"|proces-verbaal|zaak|melding)"
    r"(?:(?! )|[ :=.#()/,-]| is| was| van| onder| nummer| nr| (?:de )?(?:politie|rechtbank|om|ind"
    r"|veilig thuis|gemeente)(?= )){1,8}?)"
    r"(?P<number>(?:[A-Za-z]{1,6}[-/. ]?)?\d[\dA-Za-z]*(?:[-/.]\d*[A-Za-z]{0,4}\d[\dA-Za-z]*| \d{3,}){0,5})(?![\w])",
    re.IGNORECASE,
)
_PUBLIC = re.compile(
    r"(?:ecli|kamerstuk\w*|stb\.?|staatsblad|stcrt\.?|richtlijn|verordening|besluit|pb l?|trb\.?|isbn|kvk|subsidie\w*"
    r"|motie|wetsvoorstel|iso|nen|versie|artikel|art\.?|nummer van de wet)[-\w ,:.#/]{0,14}$",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"(?:0?[1-9]|[12]\d|3[01])[-/.](?:0?[1-9]|1[0-2])[-/.](?:'?\d{2}|(?:19|20)\d{2})|(?:19"
    r"|20)\d{2}(?:[-/](?:19|20)?\d{2})?"
)
_ENOUGH_DIGITS = 4


def find_cases(text: str) -> Iterator[Span]:
    """Yield every number of a case."""
    for match in _FORMS.finditer(text):
        if not _PUBLIC.search(text, max(0, match.start() - 24), match.start()) and not match[0].startswith("ECLI"):
            yield Span(match.start(), match.end(), Label.CASE)
    for match in _NAMED.finditer(text):
        number = match["number"]
        if sum(sign.isdigit() for sign in number) < _ENOUGH_DIGITS or _DATE.fullmatch(number):
            continue
        if not _PUBLIC.search(text, max(0, match.start() - 20), match.start()):
            yield Span(match.start("number"), match.end("number"), Label.CASE)
