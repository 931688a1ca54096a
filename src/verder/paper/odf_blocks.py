"""Blocks as OpenDocument: paragraphs with real styles, lists, and tables whose head returns on each page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import singledispatch
from itertools import zip_longest
from xml.etree import ElementTree as ET

from verder.paper.document import (
    Block,
    Facts,
    Heading,
    Item,
    ItemList,
    Notice,
    NoticeKind,
    PageBreak,
    Paragraph,
    Picture,
    Question,
    Quote,
    Rule,
    Small,
    Table,
    Words,
    in_order,
)
from verder.paper.odf_elements import add_label, add_text, add_words, element
from verder.paper.odf_tables import add_table


@dataclass(frozen=True, slots=True)
class Place:
    """Where blocks are added, and where a table puts the styles that are its own."""

    parent: ET.Element
    automatic: ET.Element
    introduces: bool = False
    """Whether something follows here that is not a heading, from which a line under a heading must not part."""


def add_blocks(place: Place, blocks: Iterable[Block]) -> None:
    """Add blocks, headings in order; all at the same place."""
    ordered = list(in_order(blocks))
    for block, following in zip_longest(ordered, ordered[1:]):
        _add(block, replace(place, introduces=not isinstance(following, Heading | None)))


def _paragraph(parent: ET.Element, style: str, words: Words = "") -> ET.Element:
    paragraph = element(parent, "text:p", {"text:style-name": style})
    add_words(paragraph, words)
    return paragraph


@singledispatch
def _add(block: Block, _place: Place) -> None:
    raise TypeError(block)


@_add.register
def _(block: Heading, place: Place) -> None:
    style = {"text:style-name": f"Heading_20_{block.level}", "text:outline-level": str(block.level)}
    heading = element(place.parent, "text:h", style)
    add_text(heading, f"{block.number} {block.text}" if block.number else block.text)
    if block.tlp:
        add_text(heading, " ")
        add_label(heading, block.tlp)


@_add.register
def _(block: Paragraph, place: Place) -> None:
    _paragraph(place.parent, "Text_20_body", block.words)


@_add.register
def _(block: Small, place: Place) -> None:
    _paragraph(place.parent, "Small_20_before" if place.introduces else "Small", block.words)


@_add.register
def _(block: Question, place: Place) -> None:
    _paragraph(place.parent, "Question", block.text)


@_add.register
def _(block: Quote, place: Place) -> None:
    _paragraph(place.parent, "Quotations", block.words)


@_add.register
def _(block: Notice, place: Place) -> None:
    notice = _paragraph(place.parent, "Alert" if block.kind is NoticeKind.ALERT else "Notice")
    if block.title:
        add_text(element(notice, "text:span", {"text:style-name": "Strong_20_Emphasis"}), block.title)
        add_text(notice, "\n")
    add_words(notice, block.words)


@_add.register
def _(block: Facts, place: Place) -> None:
    for term, words in block.pairs:
        fact = _paragraph(place.parent, "Fact")
        add_text(element(fact, "text:span", {"text:style-name": "Strong_20_Emphasis"}), term)
        add_text(fact, "\t")
        add_words(fact, words)


@_add.register
def _(block: ItemList, place: Place) -> None:
    rows = element(place.parent, "text:list", {"text:style-name": "Numbers" if block.ordered else "Bullets"})
    for position, entry in enumerate(block.items):
        item = entry if isinstance(entry, Item) else Item(entry)
        first = {"text:start-value": str(block.start)} if block.ordered and position == 0 else {}
        row = element(rows, "text:list-item", first)
        _paragraph(row, "Text_20_body", item.words)
        add_blocks(replace(place, parent=row), item.inner)


@_add.register
def _(block: Table, place: Place) -> None:
    _paragraph(place.parent, "Caption", block.caption)
    add_table(place.parent, block, place.automatic)


@_add.register
def _(block: Picture, place: Place) -> None:
    # Who works on in a file gets the words that stand for a picture: what follows says the same in full.
    _paragraph(place.parent, "Small", block.words)


@_add.register
def _(_block: Rule, place: Place) -> None:
    _paragraph(place.parent, "Horizontal_20_Line")


@_add.register
def _(_block: PageBreak, place: Place) -> None:
    _paragraph(place.parent, "Page_20_Break")
