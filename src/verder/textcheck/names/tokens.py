"""Cutting a text into tokens and sentences, as the model of names reads them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from verder.textcheck.patterns.words import words

MASK = "§"
_TOKEN = re.compile(
    r"(?:[^\W\d_a-zß-ÿ]\.){1,6}(?!\w)|(?:Th|Chr|Ph|Joh|Ch|Jr|Sr|St|Sj|Tj|Kl)\.(?=[ -]?[A-Z])|[eE]-[^\W\d_]+"
    r"|[^\W\d_]+|\d+|(?<=[^\W\d_])'[^\W\d_]+|'[stnSTN](?![\w'])|\n|[^\w\s]|_"
)
_ENDS = frozenset(".!?\n")
_ABBREVIATIONS = words(
    "dhr mevr mw mr mrs dr drs ir ing prof fam burg ds st jl nl tel gr vr geb ca bv bijv evt incl excl nr art"
    " o.a mgr sr jr wnd plv adj insp brig inz obv nav ivm mbt tav cc aanv past zr br kol gen lt kpt"
)


@dataclass(frozen=True, slots=True)
class Token:
    """Hold one token and where it stands."""

    text: str
    start: int
    end: int


def tokenise(text: str, masked: Iterable[tuple[int, int]] = ()) -> list[Token]:
    """Return the tokens of a text; every masked stretch is one token that says nothing."""
    tokens: list[Token] = []
    at = 0
    for start, end in sorted(masked):
        tokens += [Token(match[0], *match.span()) for match in _TOKEN.finditer(text, at, start)]
        tokens.append(Token(MASK, start, end))
        at = end
    tokens += [Token(match[0], *match.span()) for match in _TOKEN.finditer(text, at)]
    return tokens


def sentences(tokens: Sequence[Token]) -> list[list[Token]]:
    """Return the tokens as sentences, without the ends of lines."""
    found: list[list[Token]] = [[]]
    for place, token in enumerate(tokens):
        if token.text != "\n":
            found[-1].append(token)
        if token.text in _ENDS and not _is_abbreviation(tokens, place):
            found.append([])
    return [sentence for sentence in found if sentence]


def _is_abbreviation(tokens: Sequence[Token], place: int) -> bool:
    """Say whether a full stop belongs to the short word before it."""
    if tokens[place].text != "." or place == 0:
        return False
    before = tokens[place - 1]
    return before.end == tokens[place].start and before.text.lower() in _ABBREVIATIONS
