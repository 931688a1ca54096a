"""What the model of names sees of each token: its shape, what is known of it, what stands around it."""

from collections.abc import Sequence

from verder.textcheck.names.lists import Lists
from verder.textcheck.names.tokens import MASK, Token
from verder.textcheck.patterns.words import words

_CLASSES = {
    "title": words(
        "dhr mevr mw mevrouw meneer heer dame mr drs dr ir prof ing ds mgr fam familie gezin geachte beste"
        " hoi hallo dag lieve hey hi goedemorgen goedemiddag goedenavond groet groeten groetjes gr mvg aan cc"
        " burgemeester burg sir miss madam juffrouw jonkheer ha hé"
    ),
    "kin": words(
        "vader moeder broer zus zusje broertje zoon dochter oom tante opa oma neef nicht nichtje neefje papa mama"
        " pa ma man vrouw vriend vriendin ex partner schoonmoeder schoonvader schoonzus zwager schoonzoon"
        " schoondochter stiefvader stiefmoeder pleegmoeder pleegvader kleinzoon kleindochter grootmoeder"
        " grootvader buurman buurvrouw baby kind kinderen jongen meisje tweeling broers zussen zusjes kids"
        " achterneef achternicht schoonbroer verloofde bruid bruidegom halfbroer halfzus peuter kleuter ome"
    ),
    "role": words(
        "collega wijkagent agent juf meester mentor docent leraar lerares directeur huisarts dokter arts jeugdarts"
        " gezinsvoogd voogd jeugdbeschermer maatschappelijk werker tolk advocaat rechter officier wethouder"
        " raadslid imam dominee pastor trainer vrijwilliger straatcoach beheerder eigenaar rechercheur brigadier"
        " hoofdagent conciërge manager teamleider coach begeleider cliënt client cliënte patiënt leerling"
        " verdachte slachtoffer aangever aangeefster getuige melder huurder bewoner jongere minderjarige"
        " contactpersoon vertrouwenspersoon ervaringsdeskundige psycholoog hulpverlener jongerenwerker"
        " leerplichtambtenaar consulent bewindvoerder curator minister staatssecretaris inspecteur trajectbegeleider"
        " casusregisseur procesregisseur jeugdwerker zorgcoördinator ib'er verpleegkundige buurtsportcoach"
    ),
    "called": words(
        "heet heette naam genaamd noemt noemde genoemd noemen ene zekere bijnaam alias roepnaam voornaam achternaam"
        " namens aldus volgens betreft inzake heten vernoemd casus client hierna ik ben"
    ),
    "particle": words(
        "van de der den ter ten het 't te el al ben bin ibn da dos das do di la le von zu abu ait oulad bint mac mc"
        " o du des del della op in 'n 's ould al- ul ur y e van't vd vdr v/d"
    ),
    "month": words("januari februari maart april mei juni juli augustus september oktober november december"),
    "day": words("maandag dinsdag woensdag donderdag vrijdag zaterdag zondag kerst pasen ramadan"),
    "head": words(
        "school college lyceum gymnasium basisschool ziekenhuis kliniek stichting bureau gemeente wet verdrag straat"
        " laan plein weg park museum stadion huis team wijkteam regio provincie dorp stad wijk buurt supermarkt winkel"
        " camping café restaurant moskee kerk station hotel programma project methode model film boek krant ministerie"
        " universiteit hogeschool rechtbank gerechtshof parket vereniging club merk firma bedrijf app filmhuis"
        " theater theatergroep meldpunt groep zorg jeugdzorg advies instituut fonds arrest commissie rapport motie"
        " loket opvang woningcorporatie platform systeem training cursus congres dienst praktijk apotheek hotel garage"
        " transport bv b.v nv ggz ggd mavo havo vmbo mbo bso kinderopvang thuiszorg"
    ),
}
PARTICLES, HEADS, KIN = _CLASSES["particle"], _CLASSES["head"], _CLASSES["kin"]
POINTING = _CLASSES["title"] | _CLASSES["kin"] | _CLASSES["role"] | _CLASSES["called"]
_CLASS_OF = {word: name for name, members in _CLASSES.items() for word in members}
_ENDS_OF_HEADS = (
    "stichting", "corporatie", "centrum", "college", "lyceum", "gymnasium", "school", "instituut", "bureau",
    "vereniging", "dienst", "zorg", "groep", "team", "opvang", "kliniek", "ziekenhuis", "bedrijf", "fonds", "fractie",
    "overleg", "project", "organisatie", "combinatie", "boerderij", "praktijk", "salon", "vervoer", "bibliotheek",
)  # fmt: skip
_PLACES_WITH_A_NAME = words(
    "huize villa hospice logeerhuis verpleeghuis verzorgingshuis woonvorm sociëteit fanfare harmonie koor orkest"
    " zalencentrum paviljoen landgoed kasteel manege zwembad sporthal sportpark speeltuin obs cbs ikc kdv vv sv fc"
    " slagerij bakkerij kapperszaak drogisterij snackbar pizzeria eetcafé kringloop supermarkt autobedrijf taxi"
    " autohaus taxibedrijf rijschool makelaardij notariskantoor advocatenkantoor uitgeverij omroep radio dagblad"
    " schip boot handboek bijlage agendapunt kamerstuk lijst cafetaria bungalowpark vakantiepark flat locatie afdeling"
)


