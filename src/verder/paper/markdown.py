"""Blocks of a text that somebody typed: the same plain Markdown as on a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from verder.paper.document import Block, Heading, Item, ItemList, Paragraph, Quote, Rule, Span

_markdown = MarkdownIt("commonmark", {"html": False}).disable(["image", "html_block", "html_inline", "lheading"])
PLAIN = Span("")
BREAKS = {"softbreak": " ", "hardbreak": "\n"}


def from_markdown(text: str) -> tuple[Block, ...]:
    """Read headings, paragraphs, lists, quotes, bold words and links; what else is typed stands as it is typed."""
    return tuple(_blocks(SyntaxTreeNode(_markdown.parse(text)).children))


def _blocks(nodes: Iterable[SyntaxTreeNode]) -> Iterator[Block]:
    for node in nodes:
        if node.type == "heading":
            yield Heading(int(node.tag[1:]), "".join(span.text for span in _spans(node)))
        elif node.type == "paragraph":
            yield Paragraph(_spans(node))
        elif node.type in {"bullet_list", "ordered_list"}:
            yield _list(node)
        elif node.type == "blockquote":
            yield from _quoted(node)
        elif node.type == "hr":
            yield Rule()
        else:
            yield Paragraph(node.content.rstrip("\n"))


def _list(node: SyntaxTreeNode) -> ItemList:
    items = tuple(_item(child) for child in node.children)
    return ItemList(items, ordered=node.type == "ordered_list", start=int(node.attrs.get("start", 1)))


def _item(node: SyntaxTreeNode) -> Item:
    first, *rest = tuple(_blocks(node.children)) or (Paragraph(()),)
    if isinstance(first, Paragraph):
        return Item(first.words, tuple(rest))
    return Item((), (first, *rest))


def _quoted(node: SyntaxTreeNode) -> Iterator[Block]:
    for block in _blocks(node.children):
        yield Quote(block.words) if isinstance(block, Paragraph) else block


def _spans(node: SyntaxTreeNode) -> tuple[Span, ...]:
    inline = node.children[0].children if node.children else ()
    return tuple(span for span in _runs(inline) if span.text)


def _runs(nodes: Sequence[SyntaxTreeNode], style: Span = PLAIN) -> Iterator[Span]:
    for node in nodes:
        if node.type == "strong":
            yield from _runs(node.children, replace(style, strong=True))
        elif node.type == "em":
            yield from _runs(node.children, replace(style, emphasis=True))
        elif node.type == "link":
            yield from _runs(node.children, replace(style, link=str(node.attrs["href"])))
        else:
            yield replace(style, text=BREAKS.get(node.type) or node.content)
