"""A document of `verder.paper` as a page: the same blocks that make its PDF and its ODF."""

from __future__ import annotations

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from verder.paper.document import Block, Span, Words, spans

register = template.Library()


@register.filter
def block_name(block: Block) -> str:
    """Return what kind of block it is."""
    return type(block).__name__


@register.filter
def words(said: Words) -> SafeString:
    """Write words with what is strong, emphasised or a link in them."""
    return format_html_join("", "{}", ((_span(span),) for span in spans(said)))


def _span(span: Span) -> SafeString:
    written = format_html("{}", span.text)
    if span.strong:
        written = format_html("<strong>{}</strong>", written)
    if span.emphasis:
        written = format_html("<em>{}</em>", written)
    return format_html('<a href="{}">{}</a>', span.link, written) if span.link else written
