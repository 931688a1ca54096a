"""What a TLP label means here, in a sentence."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from verder.domain.tlp import Tlp

TLP_IN_SHORT = {
    Tlp.RED: _("Alleen mensen die bij naam zijn genoemd. Komt nooit in stukken of e-mail."),
    Tlp.AMBER_STRICT: _("Het secretariaat en de leden van elk overleg waar het dilemma komt."),
    Tlp.AMBER: _("Ook collega’s van die leden, binnen hun eigen organisatie."),
    Tlp.GREEN: _("Iedereen met een account bij Verder."),
    Tlp.CLEAR: _("Iedereen. De gedeelde versie wordt openbaar."),
}