def is_head(word: str) -> bool:
    """Say whether a word in lower case, by itself or by its ending, is what a name of no person belongs to."""
    return word in HEADS or word in _PLACES_WITH_A_NAME or word.endswith(_ENDS_OF_HEADS)


def _shape(text: str) -> str:
    """Return how a token is written: capitals, small letters, initials, digits, or the sign itself."""
    if text[0].isalpha():
        if text[-1] == ".":
            return "I."
        if text.isupper():
            return "X" if len(text) == 1 else "XX"
        if text[0].isupper():
            return "Xx" if text[1:].islower() else "XxX"
        return "xx" if text.islower() else "xX"
    if text[0] == "'" and len(text) > 1:
        return "'x"
    return "9" if text[0].isdigit() else text


def _known(word: str, lists: Lists) -> str:
    """Return what the lists know of a word in lower case."""
    if lists.knows(word):
        return "k"
    if len(word) < 3:  # noqa: PLR2004
        return "s"
    return "c" if len(word) > 7 and lists.is_compound(word) else "u"  # noqa: PLR2004


def _token_facts(token: Token, lists: Lists) -> tuple[str, str, str, str, str]:
    """Return shape, knowledge, class, identity and lists of one token."""
    text = token.text
    shape = _shape(text)
    if not text[0].isalpha():
        return shape, shape, shape, text if text != MASK else shape, ""
    word = text.lower()
    known = _known(word, lists)
    kind = _CLASS_OF.get(word, "")
    identity = word if known == "k" or kind else f"<{known}>"
    listed = ("f" if word in lists.first_names else "") + ("l" if word in lists.last_names else "")
    listed += "p" if word in lists.places else ""
    return shape, known, kind, identity, listed + ("w" if text[0].isupper() and word in lists.word_names else "")


def sentence_features(sentence: Sequence[Token], lists: Lists) -> list[list[str]]:
    """Return the features of each token in a sentence."""
    facts = [_token_facts(token, lists) for token in sentence]
    letters = "".join(token.text for token in sentence)
    case = "low" if letters.islower() else "up" if letters.isupper() else "mix"
    edge = ("^", "^", "^", "^", "")
    padded = [edge, edge, *facts, edge, edge]
    found = []
    for place, token in enumerate(sentence):
        (_, _, kind_2, word_2, _), before, here, after, (shape2, _, kind2, word2, _) = padded[place : place + 5]
        shape, known, kind, word, listed = here
        sort = f"{shape}{known}"
        features = [
            "b",
            f"s={sort}",
            f"w={word}",
            f"k={kind}",
            f"g={listed}|{sort}",
            f"c={case}|{sort}",
            f"w-1={before[3]}",
            f"w+1={after[3]}",
            f"w-2={word_2}",
            f"w+2={word2}",
            f"s-1={before[0]}{before[1]}",
            f"s+1={after[0]}{after[1]}",
            f"s-1s={before[0]}{before[1]}|{sort}",
            f"ss+1={sort}|{after[0]}{after[1]}",
            f"k-1s={before[2]}|{sort}",
            f"k-2k-1s={kind_2}|{before[2]}|{sort}",
            f"w-1s={before[3]}|{sort}",
            f"sw+1={sort}|{after[3]}",
            f"w-1sw+1={before[3]}|{sort}|{after[3]}",
            f"w-2w-1s={word_2}|{before[3]}|{sort}",
            f"sw+1w+2={sort}|{after[3]}|{word2}",
            f"k+1s={sort}|{after[2]}|{kind2}",
            f"g-1={before[4]}|{before[0]}|{sort}",
            f"g+1={after[4]}|{after[0]}|{sort}",
            f"k-1g={before[2]}|{listed}|{sort}",
            f"gw+1={listed}|{shape}|{after[3]}",
            f"gw-1={listed}|{shape}|{before[3]}",
            f"s+2={shape2}|{after[0]}|{sort}",
        ]
        if place == 0:
            features.append(f"first|{sort}")
        if known in "us" and shape in {"Xx", "xx", "XX", "XxX"}:
            lower = token.text.lower()
            features += [f"e3={lower[-3:]}", f"e2={lower[-2:]}"]
        found.append(features)
    return found
