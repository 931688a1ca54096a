"""Why a piece that somebody reads does not simply hold: it is past its day, an earlier edition, or withdrawn.

Page, paper and walk say it in the same words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from verder.guidance.queries import is_expired
from verder.paper.document import day_in_words

if TYPE_CHECKING:
    from verder.guidance.models import Publication


@dataclass(frozen=True, slots=True)
class Mark:
    """One word for the head of each page, a notice, and the address of what to read now, with the words of its link."""

    word: str
    title: str
    words: str
    address: str = ""
    link: str = ""


def mark_of(publication: Publication) -> Mark | None:
    """Return what a reader of a published piece or of an earlier edition must know; None when it simply holds."""
    if publication.edition_of is not None:
        return _earlier(publication, publication.edition_of)
    if publication.review_on is not None and is_expired(publication, on=timezone.localdate()):
        words = _(
            "Het was geldig tot %(day)s. Niemand heeft daarna gekeken of het nog klopt. "
            "Vraag na of het nog geldt voordat u het gebruikt."
        )
        return Mark(_("verlopen"), _("Dit stuk is verlopen"), words % {"day": day_in_words(publication.review_on)})
    return None


def _earlier(publication: Publication, live: Publication) -> Mark:
    words = _("Versie %(old)s geldt niet meer. Versie %(new)s geldt nu.")
    return Mark(
        _("eerdere versie"),
        _("Dit is een eerdere versie"),
        words % {"old": publication.edition, "new": live.edition},
        reverse("guidance", args=[live.slug]),
        _("Lees de versie die nu geldt"),
    )


def mark_of_withdrawn(replacement: Publication | None) -> Mark:
    """Return what a reader of a withdrawn piece must know: what replaces it, or that nothing does."""
    title = _("Dit stuk is ingetrokken")
    if replacement is None:
        return Mark(_("ingetrokken"), title, _("Het geldt niet meer. Er is nog niets dat het vervangt."))
    words = _("Het geldt niet meer. Het is vervangen door ‘%(title)s’.") % {"title": replacement.title}
    address = reverse("guidance", args=[replacement.slug])
    return Mark(_("ingetrokken, vervangen"), title, words, address, _("Lees wat het vervangt"))
