"""What anyone reads of a decision: the step that was taken, in plain words, without anything of the dilemma."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from verder.web.words import Words

if TYPE_CHECKING:
    from collections.abc import Mapping

OUTCOME_WORDS: Mapping[str, Words] = {
    "resolve": Words(_("Opgelost"), _("Het Platform vond een oplossing of een inzicht.")),
    "assign_working_group": Words(
        _("Een werkgroep zoekt het uit"), _("Er was meer tijd en kennis nodig dan in één vergadering past.")
    ),
    "escalate_directly": Words(
        _("Naar het Strategisch Beraad"), _("Alleen bestuurders kunnen wegnemen wat in de weg zit.")
    ),
    "commit": Words(_("Toezeggingen van bestuurders"), _("Bestuurders zegden toe wat zij gaan doen, met een datum.")),
    "settle": Words(_("Opgelost"), _("Bestuurders namen een besluit.")),
    "return_to_platform": Words(
        _("Terug naar het Platform"), _("Bestuurders gaven een richting mee. Het Platform gaat ermee verder.")
    ),
    "return_to_working_group": Words(
        _("Terug naar een werkgroep"), _("Bestuurders willen meer weten voordat zij besluiten.")
    ),
    "close_unsolved": Words(
        _("Nog geen oplossing"), _("Alles is geprobeerd. Het dilemma wordt later opnieuw bekeken.")
    ),
}
