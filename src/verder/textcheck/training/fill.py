"""Filling the slots of the training texts, and knowing where the names then stand."""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources import files

from verder.textcheck.names.lists import read_lines, read_word_names
from verder.textcheck.training.made_up import Speller, syllables

_SLOT = re.compile(r"\{(?P<slot>#|[A-Za-z]+)(?P<same>\d?)\}")
_PARTICLES = (
    "van de|van der|van den|van|van|de|de|den|ter|ten|el|El|el|Ben|ben|Al|al|bin|da|dos|de la|von|di|Abu|Ait|Aït|in 't"
    "|op den|van 't|Van|Van der|De|Van den|van het|la|le|du|Ould|Mac"
).split("|")
_LONG = (
    "Kleine Grote Lange Dikke Rooie Zwarte Ouwe Gekke Mooie Blonde Opa Oma Ome Tante Papa Baba Abi Schele Blinde"
).split()
_SHORT = (
    "Bolle|Beer|Spijker|Lucky|Tyson|Scarface|Ghost|Picasso|De Slager|De Kale|Cobra|Mickey|Smiley|Doc"
    "|Rambo|Moos|De Baron"
    "|Snoopy|Bakkie|Turbo|De Neus"
    "|Vlekkie|Pietje|Kokkie|Bambam|Shorty|De Generaal|Zus|Dikkie|Koko|Tijger|Jonkie"
).split("|")
_CAPITALS = "ABCDEFGHJKLMNOPRSTVWYZ"
_PARTS_OF_INSTITUTES = "zorg thuis werk wijk jeugd samen buurt welzijn punt huis net plus kracht wonen kind".split()


@dataclass(frozen=True, slots=True)
class Filled:
    """Hold a text and where the names of persons stand in it."""

    text: str
    names: tuple[tuple[int, int], ...]


def read_texts() -> list[str]:
    """Return every training text, in a fixed order."""
    folder = files("verder.textcheck") / "training" / "texts"
    lines = [line for file in sorted(folder.iterdir(), key=str) for line in file.read_text("utf-8").splitlines()]
    return [line.replace("\\n", "\n") for line in lines if line and not line.startswith("# ")]


def _lines(name: str) -> list[str]:
    """Return the lines of one of our own lists."""
    return (files("verder.textcheck") / "training" / name).read_text("utf-8").splitlines()


def _own(name: str) -> list[str]:
    """Return the words of one of our own lists."""
    text = (files("verder.textcheck") / "training" / name).read_text("utf-8")
    return [word for line in text.splitlines() if not line.startswith("# ") for word in line.split()]


def _sections(name: str) -> dict[str, list[str]]:
    """Return the lists of one file, by the heading in square brackets above each."""
    found: dict[str, list[str]] = {}
    heading = ""
    for line in (files("verder.textcheck") / "training" / name).read_text("utf-8").splitlines():
        if line.startswith("["):
            heading = line.strip("[]")
            found[heading] = []
        else:
            found[heading].append(line)
    return found


