"""What people read for how far guidance came."""

from django.utils.translation import gettext_lazy as _

from verder.distribution.queries import Reach

REACH_WORDS = {
    Reach.PASSED_ON: _("Doorgegeven aan collega’s"),
    Reach.RECEIVED: _("Ontvangen"),
    Reach.SENT: _("Verstuurd, nog geen antwoord"),
    Reach.OWED: _("Wacht op verzending"),
    Reach.UNCERTAIN: _("Onzeker of het aankwam"),
    Reach.NOT_REACHED: _("Niet bereikt: geweigerd of teruggestuurd"),
    Reach.NO_ADDRESS: _("Geen adres bekend"),
}
