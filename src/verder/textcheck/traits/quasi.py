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
    r"|(?<=\bwoont op )|(?<=\bwonen op )|(?<=\bwoonde op )"
    r"|(?:^|(?<=[.!?] ))(?=[A-ZÀ-Ž][a-zà-ž]{4,}, waar\b)|(?<=\bdorp )|(?<=\bbuurtschap )"
    r"|(?<=\bgehucht )|(?<=\bwijk )|(?<=\beiland )|(?<=\bpolder ))(?:(?:'[st]|[Oo]ud|[Nn]ieuw|[Gg]root"
    r"|[Kk]lein|De|Het|Den|Sint)[ -])?"
    r"[A-ZÀ-Ž][a-zà-ž']+(?:-[A-Za-zà-ž]+){0,3}"
)
_SMALL = re.compile(
    r"\b(?:(?:dit|ons|het|dat) (?:(?:hele|kleine) )?(?:dorp|dorpje|gehucht|eiland|buurtschap)"
    r"|een (?:dorp|dorpje|gehucht|eiland|buurtschap) (?:van|met) [\w.]+ (?:mensen|inwoners|zielen|huizen|gezinnen)"
    r"|een (?:dorp|dorpje|gehucht|eiland|buurtschap) waar"
    r"|de (?:hele )?buurtschap|dit straatje)\b",
    re.IGNORECASE,
)
_SOMEWHERE_SMALL = re.compile(r"\been klein (?:dorp|dorpje|gehucht|eiland|buurtschap)\b", re.IGNORECASE)
_TRADE = (
    r"(?:burgemeester|wethouder|raadslid|dominee|pastoor|imam|koster|diaken|ouderling|organist|huisarts|dierenarts"
    r"|tandarts|apotheker|notaris|schooldirecteur|schoolhoofd|bakker|slager|molenaar|schipper|visser|palingvisser"
    r"|leraar|lerares|veerman|brugwachter|sluiswachter|kermisexploitant|circusdirecteur|schaapherder|imker|smid|kastelein|orgelman"
    r"|marktmeester|dorpsagent|boswachter|glazenwasser|barbier|kapper|kapster|kroegbaas|fietsenmaker|rietdekker"
    r"|voorzitter|dirigent|brandweercommandant|postbode|begrafenisondernemer|doodgraver|campingbaas|kampeerboer"
    r"|manegehouder|wijnboer|kaasmaker)"
)
_PERSON = (
    r"(?:man|vrouw|jongen|meisje|kind|gezin|familie|moeder|vader|weduwe|weduwnaar|stel|echtpaar|leerling|bewoner"
    r"|bewoonster|bewoners|inwoner|inwoners|boer|boerin|ondernemer|winkelier|winkel|zaak)"
)
_KIN = r"(?:vader|moeder|man|vrouw|broer|zus|oom|tante|opa|oma|zoon|dochter|kind|kinderen|gezin|partner|vriend)"
_BUSINESS = (
    r"(?:snackbar|cafetaria|viskraam|patatkraam|frietkraam|dorpscafé|kroeg|manege|stoeterij|kinderboerderij|molen"
    r"|tuincentrum|dorpswinkel|buurtsuper|pension|herberg|jachthaven|minicamping|wijngaard|\w*(?:kwekerij|fokkerij"
    r"|makerij|slagerij|bakkerij|smederij|sloperij|rokerij))"
)
_EVENT = (
    r"(?:keer|tijd|jaren|jaar|dag|dagen|week|weken|maand|maanden|stap|instantie|vraag|gesprek|uur|optie|reden|manier"
    r"|die|wat|dat|bijeenkomst|overleg|avond|training|lijn|hulp|opvang|contact|huisbezoek|melding|verdieping|klas"
    r"|kwartaal|helft|vergadering|zitting|plaats|woning|verdachte|cursus|editie|oplossing|school|steun|plek|groep)"
)
_RARE = re.compile(
    rf"\b(?:(?:als |de |het |een van de )?(?:enige|grootste|rijkste)\b(?! {_EVENT}\b)"
    rf"|(?:eerste|laatste|oudste|jongste) (?:\w+ )?(?:{_TRADE}|{_PERSON})\b|als (?:eerste|laatste)"
    r"|(?:maar|slechts) (?:één|een|1) (?:\w+ )?(?:gezin|familie|vrouw|man|meisje|jongen|kind|moeder|vader)"
    r"|met (?:één|een|1) (?:arm|been|oog|hand)|(?:blinde|dove|eenarmige|doofstomme|lamme|kreupele|rossige"
    r"|roodharige)\b|tweeling\w*|gehandicapte \w+|drieling\w*|vierling\w*|vijfling\w*|zesling\w*|siamese"
    r"|zeldzame \w+|\w+(?<!geestes)ziekte\b|syndroom|epilepsie|donorhart|donornier|kunstbeen|kunstarm|beenprothese"
    r"|geamputeerd\w*|rolstoel|tatoeage|litteken|brandwonden|albino|dwerg|lilliputter|\d{3} kilo|twee meter lang"
    r"|weduwe|weduwnaar|verongelukt\w*|verdronk\w*|afgebrand\w*|na de brand|brand bij|gezinsdrama|jackpot|loterij"
    r"|(?:de krant|het nieuws|het landelijke nieuws|de televisie|de tv) haalde|haalde(?: \w+)? (?:de krant|het"
    r" (?:landelijke )?nieuws)|op (?:televisie|tv) (?:was|kwam|is)|prins carnaval|schutterskoning|carnavalsprins"
    r"|reuzenrad|draaimolen|botsauto's|papegaai\w*|prijsstier|kampioen\w*|olympisch\w*|bekend (?:van|als|om)"
    r"|oud-(?:\w+speler|voetballer|voetbalster|wethouder|burgemeester|schaatser|schaatsster|wielrenner|politicus)"
    rf"|waar alleen|alleen (?:haar|zijn|hun) familie|voormalige? \w+|oude? (?:raadhuis|pastorie|school|molen|kerk"
    r"|fabriek|station|tramstation|boerderij|klooster|kazerne|gemeentehuis|zuivelfabriek|watertoren|brandweerkazerne)"
    r"|(?:acht|negen|tien|elf|twaalf|dertien|veertien) (?:kinderen|zonen|zoons|dochters|broers|zussen)"
    rf"|{_KIN}[^.,;!?\n]{{0,20}}? (?:is|was) (?:er |daar |nu |al jaren )*(?:de |een )?{_TRADE}\b"
    rf"|(?:hij|zij|ze|ik) (?:is|was|ben) (?:er |daar |nu |al jaren )*(?:de |een )?{_TRADE}\b"
    rf"|(?:is|was|ben) (?:hij|zij|ze|ik) (?:er |daar |nu |al jaren )*(?:de |een )?(?:enige )?{_TRADE}\b"
    rf"|{_KIN} van (?:de|een|onze) (?:oud-)?{_TRADE}\b|(?:zes|zeven) kinderen"
    rf"|(?:vier|vijf|zes|zeven) (?:zonen|zoons|dochters|broers|zussen)|woonark|woonschip|woonboot|{_BUSINESS})",
    re.IGNORECASE,
)
_HOLDS_AN_OFFICE = re.compile(rf"\b(?:oud-)?{_TRADE}\b", re.IGNORECASE)
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
    """Yield each stretch in which a small place and a rare trait stand together.

    Who holds an office is only one person in a place that is named; in "ons dorp" it is a part that anyone may play.
    """
    named = [*small_places, *(match.span() for match in _SMALL.finditer(text))]
    unnamed = [match.span() for match in _SOMEWHERE_SMALL.finditer(text)]
    for sentence in _SENTENCE.finditer(text) if named or unnamed else ():
        start, end = sentence.span()
        here = [place for place in named if start <= place[0] and place[1] <= end]
        somewhere = [place for place in unnamed if start <= place[0] and place[1] <= end]
        rare = [match.span() for match in _RARE.finditer(text, start, end)] if here or somewhere else []
        if any(place in small_places for place in here):
            rare += [match.span() for match in _HOLDS_AN_OFFICE.finditer(text, start, end)]
        if rare:
            stretches = [*here, *somewhere, *rare]
            yield Span(
                min(first for first, _ in stretches), max(last for _, last in stretches), Label.QUASI, Level.LOOK
            )
