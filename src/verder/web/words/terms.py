"""What the terms are called that people can set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from verder.web.words import RUNG_WORDS

if TYPE_CHECKING:
    from django.utils.functional import Promise

TERM_WORDS: dict[str, Promise] = {
    **{str(rung): words.title for rung, words in RUNG_WORDS.items()},
    "progress_report": _("Tijd tussen twee vragen hoe het staat met een toezegging"),
    "lapse_warning": _("Tijd na de datum van een toezegging voordat anderen een waarschuwing krijgen"),
}
