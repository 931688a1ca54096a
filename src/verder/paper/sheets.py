"""Documents and blocks as plain data, in the shape that the template `paper.typ` reads."""

from __future__ import annotations

from collections.abc import Iterable
from functools import singledispatch

from verder.paper.characters import heading_text, printable
from verder.paper.document import (
    Block,
    Document,
    Facts,
    Heading,
    Item,
    ItemList,
    Notice,
    PageBreak,
    Paragraph,
    Picture,
    Question,
    Quote,
    Rule,
    Small,
    Table,
    Words,
    column_weights,
    day_in_words,
    in_order,
    is_address,
    spans,
)

Data = dict[str, object]
BOUND = "§"  # how the press marks an empty sheet in the page labels, by which it is found again
LONGEST_RUNNING_TITLE = 70


def sheet_of(document: Document) -> Data:
    """Return a document as data, with what stands at the head and foot of its pages."""
    return {
        "type": "document",
        "layout": document.layout.value,
        **_furniture(document),
        "level": 1,
        "title": heading_text(document.title),
        "kind": printable(document.kind),
        "date": day_in_words(document.date),
        "blocks": blocks_of(document.blocks),
        "contents": False,
    }


def contents_sheet_of(document: Document) -> Data:
    """Return a document that ends with the contents of all that follows."""
    return {**sheet_of(document), "contents": True}


def paper_sheet_of(document: Document) -> Data:
    """Return what stands before a paper that was handed in: a title below that of the document it belongs to."""
    return {**sheet_of(document), "level": 2}


def picture_sheet_of(document: Document, picture: str) -> Data:
    """Return a sheet with a picture under its title; `picture` is its name on the press."""
    return {**paper_sheet_of(document), "type": "picture", "picture": picture}


def bound_sheet_of(document: Document, width: float, height: float, strip: float) -> Data:
    """Return an empty sheet for a page of this size in points, with a strip for our lines above and below it."""
    return {
        "type": "bound", **_furniture(document), "width": width, "height": height, "strip": strip, "mark-as": BOUND
    }  # fmt: skip


def _furniture(document: Document) -> Data:
    return {
        "issuer": printable(document.issuer),
        "running": printable(_shortened(document.title)),
        "mark": printable(document.mark),
        "tlp": document.tlp.value,
        "footer": printable(f"{_shortened(document.kind)}, {day_in_words(document.date)}"),
    }


def blocks_of(blocks: Iterable[Block]) -> list[Data]:
    """Return blocks as data, headings in order."""
    return [_block(block) for block in in_order(blocks)]


def _shortened(title: str) -> str:
    return title if len(title) <= LONGEST_RUNNING_TITLE else f"{title[: LONGEST_RUNNING_TITLE - 1].rstrip()}…"


def _words(words: Words) -> list[Data]:
    return [
        {
            "text": printable(span.text),
            "strong": span.strong,
            "emphasis": span.emphasis,
            "link": span.link if is_address(span.link) else "",
        }
        for span in spans(words)
        if span.text
    ]


@singledispatch
def _block(block: Block) -> Data:
    raise TypeError(block)


@_block.register
def _(block: Heading) -> Data:
    label = block.tlp.value if block.tlp else ""
    return {
        "type": "heading",
        "level": block.level,
        "text": heading_text(block.text),
        "number": printable(block.number),
        "tlp": label,
    }


@_block.register
def _(block: Paragraph) -> Data:
    return {"type": "paragraph", "words": _words(block.words)}


@_block.register
def _(block: Small) -> Data:
    return {"type": "small", "words": _words(block.words)}


@_block.register
def _(block: Question) -> Data:
    return {"type": "question", "text": printable(block.text)}


@_block.register
def _(block: Quote) -> Data:
    return {"type": "quote", "words": _words(block.words)}


@_block.register
def _(block: ItemList) -> Data:
    items = [item if isinstance(item, Item) else Item(item) for item in block.items]
    return {
        "type": "items",
        "ordered": block.ordered,
        "start": block.start,
        "tight": not any(item.inner for item in items),
        "items": [{"words": _words(item.words), "inner": blocks_of(item.inner)} for item in items],
    }


@_block.register
def _(block: Table) -> Data:
    return {
        "type": "table",
        "caption": printable(block.caption),
        "header": [printable(head) for head in block.header],
        "rows": [[{"words": _words(cell)} for cell in row] for row in block.rows],
        "weights": column_weights(block),
    }


@_block.register
def _(block: Facts) -> Data:
    return {
        "type": "facts",
        "pairs": [{"term": printable(term), "words": _words(words)} for term, words in block.pairs],
    }


@_block.register
def _(block: Notice) -> Data:
    return {
        "type": "notice",
        "title": printable(block.title),
        "kind": block.kind.value,
        "words": _words(block.words),
    }


@_block.register
def _(block: Picture) -> Data:
    return {
        "type": "picture",
        "svg": printable(block.svg),
        "words": printable(block.words),
        "width": block.width,
        "height": block.height,
        "letters": block.letters,
    }


@_block.register
def _(_block: Rule) -> Data:
    return {"type": "rule"}


@_block.register
def _(_block: PageBreak) -> Data:
    return {"type": "break"}
