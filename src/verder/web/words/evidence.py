"""What people read of how far an approach came."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from verder.domain.evidence import Evidence

if TYPE_CHECKING:
    from django.utils.functional import Promise

    from verder.domain.evidence import Heard, Thresholds

EVIDENCE_WORDS: dict[Evidence, Promise] = {
    Evidence.NEW: gettext_lazy("Nieuw"),
    Evidence.TRIED: gettext_lazy("Wordt geprobeerd"),
    Evidence.PROVEN: gettext_lazy("Bewezen"),
}


def heard_in_words(heard: Heard) -> str:
    """Tell how many organisations used a piece, and how many it helped."""
    if not heard.used:
        return _("Nog geen organisatie vertelde of dit hielp.")
    used = ngettext("%(number)d organisatie gebruikte dit.", "%(number)d organisaties gebruikten dit.", heard.used)
    helped = _("Het hielp bij %(helped)d, en niet bij %(not_helped)d.") % {
        "helped": heard.helped,
        "not_helped": heard.did_not_help,
    }
    return f"{used % {'number': heard.used}} {helped}"


def rules_in_words(thresholds: Thresholds) -> list[tuple[str, str]]:
    """Tell from when a piece is tried, from when it is proven, and how long it stays so."""
    tried = ngettext("%(used)d organisatie gebruikte het.", "%(used)d organisaties gebruikten het.", thresholds.used)
    proven = _("Het hielp bij %(helped)d of meer organisaties, en bij minstens %(percent)d%% van wie het weet.")
    stays = _("Het helpt bij minder organisaties dan dat, of bij minder dan %(percent)d%% van wie het weet.")
    return [
        (str(EVIDENCE_WORDS[Evidence.TRIED]), tried % {"used": thresholds.used}),
        (
            str(EVIDENCE_WORDS[Evidence.PROVEN]),
            proven % {"helped": thresholds.helped, "percent": thresholds.percent},
        ),
        (_("Niet meer bewezen"), stays % {"percent": thresholds.percent_to_stay}),
    ]
