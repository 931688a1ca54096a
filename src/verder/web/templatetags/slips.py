"""What the entrances to words that slipped through ask."""

from __future__ import annotations

import uuid

from django import template

from verder.slips import queries

register = template.Library()
register.filter("may_hide", queries.may_hide)


@register.simple_tag
def fresh_key() -> uuid.UUID:
    """Make a key that lets a second click count as the first."""
    return uuid.uuid4()
