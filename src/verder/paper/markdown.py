"""Blocks of a text that somebody typed: the same plain Markdown as on a page."""

from __future__ import annotations

from verder.paper.document import Block


def from_markdown(text: str) -> tuple[Block, ...]:
    """Read headings, paragraphs, lists, quotes, bold words and links; what else is typed stands as it is typed."""
    raise NotImplementedError
