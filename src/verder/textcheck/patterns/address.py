"""Addresses: a street, a farm, a pitch or a room, with its number.

The endings are those of Dutch street names; where a name has no such ending, a word for living
somewhere, or a postcode or place behind it, has to tell.
"""

import re
from collections.abc import Iterable, Iterator

from verder.textcheck.labels import Label
from verder.textcheck.patterns.span import Span
from verder.textcheck.patterns.words import words

_STRONG = (
    "straat|straatje|str\\.?|laan|laantje|ln\\.?|weg|wegje|plein|pln\\.?|kade|gracht|"
    "singel|dijk|dijkje|steeg|steegje|dreef|plantsoen"
)
_SOFT = (
    "pad|paadje|hof|hofje|park|baan|wal|markt|erf|veld|oord|ring|flat|warande|rade|meent|zoom|tuin|tuinen|dam|haven"
    "|poort|brink|akker|akkers|donk|hoeve|weide|beek|horst|kreek|waard|schans|vest|veste|kwartier|boulevard|allee"
    "|passage|promenade|esplanade|lei|sluis|brug|eiland|polder|hoek|einde|eind|werf|kamp|land|landen|burg|borg|stein"
    "|mate|kolk|vaart|diep|wijk|terp|heuvel|berg|dal|duin|es|zand|heide|bos|bosje|mark|stede|gaarde|boomgaard|laar"
    "|kanaal|kaai|vliet|gaard|zijde|molens|borch|dorp|rand|laer|bosch|hout|wetering|sloot|kwelder|veen|ven|broek"
    "|hoven|goor|driesprong|spui|buurt|kruis|rak|hage|haag|bogerd|wiel|slag|stuk|kant|zicht|rust|gang|put|molen|toren"
)
_NUMBER = (
    r"(?:(?:nr|nummer|huisnummer|no)\.? ?)?(?P<number>\d{1,5})"
    r"(?: ?-? ?(?:bis|hs|huis|rood|zwart|boven|beneden|zw|rd|[IVX]{1,4}|[a-zA-Z]\d{0,2}"
    r"|\d{1,3}(?:-?hoog)?)(?![\w']))?"
    r"(?:[ -](?:bis|hs|zw|rd|[IVX]{1,3}|[A-Za-z])(?![\w'.]))?"
    r"(?:,? (?:kamer|appartement|app\.?|unit|standplaats|plek|woning|verdieping|etage|bus|flat|stacaravan"
    r"|chalet|kavel|toevoeging)"
    r"(?: nr\.?| nummer)? ?\w{1,4}\b)?"
)
_PREFIX = (
    r"(?:(?:(?:[A-ZÀ-Ž][\w'-]*|[1-9]e|'[st]|'[ST])\.? ?(?:(?:van"
    r"|de|der|den|het|'t|ter|ten|en|op|aan|te|in|'s|d'|v\.?d\.?) ){0,3}){0,4})"
)
_STREET = re.compile(
    rf"(?<![\w-])(?P<name>{_PREFIX}(?:[A-ZÀ-Ž][\w'-]*(?:{_STRONG}|{_SOFT})|(?:{_STRONG}|[Ll]aan|[Ww]eg"
    rf"|[Pp]lein|[Pp]ad|[Hh]of|Straat|Dreef|Dijk|Kade|Gracht|Singel|Steeg|Markt|Erf|Brink)"
    rf"|(?:Laan|Weg|Kade|Singel|Plein|Dreef|Dijk|Hof|Park)"
    rf" (?:(?:van|der|aan|naar|op|ten|ter|tot|de|den|het|1\d{{3}}) ?){{1,3}}"
    rf"(?:[A-ZÀ-Ž][\w'-]+ ?){{0,3}}(?<! ))"
    rf"(?:[ -](?:Noord|Oost|Zuid|West|Binnen|Buiten|NZ|ZZ|O\.?Z\.?|W\.?Z\.?|N\.?Z\.?|Z\.?Z\.?|noord|oost"
    rf"|zuid|west|zuidzijde|noordzijde|oostzijde|westzijde))?),? {_NUMBER}(?!\w)"
)
_YEAR_IN_NAME = re.compile(
    rf"(?<![\w-])(?P<name>(?:Plein|Laan|Weg|Straat|Dreef|[A-Z]\w*plein|[A-Z]\w*laan) (?:van )?"
    rf"(?:1[789]\d{{2}}|20\d{{2}})),? {_NUMBER}(?!\w)"
)
_SMALL_STREET = re.compile(
    rf"(?<![\w-])(?P<name>(?:(?:burg|dr|prof|mr|st|van|de|den|der|oude|nieuwe|lange|korte|grote|kleine|het"
    rf"|'t)\.? ){{0,3}}"
    rf"[a-zà-ž]{{3,}}(?:{_STRONG})),? {_NUMBER}(?!\w)"
)
_PITCH = re.compile(
    r"(?<![\w-])(?P<name>(?:[A-ZÀ-Ž][\w'-]+[ ,]{1,2}){0,4}(?:[Ss]tand|[Ss]taan|[Ll]ig)plaats|[Ww]oonwagen|[Kk]avel"
    r"|[Cc]halet|[Ss]tacaravan|[Cc]amping(?: [A-ZÀ-Ž][\w'-]*){1,3},? (?:plek|plaats|nr\.?|nummer)),? (?:nr\.? "
    r"|nummer )?(?P<number>\d{1,4})[a-zA-Z]?(?!\w)"
)
_STAY = (
    r"(?i:(?:vakantie|bungalow|recreatie|caravan|woonwagen|chalet|villa)?park|camping|recreatieterrein"
    r"|(?:jacht)?haven"
    r"|resort|hotel|pension|woonwagenkamp|woonwagenlocatie|woonwagencentrum|minicamping)"
)
_PLACE_TO_STAY = (
    r"(?:[Bb]ungalow|[Hh]uisje|[Cc]halet|[Ss]tacaravan|[Cc]aravan|[Kk]amer|[Pp]lek|[Pp]laats|[Kk]avel|[Vv]eld|[Uu]nit"
    r"|[Ss]teiger|(?:[Ss]tand|[Ss]taan|[Ll]ig)plaats|[Ww]oonwagen)"
)
_IN_A_PARK = re.compile(
    rf"(?<![\w-]){_PLACE_TO_STAY}(?: nr\.?| nummer)? \d{{1,4}}[a-zA-Z]?,? (?:van |op |in |bij |aan )?"
    rf"(?:de |het )?{_STAY} {_PREFIX}[A-ZÀ-Ž][\w'-]+"
    rf"|(?<![\w-]){_STAY} {_PREFIX}[A-ZÀ-Ž][\w'-]+,? (?:(?i:{_PLACE_TO_STAY}|nr\.?|nummer) )?"
    rf"(?:nr\.? |nummer )?\d{{1,4}}[a-zA-Z]?(?!\w)"
)
_NUMBER_FIRST = re.compile(
    r"(?P<name>(?<![\w-])(?:[Hh]uisnummer|[Nn]ummer|[Nn]r\.?|[Pp]lek|[Pp]laats|[Ss]tandplaats|[Kk]avel|[Cc]aravan)) "
    r"(?P<number>\d{1,4})[a-zA-Z]? (?:van|aan|in|op|bij) (?:de |het )?(?:[Cc]amping |[Pp]ark |[Ww]oonwagencentrum )?"
    rf"{_PREFIX}[A-ZÀ-Ž][\w'-]*(?:{_STRONG}|{_SOFT}|\b)(?!\w)"
)
_LIVES = (
    r"(?:\b(?:woont|wonen|woonde|woon|wonend(?:e)?|adres(?:sen)?|verblijft|verblijven|verblijf(?:adres"
    r"|plaats)?|logeert|slaapt"
    r"|ingeschreven|verhuist|verhuisde|verhuisd|huurt|huurde|vinden|huisbezoek|postadres|bezoekadres|opgehaald|gehuisvest|pand|perceel|boerderij|hoeve"
    r"|straat|huis|deur|woonwagen|stacaravan|caravan|chalet|woonboot|woonark|flat|woning)\b"
    r"[^.!?\n\d]{0,24}?(?:(?:\b(?:op|aan|in|bij|naar)(?: de| het| 't)?|:|,|=|\bis) ?)?)"
)
_NAMED_PLACE = (
    r"(?:[A-ZÀ-Ž][\w'-]+(?: (?:van|de|der|den|het|'t|ter|ten|en|op|aan|te|in|'s))*(?: |$)){0,3}[A-ZÀ-Ž][\w'-]+"
)
_AFTER_LIVING_SMALL = re.compile(rf"{_LIVES}(?<![\w-])(?P<name>[a-zà-ž]{{3,}}(?:{_STRONG}|{_SOFT})),? {_NUMBER}(?!\w)")
_WITH_A_LETTER = re.compile(
    rf"\b(?:op|aan|bij|naar|tot|langs|achter|tegenover|van) "
    rf"(?P<name>(?:(?:[Dd]e|[Hh]et|'t|[Oo]p|[Aa]an|[Oo]nder|[Bb]oven) ){{0,2}}"
    rf"{_NAMED_PLACE}) (?P<number>\d{{1,4}})[a-h](?![\w'])"
)
_COUNTED = (
    "Cito|Teletekst|Npo|Radio|Maandag|Dinsdag|Woensdag|Donderdag|Vrijdag|Zaterdag|Zondag|Havo|Vwo|Vmbo|Mavo|Niveau|Schaal"
    "|Code|Trap|Tafel|Afdeling|Unit|Gang|Spoor|Vraag|Nummer|Kanaal|Level|Locatie|Gebouw|Blok|Vleugel|Platform|Agenda"
    "|Agendapunt|Actie|Casus|Dossier|Formule|Model|Poort|Gate|Terminal|Balie|Loket|Poli|Plek|Programma|Pilot|Werkgroep"
    "|Ronde|Sessie|Thema|Spoed|Categorie|Type|Variant|Optie|Scenario|Doel|Richtlijn|Protocol|Kern|Cluster|Ring|Kwartaal"
)
"""What is counted, and no street ("op Perron 5")."""
_ON_A_STREET = re.compile(
    r"\b(?:(?:[Oo]p|[Aa]an) (?=[A-ZÀ-Ž])|(?:[Oo]p|[Aa]an|[Vv]an|[Oo]ver|[Bb]ij|[Nn]aar) (?=(?:de|het|'t) ))"
    r"(?P<name>(?:(?:de|het|'t) )?(?:[A-ZÀ-Ž][a-zà-ž'-]+ ){0,2}"
    rf"(?!(?:{_COUNTED}) )[A-ZÀ-Ž][a-zà-ž'-]{{3,}})"
    r" (?P<number>\d{1,3})(?: ?[a-dA-D])?(?= *(?:[.,;:!?)]|$|\n| en de\b| in [A-Z]| te [A-Z]| woon| staat | zit ))"
)
_IN_A_CAMP = re.compile(
    rf"(?<![\w-])(?:[Ww]agen|[Ww]oonwagen|{_PLACE_TO_STAY})(?: nr\.?| nummer)? \d{{1,3}}[a-z]? "
    rf"(?:op|van|in) (?:het|de|dat) (?:kamp(?:je)?|woonwagenkamp|terrein|park|centrum|locatie) "
    rf"(?:aan|bij|op|in) (?:de |het )?{_PREFIX}[A-ZÀ-Ž][\w'-]+"
)
_AFTER_LIVING = re.compile(rf"{_LIVES}(?<![\w-])(?P<name>{_NAMED_PLACE}),? {_NUMBER}(?!\w)")
_BEFORE_POSTCODE = re.compile(
    rf"(?<![\w-])(?P<name>{_NAMED_PLACE}) {_NUMBER}(?=,? ?(?:[1-9]\d{{3}} ?[A-Z]{{2}}\b|te [A-Z]|(?:in"
    rf"|,) [A-Z][a-zé-]+(?:[.,;]|$)))"
)
_ONES = "een|één|twee|drie|vier|vijf|zes|zeven|acht|negen"
_NUMBER_IN_WORDS = (
    rf"(?:(?:honderd)?(?:(?:{_ONES})[eë]n)?(?:twin|der|veer|vijf|zes|zeven|tach|negen)tig"
    rf"|(?:honderd)?(?:(?:der|veer|vijf|zes|zeven|acht|negen)?tien|elf|twaalf|{_ONES})|honderd)"
)
_IN_WORDS = re.compile(
    rf"(?<![\w-])(?P<name>{_PREFIX}[A-ZÀ-Ž][\w'-]*(?:{_STRONG}|{_SOFT})),? "
    rf"(?:(?:nr\.?|nummer|huisnummer) (?P<number>{_NUMBER_IN_WORDS})(?: [a-d])?(?![\w-])"
    rf"|{_NUMBER_IN_WORDS}(?: [a-d])?(?=[.,;:)!?]|$| (?:in|te|hoog|boven|beneden|achter|staat|woont|wonen|is)\b)"
    r"|(?:ong\.|ongenummerd|z\.n\.|zonder (?:huis)?nummer)(?!\w))"
)
_WAY = rf"{_PREFIX}[A-ZÀ-Ž][\w'-]*(?:{_STRONG}|{_SOFT})"
_HOUSE = r"(?:boerderij|hoeve|huis|huisje|woning|pand|schuur|woonwagen|caravan|stolp|bungalow|flat|villa|erf|woonboot)"
_IN_THE_COUNTRY = re.compile(
    rf"(?<![\w-])(?:(?:laatste|eerste|enige|witte|rode|gele|groene|blauwe|oude|tweede|derde|vierde|houten|grote|kleine"
    rf"|vervallen|afgelegen|leegstaande) )+{_HOUSE} (?:aan|op|in|langs|bij) (?:de |het |'t )?{_WAY}(?!\w)"
    rf"|(?<![\w-]){_WAY},? (?:bij|naast|achter|tegenover|voorbij|na|over) (?:de|het) [\w ]{{3,30}}, "
    rf"(?:in )?(?:het|de|dat|die) (?:[\w]+e )?{_HOUSE}(?!\w)"
)
_NAMED_HOUSE = re.compile(
    r"(?<![\w-])(?:[Bb]oerderij|[Hh]oeve|[Ww]oonboerderij|[Ww]oonboot|[Ww]oonark|[Ww]oonschip|[Hh]uize|[Hh]ofstede|[Ss]tolp)"
    r",? ['‘\"]?(?:(?:De|Het|'t|Nieuw|Oud|Groot|Klein|Ons) )?[A-ZÀ-Ž][\w'-]{2,}"
)
_BY_AN_OFFICE = re.compile(
    r"\b(?:stadhuis|gemeentehuis|rechtbank|gerechtshof|politiebureau|bureau|loket|inloopspreekuur|spreekuur|kantoor"
    r"|hoofdkantoor|vestiging|bibliotheek|buurthuis|wijkcentrum|ziekenhuis|ggd|gemeente|bijeenkomst|training"
    r"|bezoekadres|congres)(?: (?:van|voor) [\w' -]{2,30})?(?: (?:is|zit|staat|ligt|vindt plaats|open))?"
    r"(?: (?:gevestigd|te vinden))?(?: (?:aan|op|in)(?: de| het)?|:)? $",
    re.IGNORECASE,
)
_NO_START = words(
    "Op In Aan Bij Naar Adres Woont Wij Zij Hij Ik Ze We Tussen Ook Nu Toen Langs Uit Vanaf Sinds Er En"
    " Maar Om Voor Na Tot"
    " Onder Boven Achter Dat Die Dit Deze Haar Zijn Hun Mijn Ons Onze Als Of Omdat Moeder Vader Via"
    " Volgens Per Woning Flat Straat Pand Huis Camping Kamer Wonend Postadres Bezoekadres"
)
_UNIT = re.compile(
    r" (?:jaar|jr|km|kilometer|keer|maal|uur|euro|kinderen|mensen|m2|meter|procent|dagen|dag|weken|maanden"
    r"|minuten|personen"
    r"|huizen|bewoners|auto's|meldingen|jongens|meisjes|vrouwen|mannen|gezinnen|woningen|caravans|stuks|x)\b|%| ?€"
)
_NOT_A_STREET = re.compile(
    r"(?:^|[ -])(?:postbus|antwoordnummer|onderweg|snelweg|uitweg|omweg|voorgoed|vandaag|artikel|groep|klas|week"
    r"|fase|stap|bijlage|kamer|lokaal|zaal|paragraaf"
    r"|hoofdstuk|versie|wijkteam|team|bus|lijn|tram|perron|halte|tabel|figuur|punt|deel|boek|motie|kamerstuk|pagina|bladzijde|zorgpad"
    r"|leerweg|overweg"
    r"|onderzoek|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|plein)$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d{2}")
