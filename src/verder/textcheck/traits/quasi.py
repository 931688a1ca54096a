"""A small place together with a rare trait: the two point at one family, though neither does alone.

The small places themselves stand in no list (most hamlets do not), so a place is known by the word
before it; large towns, countries and organisations are left out.
"""

import re
from collections.abc import Iterator, Sequence

from verder.textcheck.labels import Label, Level
from verder.textcheck.names.lists import load_lists
from verder.textcheck.patterns.span import Span
from verder.textcheck.patterns.words import words

_LARGE = words(
    "amsterdam rotterdam utrecht eindhoven groningen tilburg almere breda nijmegen apeldoorn haarlem"
    " arnhem enschede amersfoort"
    " zaanstad zaandam den haag 's-gravenhage hertogenbosch zwolle leiden maastricht dordrecht zoetermeer"
    " delft alkmaar deventer"
    " venlo leeuwarden helmond hilversum roosendaal purmerend schiedam vlaardingen lelystad hoorn gouda"
    " emmen ede oss spijkenisse"
    " nederland marokko turkije polen roemenië bulgarije hongarije syrië suriname duitsland belgië spanje"
    " frankrijk europa"
    " noord zuid oost west brabant limburg zeeland friesland drenthe overijssel gelderland flevoland"
    " holland twente achterhoek"
    " veluwe rijnmond randstad god allah januari februari maart april mei juni juli augustus september"
    " oktober november december"
    " kerst pasen ramadan den de het een die dat deze zijn haar"
)
_PLACE = re.compile(
    r"(?:(?<=\bin )|(?<=\buit )|(?<=\bvan )|(?<=\bte )|(?<=\bbij )|(?<=\bIn )|(?<=\bUit )|(?<=\bBij )"
    r"|(?<=\bdorp )|(?<=\bbuurtschap )"
    r"|(?:^|(?<=[.!?] ))(?=[A-ZÀ-Ž][a-zà-ž]{4,}, waar\b)"
    r"|(?<=\bgehucht )|(?<=\bwijk )|(?<=\beiland )|(?<=\bpolder ))"
    r"(?:(?:'[st]|[Oo]ud|[Nn]ieuw|[Gg]root"
    r"|[Kk]lein|De|Het|Den|Sint)[ -])?"
    r"[A-ZÀ-Ž][a-zà-ž']+(?:-[A-Za-zà-ž]+){0,3}"
)
_SMALL = re.compile(
    r"\b(?:(?:dit|ons|het|een klein|dat) (?:hele )?(?:dorp|dorpje|gehucht|eiland|buurtschap)"
    r"|een (?:dorp|dorpje|gehucht|eiland|buurtschap) (?:van|met|waar)|de (?:hele )?buurtschap|dit straatje)\b",
    re.IGNORECASE,
)
_RARE = re.compile(
    r"\b(?:(?:als |de |het |een van de )?(?:enige|laatste|oudste|jongste|eerste|grootste"
    r"|rijkste)\b(?! (?:keer|tijd|jaren|dag|dagen|week|weken|maand"
    r"|maanden|stap|instantie|vraag|gesprek|uur|optie|reden|manier|die|wat|dat|bijeenkomst|overleg|avond|training|lijn|hulp|opvang|contact|huisbezoek"
    r"|melding|verdieping|klas|jaar|kwartaal|helft|vergadering|zitting|plaats|hulpverlener|woning|verdachte))"
    r"|met (?:één|een|1) (?:arm|been|oog|hand)|(?:blinde|dove|eenarmige|doofstomme|lamme|kreupele|rossige"
    r"|roodharige)\b|drieling\w*|vierling\w*|zesling"
    r"|(?:maar|slechts) (?:één|een|1) (?:\w+ )?(?:gezin|familie|vrouw|man|meisje|jongen|kind|moeder|vader)"
    r"|(?:vier|vijf|zes|zeven) (?:dochters|zonen|zoons|broers|zussen)|(?:zes|zeven) kinderen|tweeling\w*"
    r"|zeldzame \w+|\w+ziekte\b|syndroom|epilepsie|donorhart|donornier|kunstbeen|prothese|geamputeerd\w*"
    r"|gehandicapte \w+"
    r"|weduwe|weduwnaar|verongelukt\w*|verdronk\w*|afgebrand\w*|brand bij (?:hun|haar|zijn)|loterij"
    r"|(?:de|het) (?:krant|nieuws|landelijke nieuws) haalde|op (?:televisie|tv) (?:was|kwam)|gezinsdrama|prins carnaval"
    r"|schutterskoning|oud-(?:voetballer|wethouder|burgemeester|schaatser|wielrenner|politicus)"
    r"|(?:kaasmaker|slope|autoslope|bakke|slage|slijte|smede|kweke|fokke|viskweke)rij|manege|stoeterij|snackbar|cafetaria"
    r"|viskraam|patatkraam|kermisattractie|draaimolen|botsauto's|tuincentrum|dorpscafé|kaasmakerij"
    r"|waar alleen|alleen (?:haar|zijn|hun) familie|voormalige? \w+|oude? (?:raadhuis|pastorie|school|molen"
    r"|kerk|fabriek|station|tramstation|boerderij|klooster|kazerne|gemeentehuis)"
    r"|(?<!spreekuur van de )(?:burgemeester|wethouder|dominee|pastoor|imam|koster|diaken|ouderling|organist|apotheker"
    r"|tandarts|schoolhoofd|leraar|lerares|boswachter|imker|fietsenmaker|palingvisser|huisarts|dierenarts|notaris|schooldirecteur"
    r"|bakker|slager|molenaar|veerman|brugwachter"
    r"|kermisexploitant|circusdirecteur|schaapherder|smid|kastelein|orgelman|marktmeester|dorpsagent"
    r"|glazenwasser|barbier|kroegbaas)\b"
    r"|reuzenrad|papegaai\w*|prijsstier|kampioen\w*|oud-\w+speler|bekend (?:van|als|om)|wereldkampioen"
    r"|(?:acht|negen|tien|elf|twaalf|dertien|veertien) (?:kinderen|zonen|dochters|broers)"
    r"|woonark|woonschip|rolstoel|tatoeage|litteken|albino|dwerg|lilliputter|\d{3} kilo|twee meter lang)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.!?\n]+")
_OF_AN_OFFICE = re.compile(
    r"\b(?:gemeente|provincie|regio|rechtbank|gerechtshof|politie|station|college"
    r"|stichting)(?: van)? $",
    re.IGNORECASE,
)


def find_small_places(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a place stands that is neither a large town nor an ordinary word."""
    lists = load_lists()
    for match in _PLACE.finditer(text):
        name = match[0].lower()
        last = re.split(r"[ -]", name)[-1]
        if name in _LARGE or last in _LARGE or (name in lists.common and name not in lists.places):
            continue
        if not _OF_AN_OFFICE.search(text, max(0, match.start() - 25), match.start()):
            yield match.span()


def find_quasi(text: str, small_places: Sequence[tuple[int, int]]) -> Iterator[Span]:
    """Yield each stretch in which a small place and a rare trait stand together."""
    places = [*small_places, *(match.span() for match in _SMALL.finditer(text))]
    for sentence in _SENTENCE.finditer(text) if places else ():
        inside = [place for place in places if sentence.start() <= place[0] and place[1] <= sentence.end()]
        if inside and (rare := [match.span() for match in _RARE.finditer(text, *sentence.span())]):
            stretches = [*inside, *rare]
            yield Span(min(start for start, _ in stretches), max(end for _, end in stretches), Label.QUASI, Level.LOOK)
