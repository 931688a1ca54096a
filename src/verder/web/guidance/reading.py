"""Guidance, and the texts of groups, as readers see them: the one place that knows Markdown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify
from markdown_it import MarkdownIt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

LOWEST_HEADING = 6
_markdown = MarkdownIt("commonmark", {"html": False}).disable(["image", "html_block", "html_inline", "lheading"])


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a text under a heading, as an entry in its table of contents."""

    title: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A text ready to read: its HTML, and its main parts."""

    html: SafeString
    sections: tuple[Section, ...]


def read(text: str, *, under: int = 1, anchor: str = "deel") -> Reading:
    """Turn Markdown into HTML that fits under a heading of a page: headings in order, each with an address.

    `under` is the level of that heading, the title unless said otherwise; `anchor` begins every address.
    """
    tokens = _markdown.parse(text)
    sections = _put_headings_in_order(tokens, under, anchor)
    html = _markdown.renderer.render(tokens, _markdown.options, {})
    return Reading(mark_safe(html), tuple(sections))  # noqa: S308 -- HTML in the text is off: all in it is escaped


def _put_headings_in_order(tokens: Sequence[Token], under: int, begin: str) -> list[Section]:
    sections: list[Section] = []
    level, anchors = under, set[str]()
    for position, token in enumerate(tokens):
        if token.type == "heading_open":
            level = min(max(int(token.tag[1:]), under + 1), level + 1, LOWEST_HEADING)
            title = _words(tokens[position + 1])
            anchor = _free_anchor(anchor_of(title, begin=begin), anchors)
            token.attrSet("id", anchor)
            if level == under + 1:
                sections.append(Section(title, anchor))
        if token.type in {"heading_open", "heading_close"}:
            token.tag = f"h{level}"
    return sections


def _words(inline: Token) -> str:
    return "".join(child.content for child in inline.children or () if child.type in {"text", "code_inline"}).strip()


def plain(text: str) -> str:
    """Return the words of a text without the marks between them, for an extract of it."""
    told = (token.children or () for token in _markdown.parse(text) if token.type == "inline")
    return " ".join("".join(child.content or " " * child.type.endswith("break") for child in one) for one in told)


def anchor_of(title: str, *, begin: str = "deel") -> str:
    """Return the address within its page of the first part with this title."""
    return f"{begin}-{slugify(title)}".rstrip("-")


def _free_anchor(wished: str, taken: set[str]) -> str:
    anchor, number = wished, 1
    while anchor in taken:
        number += 1
        anchor = f"{wished}-{number}"
    taken.add(anchor)
    return anchor
