"""What is said of an agenda: its sources, its signals, and who signs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from verder.deliberation.models import SignalKind, SignalReach, SignalState, SignOffRole
from verder.deliberation.queries.backlog import Source
from verder.network.models import BodyKind

if TYPE_CHECKING:
    from django.utils.functional import Promise

SOURCE_WORDS: dict[Source, Promise] = {
    Source.DILEMMA: _("Dilemma’s"),
    Source.SIGNAL: _("Signalen en inzichten"),
    Source.GUIDANCE: _("Kennis om te bevestigen"),
    Source.ACTION: _("Acties die te laat zijn"),
    Source.ITEM: _("Punten van een eerdere vergadering"),
}
ROLE_WORDS: dict[SignOffRole, Promise] = {
    SignOffRole.SECRETARIAT: _("Secretariaat"),
    SignOffRole.PLATFORM: _("Platform: voorzitter of plaatsvervanger"),
    SignOffRole.COUNCIL_CHAIR: _("Beraad: voorzitter of plaatsvervanger"),
}
CHANGE_WORDS: dict[str, Promise] = {
    "added": _("er kwam een punt bij"),
    "withdrawn": _("er ging een punt af"),
    "carried_over": _("een punt schoof door"),
    "moved": _("de volgorde veranderde"),
    "changed": _("een punt werd gewijzigd"),
    "cover_note": _("een oplegger werd gewijzigd"),
    "papers": _("een bijlage kwam erbij of ging weg"),
}
IS_ASKED: dict[BodyKind, Promise] = {
    BodyKind.PLATFORM: _("Het Platform wordt gevraagd"),
    BodyKind.COUNCIL: _("Het Strategisch Beraad wordt gevraagd"),
    BodyKind.WORKING_GROUP: _("De werkgroep wordt gevraagd"),
}
SIGNAL_KIND_WORDS: dict[SignalKind, Promise] = {
    SignalKind.SIGNAL: _("signaal"),
    SignalKind.INSIGHT: _("inzicht"),
}
SIGNAL_REACH_WORDS: dict[SignalReach, Promise] = {
    SignalReach.ONE_PLACE: _("op één plek"),
    SignalReach.REGION: _("in één regio"),
    SignalReach.SEVERAL_REGIONS: _("in meer regio’s"),
    SignalReach.NATIONAL: _("in het hele land"),
}
SIGNAL_STATE_WORDS: dict[SignalState, Promise] = {
    SignalState.NEW: _("nieuw"),
    SignalState.ON_AGENDA: _("op een agenda"),
    SignalState.DISCUSSED: _("besproken"),
    SignalState.CLOSED: _("afgerond"),
}
