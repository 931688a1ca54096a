"""A document apart from its form: what is written, in which order, and how far it may travel."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from verder.domain.tlp import Tlp

TOP_LEVEL = 2
LOWEST_LEVEL = 6
NARROWEST, WIDEST = 6, 40


@dataclass(frozen=True, slots=True)
class Span:
    """A run of words in one style; a line break in it is a line break on paper."""

    text: str
    strong: bool = False
    emphasis: bool = False
    link: str = ""


Words = str | tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """The head of a part: 2 comes right under the title of the document, as on a page.

    With a number it is a station on the blue line: an agenda item, a step. With a label it says how far its own part
    may travel, when that differs from the document.
    """

    level: int
    text: str
    number: str = ""
    tlp: Tlp | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words in a row."""

    words: Words


@dataclass(frozen=True, slots=True)
class Small:
    """Words on the side, smaller and softer: who takes an item, how long it takes."""

    words: Words


@dataclass(frozen=True, slots=True)
class Question:
    """A dilemma's question: large, in the serif, so that it is read as a question."""

    text: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of somebody else, or words that were decided."""

    words: Words


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list with more below it."""

    words: Words
    inner: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class ItemList:
    """Things beside each other, or in their order."""

    items: tuple[Words | Item, ...]
    ordered: bool = False
    start: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a header that returns on each page; `weights` share the width among the columns."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[Words, ...], ...]
    weights: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row) != len(self.header):
                message = f"A row of {self.caption!r} has {len(row)} cells under {len(self.header)} heads."
                raise ValueError(message)
        if self.weights and len(self.weights) != len(self.header):
            message = f"{self.caption!r} has {len(self.weights)} weights for {len(self.header)} columns."
            raise ValueError(message)


@dataclass(frozen=True, slots=True)
class Facts:
    """Names of things with what they are: place, time, owner."""

    pairs: tuple[tuple[str, Words], ...]


class NoticeKind(StrEnum):
    """How loud a notice is; red is for urgent, late and "don't" only."""

    NOTE = "note"
    ALERT = "alert"


@dataclass(frozen=True, slots=True)
class Notice:
    """What a reader must not miss."""

    words: Words
    title: str = ""
    kind: NoticeKind = NoticeKind.NOTE


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing of ours as SVG, with the words that stand for it; what follows says the same in full.

    Its letters are `letters` high in its own measure, so that they are never larger on paper than those of the text.
    """

    svg: str
    words: str
    width: float
    height: float
    letters: float


@dataclass(frozen=True, slots=True)
class Rule:
    """A hairline between two parts without a heading of their own."""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


Block = (
    Heading | Paragraph | Small | Question | Quote | ItemList | Table | Facts | Notice | Picture | Rule | PageBreak
)  # fmt: skip


class Layout(StrEnum):
    """How a document is set: one wide column to read from begin to end, or small with its headings in the margin."""

    LETTER = "letter"
    FACTSHEET = "factsheet"


@dataclass(frozen=True, slots=True)
class Document:
    """What is written, and all that its pages say about it.

    `kind` says what it is ("Besluitenlijst"), `issuer` who gives it out ("Landelijk Platform"), `mark` in what state
    ("concept", "verlopen"). `date` is the day it is of, not the day it was printed. No name of a person belongs here.
    """

    title: str
    kind: str
    date: date
    tlp: Tlp
    blocks: tuple[Block, ...] = ()
    issuer: str = ""
    mark: str = ""
    language: str = "nl"
    layout: Layout = Layout.LETTER


def spans(words: Words) -> tuple[Span, ...]:
    """Return words as spans, plain text too."""
    return (Span(words),) if isinstance(words, str) else words


def is_address(link: str) -> bool:
    """Tell whether a link leads to the web or to a mailbox; nothing else is a link on paper."""
    return link.startswith(("https://", "http://", "mailto:"))


def column_weights(table: Table) -> tuple[int, ...]:
    """Share the width as asked, or by the longest cell of each column, so that a number leaves room for a sentence."""
    columns = zip(table.header, *table.rows, strict=True)
    longest = (max(sum(len(span.text) for span in spans(cell)) for cell in column) for column in columns)
    return table.weights or tuple(min(max(length, NARROWEST), WIDEST) for length in longest)


def in_order(blocks: Iterable[Block]) -> Iterator[Block]:
    """Give the blocks with headings that skip no level, the first right under the title."""
    level = TOP_LEVEL - 1
    for block in blocks:
        if isinstance(block, Heading):
            level = min(max(block.level, TOP_LEVEL), level + 1, LOWEST_LEVEL)
            yield replace(block, level=level)
        else:
            yield block


MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip


def day_in_words(day: date) -> str:
    """Write a day as people read it: 3 december 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
