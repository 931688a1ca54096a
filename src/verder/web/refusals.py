"""Refusals of the network room in Dutch: what did not happen, why, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from verder.network.operations.organisations import OrganisationRefusal, OrganisationRefused
from verder.network.operations.people import PersonRefusal, PersonRefused
from verder.network.operations.seats import SeatRefusal, SeatRefused
from verder.network.operations.words import ExistsAlready

if TYPE_CHECKING:
    from django.utils.functional import Promise

WORDS: dict[str, Promise] = {
    OrganisationRefusal.NAME_TAKEN: _("Er is niets bewaard: deze naam staat er al. Kies een andere naam."),
    OrganisationRefusal.PART_OF_ITSELF: _(
        "Er is niets bewaard: zo wordt de organisatie een onderdeel van zichzelf. Kies een andere organisatie erboven."
    ),
    PersonRefusal.ADDRESS_TAKEN: _(
        "Er is niets bewaard: er is al een account met dit e-mailadres. Zoek dat op, of gebruik een ander adres."
    ),
    PersonRefusal.SITS_IN_THE_COUNCIL: _(
        "Er is niets bewaard: deze persoon zit in het Strategisch Beraad, en deze organisatie doet niet mee in het "
        "Platform. Beëindig eerst de plek in het Beraad."
    ),
    PersonRefusal.OWN_ACCOUNT: _("Er is niets veranderd: dit is uw eigen account. Vraag het een collega."),
    PersonRefusal.CLOSED_ALREADY: _("Er is niets veranderd: dit account was al gesloten. U hoeft niets te doen."),
    SeatRefusal.NO_ACCOUNT_ANY_MORE: _(
        "Er is geen plek gegeven: dit account is gesloten. Nodig de persoon opnieuw uit."
    ),
    SeatRefusal.NOT_IN_THIS_BODY: _(
        "Er is geen plek gegeven: deze rol bestaat niet in dit overleg. Kies een andere rol."
    ),
    SeatRefusal.SPECIALIST_NEEDS_AN_END: _(
        "Er is geen plek gegeven: een specialist krijgt altijd een einddatum. Vul in tot en met wanneer."
    ),
    SeatRefusal.ENDS_BEFORE_IT_STARTS: _(
        "Er is geen plek gegeven: de einddatum ligt vóór de begindatum. Pas een van de twee aan."
    ),
    SeatRefusal.SEATED_ALREADY: _(
        "Er is geen plek gegeven: deze persoon heeft in die tijd al een plek in dit overleg. Beëindig eerst die plek."
    ),
    SeatRefusal.ADMINISTRATOR_HOLDS_NO_OTHER_SEAT: _(
        "Er is geen plek gegeven: een beheerder ziet geen inhoud, en heeft daarom geen andere plek. "
        "Beëindig eerst de andere plek, of geef deze aan iemand anders."
    ),
    SeatRefusal.OWN_SEAT: _(
        "Er is geen plek gegeven: een beheerder geeft zichzelf geen plek. Vraag het een collega of het secretariaat."
    ),
    SeatRefusal.COUNCIL_SEATS_PARTICIPANTS_ONLY: _(
        "Er is geen plek gegeven: in het Strategisch Beraad zitten bestuurders van organisaties die meedoen in het "
        "Platform. Geef eerst iemand van deze organisatie een plek in het Platform."
    ),
    SeatRefusal.LAST_OF_THE_SECRETARIAT: _(
        "De plek blijft bestaan: zonder deze persoon is er niemand meer in het secretariaat. "
        "Geef eerst iemand anders een plek in het secretariaat."
    ),
    SeatRefusal.LAST_ADMINISTRATOR: _(
        "De plek blijft bestaan: zonder deze persoon is er geen beheerder meer. Maak eerst iemand anders beheerder."
    ),
    SeatRefusal.ENDED_ALREADY: _("Er is niets veranderd: deze plek was al afgelopen. U hoeft niets te doen."),
}
EXISTS = _("Er is niets bewaard: dit staat er al. U hoeft niets te doen.")


def words_of(refused: OrganisationRefused | PersonRefused | SeatRefused | ExistsAlready) -> str:
    """Put a refusal in words."""
    return str(EXISTS if isinstance(refused, ExistsAlready) else WORDS[refused.reason])
