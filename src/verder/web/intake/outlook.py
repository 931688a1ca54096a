"""What a receipt says of the days to come, as stations on the line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from verder.web.components import Station, StationState

if TYPE_CHECKING:
    from verder.deliberation.models import Dilemma


def outlook(dilemma: Dilemma) -> tuple[Station, ...]:
    """Tell what happens after a dilemma came in, from today until there is an answer."""
    sender, due = dilemma.submitter, dilemma.next_date
    confirming = bool(sender.email and not sender.email_confirmed_at)
    until = date_format(due, "l j F Y") if due else ""
    stations = [
        Station(StationState.PRESENT, _("Ingebracht"), timezone.localdate(dilemma.submitted_at), _mail(dilemma))
    ]
    if confirming:
        text = _("U krijgt een e-mail met een link. Pas na uw bevestiging sturen wij bericht bij elke stap.")
        stations.append(Station(StationState.NEXT, _("U bevestigt uw e-mailadres"), _("Vandaag"), text))
    stations += [
        Station(
            StationState.NEXT,
            _("Het secretariaat leest uw dilemma"),
            _("Uiterlijk %(date)s") % {"date": until},
            _("Dan leest u op uw pagina hoe het verdergaat. Is er een vraag aan u? Die leest en beantwoordt u daar."),
        ),
        Station(
            StationState.NEXT,
            _("U krijgt antwoord"),
            text=_("Altijd, ook als het antwoord is: er is nog geen oplossing."),
        ),
    ]
    return tuple(stations)


def _mail(dilemma: Dilemma) -> str:
    if dilemma.submitter.email:
        return ""
    return _("U gaf geen e-mailadres op. Kijk dus zelf op uw pagina. Daar kunt u alsnog een adres opgeven.")
