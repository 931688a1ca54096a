"""Training sentences for the model of statements, each with what it is."""

import random
import re
from collections.abc import Callable, Iterator, Mapping
from importlib.resources import files

from verder.textcheck.language import hits
from verder.textcheck.rules import read_rules
from verder.textcheck.statements.cut import SENTENCE, lowered
from verder.textcheck.statements.model import CLEAN
from verder.textcheck.statements.signs import statement_signs

_LABELS = {"G": "GENERALISATION", "S": "STIGMA", "U": "GUILT", "C": "CULTURE"}
_MARK = re.compile(r"(?:(?<=^)|(?<= ))([GSUC]): ")
_SLOT = re.compile(r"\{([GEFKW])\}")
_FAMILIES = (
    "die familie|dat gezin|deze familie|zo'n familie|die clan|het gezin|dit nest|zo'n gezin|de familie|dat huis"
).split("|")
_RELATIVES = (
    "de jongste|de zoon|zijn broer|haar broertje|de neef|de kleinzoon|de dochter|het zusje|de oudste|de oom|hij|zij"
    "|zijn vriendin|de zwager|de schoonzoon|het jongste kind|die jongen|het meisje|de moeder|de vrouw"
).split("|")
_PEOPLE_OF = (
    "mensen uit {W}|{e} families|{e} gezinnen|{e} vaders|{e} vrouwen|{e} jongeren|ouders uit {W}|{e} mensen"
    "|Roma-families|Sinti-gezinnen|gelovige ouders|gescheiden ouders|rijke ouders|arme gezinnen|oudere vaders"
    "|jonge moeders|woonwagengezinnen"
    "|alleenstaande moeders|mensen uit die straat|bewoners van het kamp|kinderen van migranten|gezinnen met schulden"
).split("|")
_COUNTRIES = (
    "Polen|Eritrea|Syrië|Turkije|Marokko|Somalië|Roemenië|Suriname|Afghanistan|Irak|Ghana|Bulgarije|Hongarije".split(
        "|"
    )
)


def read_statements() -> list[str]:
    """Return every training line of statements, in a fixed order."""
    folder = files("verder.textcheck") / "training" / "sentences"
    lines = [line for file in sorted(folder.iterdir(), key=str) for line in file.read_text("utf-8").splitlines()]
    return [line for line in lines if line and not line.startswith("# ")]


class StatementFiller:
    """Fill the slots of a line with groups, families and relatives."""

    def __init__(self, dice: random.Random) -> None:
        self._dice = dice
        lists = read_rules("language")["lists"]
        self._groups: list[str] = [word for word in lists["VOLKEREN"].split("|") if word not in {"Rom", "boeren"}]
        self._adjectives: list[str] = read_rules("people")["adjectives"].split()
        self._fillers: dict[str, Callable[[], str]] = {
            "G": self._group,
            "E": self._adjective,
            "F": lambda: dice.choice(_FAMILIES),
            "K": lambda: dice.choice(_RELATIVES),
            "W": lambda: dice.choice(_COUNTRIES),
        }

    def _adjective(self) -> str:
        stem = self._dice.choice(self._adjectives)
        return f"{stem[:-3]}ese" if stem.endswith("ees") else f"{stem}e"

    def _group(self) -> str:
        if self._dice.random() < 0.6:
            return self._dice.choice(self._groups)
        chosen = self._dice.choice(_PEOPLE_OF)
        return chosen.replace("{W}", self._dice.choice(_COUNTRIES)).replace("{e}", self._adjective())

    def fill(self, line: str) -> str:
        """Return the line with every slot filled and a capital at each beginning."""
        filled = _SLOT.sub(lambda slot: self._fillers[slot[1]](), line)
        return re.sub(r"(^|[.?!] |[GSUC]: )([a-z])", lambda start: start[1] + start[2].upper(), filled)


def marked(line: str) -> tuple[str, dict[int, str]]:
    """Return a line without its marks, and the label of each sentence that has one, by where it starts."""
    parts = _MARK.split(line)
    text, labels = parts[0], dict[int, str]()
    for letter, rest in zip(parts[1::2], parts[2::2], strict=True):
        labels[len(text)] = _LABELS[letter]
        text += rest
    return text, labels


def signs_and_labels(text: str, labels: Mapping[int, str]) -> Iterator[tuple[list[str], str]]:
    """Yield the signs of each sentence of a text, and its label."""
    low = lowered(text)
    spans = [sentence.span() for sentence in SENTENCE.finditer(text)]
    sentences = ["", *(low[start:end] for start, end in spans), ""]
    for place, (start, end) in enumerate(spans, start=1):
        before, sentence, following = sentences[place - 1 : place + 2]
        by_rule = sorted({one.label.value for one in hits(low, start, end, before)})
        label = next((label for at, label in labels.items() if start <= at - (at > 0) < end), CLEAN)
        yield statement_signs(sentence, before, following, by_rule), label
