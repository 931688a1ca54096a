"""Why something was not done to a dilemma: what did not happen, why, and what to do; one sentence each or two."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from verder.deliberation.models import DilemmaFile, WorkingGroup
from verder.deliberation.operations import (
    attachments,
    climb,
    commitments,
    council,
    exchange,
    groups,
    meetings,
    secretariat,
    sharing,
)
from verder.deliberation.operations.group_keeping import GroupHasEnded
from verder.domain.ladder import Refusal, Step, Verdict
from verder.domain.rungs import Need, Party
from verder.network.operations.seats import SeatRefused
from verder.slips.operations import hide
from verder.web.refusals import words_of
from verder.web.words import PARTY_WORDS, RUNG_WORDS
from verder.web.words.needs import NEED
from verder.web.words.steps import STEP

if TYPE_CHECKING:
    from django.utils.functional import Promise

    from verder.deliberation.queries.situation import Situation

NOT_KEPT = gettext_lazy("Er is niets bewaard: ")


@dataclass(frozen=True, slots=True)
class Told:
    """A refusal in words, and the field of the form that it is about, if it is about one."""

    text: str
    field: str = ""


WORDS: dict[type[Exception], tuple[Promise, str]] = {
    hide.NothingThere: (gettext_lazy("op deze plaatsen staat het niet meer. Zoek opnieuw waar het staat."), "places"),
    secretariat.DateHasPassed: (gettext_lazy("deze datum is voorbij. Kies een dag die nog komt."), Need.NEW_DATE),
    exchange.DateHasPassed: (gettext_lazy("deze datum is voorbij. Kies een dag die nog komt."), "answer_by"),
    groups.DateHasPassed: (gettext_lazy("deze datum is voorbij. Kies een dag die nog komt."), "first_meeting_on"),
    council.DateHasPassed: (
        gettext_lazy("een van de datums is voorbij. Kies een dag die nog komt."),
        Need.DATE_TO_LOOK_AGAIN,
    ),
    secretariat.CannotJoin: (
        gettext_lazy("samenvoegen kan alleen met een ander dilemma dat nog loopt. Kijk het nummer na."),
        Need.DILEMMA_TO_JOIN,
    ),
    meetings.NoSuchMeeting: (
        gettext_lazy("deze vergadering is niet meer gepland. Kies een andere vergadering, of plan er een."),
        Need.PLANNED_MEETING,
    ),
    sharing.OnlyTheSubmitterWidens: (
        gettext_lazy("een ruimer label kan alleen de inbrenger geven. Vraag het in een bericht aan de inbrenger."),
        Need.TLP_LABEL,
    ),
    sharing.NothingToSee: (gettext_lazy("er is nog geen gedeelde versie. Schrijf die eerst."), ""),
    sharing.TooLate: (
        gettext_lazy(
            "een overleg heeft het dilemma nu voor zich. De tekst kan weer veranderen als het terug is bij het "
            "secretariaat."
        ),
        "",
    ),
    attachments.NotLookedAt: (
        gettext_lazy("niemand heeft dit bestand nog bekeken. Open het, kijk ernaar, en leg dat eerst vast."),
        "",
    ),
    DilemmaFile.DoesNotExist: (gettext_lazy("dit bestand is al weggehaald. Ga terug naar het dilemma."), ""),
    sharing.LastReader: (
        gettext_lazy(
            "zonder deze lezer kan niemand van het secretariaat dit dilemma nog zien. Noem eerst een collega als lezer."
        ),
        "",
    ),
    secretariat.CannotHandle: (
        gettext_lazy("deze persoon mag het dilemma niet lezen. Kies een ander, of noem deze persoon eerst als lezer."),
        "",
    ),
    sharing.NotAllowed: (gettext_lazy("dit mag alleen het secretariaat. Vraag het daar."), ""),
    exchange.NotInConversation: (gettext_lazy("alleen inbrenger en secretariaat schrijven hier. Vraag het daar."), ""),
    groups.NobodyInIt: (gettext_lazy("een werkgroep heeft ten minste één lid. Kies iemand."), "members"),
    GroupHasEnded: (gettext_lazy("deze werkgroep is afgelopen. Kies een andere, of vorm een nieuwe."), "group"),
    WorkingGroup.DoesNotExist: (gettext_lazy("deze werkgroep bestaat niet. Kies een andere."), "group"),
    council.NotFailed: (
        gettext_lazy("deze toezegging is gedaan, of heeft nog tijd. Kies een andere toezegging."),
        Need.FAILED_COMMITMENT,
    ),
    commitments.ReasonMissing: (
        gettext_lazy("een toezegging vervalt niet zonder reden. Schrijf de reden op."),
        "result",
    ),
}
REFUSALS: tuple[type[Exception], ...] = (*WORDS, sharing.TooSoon, climb.StepRefused, SeatRefused)


def told(refused: Exception, situation: Situation) -> Told:
    """Put a refusal of an operation in words."""
    if isinstance(refused, climb.StepRefused):
        return Told(f"{NOT_KEPT}{why_not(refused.step, refused.verdict, situation)}")
    if isinstance(refused, SeatRefused):
        return Told(words_of(refused), "members")
    if isinstance(refused, sharing.TooSoon):
        until = date_format(timezone.localdate(refused.until), "j F Y")
        text = _("de inbrenger heeft nog tot %(until)s om te kijken. Wacht tot dan, of bel.") % {"until": until}
        return Told(f"{NOT_KEPT}{text}")
    why, field = WORDS[type(refused)]
    return Told(f"{NOT_KEPT}{why}", field)


def why_not(step: Step, verdict: Verdict, situation: Situation) -> str:
    """Say why a step cannot be taken, in a sentence or more."""
    if verdict.refusal is Refusal.NOT_FROM_HERE:
        here = RUNG_WORDS[situation.rung].title
        return _("het dilemma staat op ‘%(here)s’, en daar kan deze stap niet.") % {"here": here}
    if verdict.refusal is Refusal.NOT_YOURS:
        return who_decides(step, situation)
    return " ".join(str(NEED[need].missing) for need in Need if need in verdict.missing)


def who_decides(step: Step, situation: Situation) -> str:
    """Say who takes a step."""
    takers = step.taken_by if step.target else {situation.responsible}
    names = [str(PARTY_WORDS[party]) for party in Party if party in takers]
    return _("Dit doet %(party)s.") % {"party": _(" of ").join(names)}


def someone_was_first(button: str) -> str:
    """Say that a colleague changed the dilemma first."""
    return _(
        "‘%(button)s’ is niet gedaan: een collega was u voor. Bekijk wat er veranderd is en probeer het opnieuw. "
        "Wat u typte, staat er nog."
    ) % {"button": button}


def no_longer_open(step: Step, verdict: Verdict, situation: Situation) -> str:
    """Say that a colleague's change has shut the step."""
    return _("‘%(button)s’ is niet gedaan: een collega was u voor. Nu kan het niet meer: %(why)s") % {
        "button": STEP[step.name].button,
        "why": why_not(step, verdict, situation),
    }