_FAR = 70


def _is_address(match: re.Match[str], text: str) -> bool:
    """Say whether a name with a number is a place to live and not a count, a year or a chapter."""
    if _UNIT.match(text, match.end()) or _UNIT.match(text, match.end("number")):
        return False
    if _YEAR.fullmatch(match["number"]):
        return False
    if _BY_AN_OFFICE.search(text, max(0, match.start() - _FAR), match.start("name")):
        return False
    return not _NOT_A_STREET.search(match["name"].rstrip(" ,"))


def _start(match: re.Match[str]) -> int:
    """Return where the name starts, without a first word that only opens the sentence."""
    start, name = match.start("name"), match["name"]
    while (first := name.split(" ", 1)[0].rstrip(".:,")) in _NO_START and " " in name:
        start += len(name) - len(rest := name.split(" ", 1)[1])
        name = rest
    return start if first not in _NO_START else -1


_WITH_A_NUMBER = (
    _NUMBER_FIRST,
    _PITCH,
    _YEAR_IN_NAME,
    _STREET,
    _AFTER_LIVING,
    _BEFORE_POSTCODE,
    _SMALL_STREET,
    _AFTER_LIVING_SMALL,
    _WITH_A_LETTER,
    _ON_A_STREET,
)
_IN_ONE_OF_MANY = (_IN_A_PARK, _IN_A_CAMP)
_WITHOUT_FIGURES = (_IN_WORDS, _IN_THE_COUNTRY, _NAMED_HOUSE)


def find_addresses(text: str) -> Iterator[Span]:
    """Yield every address, the fullest first."""
    yield from _as_they_stand(_IN_ONE_OF_MANY, text)
    for expression in _WITH_A_NUMBER:
        for match in expression.finditer(text):
            if _is_address(match, text) and (start := _start(match)) >= 0:
                yield Span(start, match.end(), Label.ADDRESS)
    yield from _as_they_stand(_WITHOUT_FIGURES, text)


def _as_they_stand(expressions: Iterable[re.Pattern[str]], text: str) -> Iterator[Span]:
    """Yield what these expressions find, unless it is a count."""
    for expression in expressions:
        for match in expression.finditer(text):
            if not _UNIT.match(text, match.end()):
                yield Span(*match.span(), Label.ADDRESS)