class Filler:
    """Fill the slots of a text with names, places and organisations."""

    def __init__(self, dice: random.Random) -> None:
        self._dice = dice
        self._word_first, self._word_last = read_word_names()
        self._own_first, self._own_last = _own("own_first_names.txt"), _own("own_last_names.txt")
        self._first = list(read_lines("first_names.txt.gz"))
        self._last = list(read_lines("last_names.txt.gz"))
        self._places = list(read_lines("places.txt.gz"))
        self._neutral = _lines("neutral.txt")
        self._words = list(read_lines("words.txt.gz"))
        self._things = _sections("places_and_groups.txt")
        self._new_first = Speller([*self._own_first * 3, *self._first])
        self._new_last = Speller([*self._own_last * 3, *self._last])
        self._new_place = Speller(self._places)
        self._makers: dict[str, Callable[[], str]] = {
            "V": self.first_name, "A": self.last_name, "F": self.full_name, "I": self.with_initials,
            "X": self.cut_short, "K": self.bare_initials, "N": self.nickname, "Z": self.family,
            "Vs": self.possessive,
        }  # fmt: skip
        # "na" and "nf" are of what is called after a person: a street, a law, a school.
        self._fillers: dict[str, Callable[[], str]] = {
            "p": self.place, "o": self.organisation, "sc": self._from("schools"), "st": self.street,
            "pl": self._from("squares"), "br": self.shop, "w": self._from("laws"), "c": self._from("countries"),
            "m": self._from("months"), "d": self._from("days"), "e": self._from("adjectives"),
            "ee": self._from("predicates"), "ab": self._from("abbreviations"), "car": self._from("cars"),
            "co": self.coined, "ac": self.acronym, "#": lambda: "§", "na": self._bare_last_name, "nf": self.full_name,
        }  # fmt: skip

    def _from(self, heading: str) -> Callable[[], str]:
        """Return a maker that takes one thing of a list."""
        return lambda: self._dice.choice(self._things[heading])

    def first_name(self) -> str:
        """Return a first name: a Dutch word, from our list, from all lists, or made up."""
        kind = self._dice.random()
        if kind < 0.12:
            return self._dice.choice(self._word_first)
        if kind < 0.3:
            return self._dice.choice(self._own_first)
        if kind < 0.5:
            return syllables(self._dice)
        name = self._dice.choice(self._first) if kind < 0.75 else self._new_first.spell(self._dice)
        return f"{name}-{self._dice.choice(self._first)}" if self._dice.random() < 0.02 else name

    def last_name(self) -> str:
        """Return a family name, at times with a particle or with two parts."""
        name = self._bare_last_name()
        if self._dice.random() < 0.25:
            name = f"{self._dice.choice(_PARTICLES)} {name}"
        if self._dice.random() < 0.12:
            name = f"{name}-{self._bare_last_name()}"
        return name

    def _bare_last_name(self) -> str:
        """Return a family name without anything before it."""
        kind = self._dice.random()
        if kind < 0.15:
            return self._dice.choice(self._word_last)
        if kind < 0.3:
            return self._dice.choice(self._own_last)
        if kind < 0.5:
            return syllables(self._dice)
        return self._dice.choice(self._last) if kind < 0.75 else self._new_last.spell(self._dice, 4)

    def full_name(self) -> str:
        """Return first and family name."""
        kind = self._dice.random()
        middle = ""
        if kind < 0.05:
            middle = f" {self._dice.choice(_CAPITALS)}."
        elif kind < 0.1:
            middle = f" {self.first_name()}"
        return f"{self.first_name()}{middle} {self.last_name()}"

    def with_initials(self) -> str:
        """Return initials and family name."""
        letters = [self._dice.choice(_CAPITALS) for _ in range(self._dice.choice((1, 1, 2, 2, 3)))]
        style = self._dice.random()
        between = "." if style < 0.7 else ". " if style < 0.8 else ""
        initials = between.join(letters) + ("." if between else "")
        return f"{initials} {self.last_name()}"

    def cut_short(self) -> str:
        """Return a first name with the first letter of the family name."""
        particle = self._dice.choice(("", "", "", "el ", "van ", "de ", "van der "))
        stop = "." if self._dice.random() < 0.85 else ""
        return f"{self.first_name()} {particle}{self._dice.choice(_CAPITALS)}{stop}"

    def bare_initials(self) -> str:
        """Return initials alone."""
        one, two, three = (self._dice.choice(_CAPITALS) for _ in range(3))
        return self._dice.choice(
            (
                f"{one}.",
                f"{one}.{two}.",
                f"{one}. {two}.",
                f"{one}. el {two}.",
                f"{one}. {two}.-{three}.",
                f"{one}. van {two}.",
            )
        )

    def nickname(self) -> str:
        """Return a nickname."""
        if self._dice.random() < 0.5:
            return self._dice.choice(_SHORT)
        return f"{self._dice.choice(_LONG)} {self.first_name()}"

    def family(self) -> str:
        """Return a family name in the plural."""
        name = self._bare_last_name()
        return name + (
            self._dice.choice(("'s", "'s", "s")) if name[-1] in "aiouy" else self._dice.choice(("s", "s", "en", "jes"))
        )

    def possessive(self) -> str:
        """Return a first name in the possessive."""
        name = self.first_name()
        return name + ("'s" if name[-1] in "aiouyé" else "'" if name[-1] in "sxz" else "s")

    def place(self) -> str:
        """Return a place, one in four made up."""
        return self._new_place.spell(self._dice, 4) if self._dice.random() < 0.25 else self._dice.choice(self._places)

    def organisation(self) -> str:
        """Return an organisation, one in five made up."""
        if self._dice.random() < 0.8:
            return self._dice.choice(self._things["organisations"])
        kind = self._dice.choice(
            ("Stichting {}", "de {} Groep", "{} Zorg", "Jeugdhulp {}", "Wijkteam {}", "Team {}", "{} Advies")
        )
        return kind.format(self.place())

    def coined(self) -> str:
        """Return a made-up word that something is called by: an institute, a system, a programme, a medicine."""
        kind = self._dice.random()
        if kind < 0.4:
            return self._new_place.spell(self._dice, 4)
        part = self._dice.choice(_PARTS_OF_INSTITUTES)
        other = self._dice.choice((self.place, self._word))()
        return other + part if kind < 0.7 else part.title() + (other if kind < 0.85 else other.lower())

    def _word(self) -> str:
        """Return a Dutch word with a capital."""
        word = self._dice.choice(self._words)
        return word[0].upper() + word[1:]

    def acronym(self) -> str:
        """Return a few capitals that stand for an institute or a law."""
        return "".join(self._dice.choice(_CAPITALS) for _ in range(self._dice.choice((2, 3, 3, 4, 4, 5))))

    def street(self) -> str:
        """Return a street, at times with a number."""
        street = self._dice.choice(self._things["streets"])
        return f"{street} {self._dice.randint(1, 300)}" if self._dice.random() < 0.4 else street

    def shop(self) -> str:
        """Return a shop."""
        return self._dice.choice(self._things["shops"])

    def without_names(self) -> str:
        """Return what stands where a name could have stood: a pronoun, a relative, any word."""
        return self._dice.choice(self._neutral if self._dice.random() < 0.75 else self._words)

    def fill(self, text: str, *, named: bool = True) -> Filled:
        """Return the text with its slots filled; the same letter and figure give the same name."""
        parts: list[str] = []
        names: list[tuple[int, int]] = []
        made: dict[str, str] = {}
        at = length = 0
        for slot in _SLOT.finditer(text):
            parts.append(text[at : slot.start()])
            length += slot.start() - at
            kind = slot["slot"]
            if kind in self._fillers:
                word = self._fillers[kind]()
            elif not named:
                word = self.without_names()
                word = word[0].upper() + word[1:] if not length else word
            else:
                maker = kind[0].upper() + kind[1:]
                key = maker + slot["same"]
                if key not in made:
                    made[key] = self._makers[maker]()
                    if maker == "F":
                        made["V" + slot["same"]] = made[key].split()[0]
                word = made[key]
                word = word.lower() if kind[0].islower() else word
                names.append((length, length + len(word)))
            parts.append(word)
            length += len(word)
            at = slot.end()
        parts.append(text[at:])
        return Filled("".join(parts), tuple(names))
