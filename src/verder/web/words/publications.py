"""What the kinds of guidance are called, one and many."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from verder.guidance.models import PublicationKind

if TYPE_CHECKING:
    from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class KindWords:
    """The words for one kind: its name, several of it, and what it is for."""

    one: Promise
    many: Promise
    text: Promise


KIND_WORDS: dict[PublicationKind, KindWords] = {
    PublicationKind.INSIGHT: KindWords(
        _("Inzicht"), _("Inzichten"), _("Wat wij nu beter begrijpen, en waarmee u verder kunt.")
    ),
    PublicationKind.COURSE_OF_ACTION: KindWords(
        _("Handelingsperspectief"), _("Handelingsperspectieven"), _("Kort: wat u kunt doen.")
    ),
    PublicationKind.FACTSHEET: KindWords(_("Factsheet"), _("Factsheets"), _("De feiten op een of twee bladzijden.")),
    PublicationKind.ACTION_FRAMEWORK: KindWords(
        _("Handelingskader"), _("Handelingskaders"), _("Stap voor stap: wanneer, wie doet wat en wat niet.")
    ),
}


def kind_choices() -> list[tuple[str, Promise]]:
    """List the kinds as choices of a form."""
    return [(str(kind), words.one) for kind, words in KIND_WORDS.items()]
