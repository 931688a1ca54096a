"""For each step that has a page: a dilemma from which it can be taken today, and what one posts to take it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from django.utils import timezone

from tests import factories, personas
from tests.factories import checked
from tests.personas import as_actor
from verder.deliberation.actor import Intent
from verder.deliberation.models import Dilemma
from verder.deliberation.operations import commitments, council, exchange, groups, secretariat, sharing
from verder.deliberation.queries.groups import group_at_work_on
from verder.network.models import BodyKind, Person

Posted = dict[str, object]
Way = Callable[[Person], tuple[Dilemma, Posted]]

NOW = timezone.now()
WEEK_AGO = NOW - timedelta(days=7)
THREE_WEEKS_AGO = NOW - timedelta(days=21)
LATER = timezone.localdate(NOW + timedelta(days=40)).isoformat()
MESSAGE = {"message_to_submitter": "Dit is er besloten."}


ESCALATED = ("what_was_tried", "why_no_result", "that_it_persists", "asked_of_directors")


def at_intake(_clerk: Person) -> Dilemma:
    """Return a dilemma at intake."""
    return factories.dilemma_at_intake(at=NOW)


def fit_to_admit(clerk: Person) -> Dilemma:
    """Return a dilemma at intake whose shared version the submitter has seen."""
    dilemma = at_intake(clerk)
    actor = as_actor(clerk, NOW)
    sharing.prepare_shared_version(dilemma.number, words=factories.words(), actor=actor, at=NOW, intent=Intent())
    sharing.state_how_seen(dilemma.number, how=sharing.HowSeen.BY_TELEPHONE, actor=actor, at=NOW, intent=Intent())
    return factories.fresh(dilemma)


def asked(clerk: Person) -> Dilemma:
    """Return a dilemma that waits for its submitter."""
    dilemma = at_intake(clerk)
    exchange.ask_submitter(
        dilemma.number, question=checked("Wie beslist?"), actor=as_actor(clerk, NOW), at=NOW, intent=Intent()
    )
    return factories.fresh(dilemma)


def waiting(clerk: Person) -> Dilemma:
    """Return a dilemma that waits for the Platform."""
    return factories.admitted(at_intake(clerk), clerk, at=NOW)


def at_platform(clerk: Person) -> Dilemma:
    """Return a dilemma before the Platform, which meets today."""
    return factories.at_platform(clerk, at=WEEK_AGO)[0]


def in_group(clerk: Person) -> Dilemma:
    """Return a dilemma that a working group looks into."""
    return factories.in_working_group(clerk, lead=personas.participant(), at=WEEK_AGO)


def assigned(clerk: Person) -> Dilemma:
    """Return a dilemma that waits for a working group."""
    dilemma = at_platform(clerk)
    factories.platform.assign_working_group(
        dilemma.number, assignment=checked("Zoek dit uit."), actor=as_actor(clerk, NOW), at=NOW, intent=Intent()
    )
    return factories.fresh(dilemma)


def escalated(clerk: Person) -> Dilemma:
    """Return a dilemma that waits for the council."""
    dilemma = in_group(clerk)
    said = {name: checked("Dat is zo.") for name in ESCALATED}
    groups.escalate(dilemma.number, **said, actor=as_actor(clerk, NOW), at=NOW, intent=Intent())
    return factories.fresh(dilemma)


def at_council(clerk: Person) -> Dilemma:
    """Return a dilemma before the council, which meets today."""
    return factories.at_council(clerk, lead=personas.participant(), at=THREE_WEEKS_AGO)[0]


def promised(clerk: Person) -> Dilemma:
    """Return a dilemma with one promise that was kept and one that was dropped."""
    dilemma = at_council(clerk)
    actor, director = as_actor(clerk, NOW), personas.director()
    promises = [
        council.Promise(checked(text), director, timezone.localdate(NOW), forum="Brief") for text in ("Een.", "Twee.")
    ]
    council.commit(dilemma.number, promises=promises, actor=actor, at=NOW, intent=Intent())
    kept, dropped = dilemma.commitments.order_by("pk")
    commitments.keep_commitment(kept.key, result=checked("Gedaan."), actor=actor, at=NOW, intent=Intent())
    commitments.drop_commitment(dropped.key, reason=checked("Geen geld."), actor=actor, at=NOW, intent=Intent())
    return factories.fresh(dilemma)


def declined(clerk: Person) -> Dilemma:
    """Return a dilemma that ended at intake."""
    dilemma = at_intake(clerk)
    secretariat.decline(
        dilemma.number,
        reason=checked("Past niet."),
        message=checked("Dit past hier niet."),
        actor=as_actor(clerk, NOW),
        at=NOW,
        intent=Intent(),
    )
    return factories.fresh(dilemma)


def with_words(start: Callable[[Person], Dilemma], *needs: str, **chosen: object) -> Way:
    """Return a way on which only words and fixed choices are posted."""
    words = {need: f"Dit is antwoord {number}." for number, need in enumerate(needs, 1)}
    return lambda clerk: (start(clerk), {**words, **chosen})


def answering(clerk: Person) -> tuple[Dilemma, Posted]:
    """Answer with guidance that is published here."""
    return at_intake(clerk), {"guidance": [str(factories.published_guidance(at=NOW).key)], **MESSAGE}


def merging(clerk: Person) -> tuple[Dilemma, Posted]:
    """Join another dilemma that is under way."""
    return at_intake(clerk), {"dilemma_to_join": at_intake(clerk).number, **MESSAGE}


def admitting(clerk: Person) -> tuple[Dilemma, Posted]:
    """Admit a dilemma under a stricter label."""
    chosen = {"tlp_label": "TLP:RED", "presenter": "secretariat", "public_title": "Delen van zorgen"}
    return fit_to_admit(clerk), chosen


def placing(clerk: Person) -> tuple[Dilemma, Posted]:
    """Place a dilemma on the agenda of a planned Platform meeting."""
    dilemma = waiting(clerk)
    meeting = factories.meeting_of(BodyKind.PLATFORM, clerk, at=NOW)
    return factories.fresh(dilemma), {"planned_meeting": str(meeting.key)}


def placing_before_council(clerk: Person) -> tuple[Dilemma, Posted]:
    """Place a dilemma on the agenda of a planned council meeting."""
    dilemma = escalated(clerk)
    meeting = factories.meeting_of(BodyKind.COUNCIL, clerk, at=NOW)
    return factories.fresh(dilemma), {"planned_meeting": str(meeting.key)}


def forming(clerk: Person) -> tuple[Dilemma, Posted]:
    """Form a new group."""
    lead, member = personas.participant(), personas.participant()
    chosen = {"name": "Werkgroep delen", "lead": lead.pk, "members": [member.pk], "first_meeting_on": LATER}
    return assigned(clerk), chosen


def delivering(clerk: Person) -> tuple[Dilemma, Posted]:
    """Deliver what the group has published."""
    dilemma = in_group(clerk)
    group = group_at_work_on(dilemma)
    groups.add_product(group, factories.published_guidance(at=NOW), actor=as_actor(clerk, NOW), at=NOW)
    return dilemma, dict(MESSAGE)


def committing(clerk: Person) -> tuple[Dilemma, Posted]:
    """Record two promises: one on a political agenda, one in an organisation."""
    director, place = personas.director(), personas.organisation()
    first = {"text_1": "De regel gaat weg.", "owner_1": director.pk, "due_on_1": LATER, "forum_1": "Kamerbrief"}
    second = {"text_2": "Er komt geld.", "owner_2": director.pk, "due_on_2": LATER, "organisation_2": place.pk}
    return at_council(clerk), {"rows": 2, **first, **second}


def resuming(clerk: Person) -> tuple[Dilemma, Posted]:
    """Bring a dilemma back because a promise was dropped."""
    dilemma = promised(clerk)
    dropped = dilemma.commitments.get(state="dropped")
    return dilemma, {"failed_commitment": str(dropped.key), "reason": "Er was geen geld."}


WAYS: dict[str, Way] = {
    "ask_submitter": with_words(at_intake, "question"),
    "proceed": with_words(asked, "reason"),
    "answer": answering,
    "refer": with_words(at_intake, "where_to", **MESSAGE),
    "decline": with_words(at_intake, "reason", **MESSAGE),
    "merge": merging,
    "admit": admitting,
    "place_on_agenda": placing,
    "carry_over": with_words(at_platform, "reason"),
    "resolve": with_words(at_platform, "solution", "how_spread", **MESSAGE),
    "assign_working_group": with_words(at_platform, "assignment"),
    "form_working_group": forming,
    "escalate_directly": with_words(at_platform, "why_no_group", "asked_of_directors"),
    "deliver": delivering,
    "report_back": with_words(in_group, "to_decide"),
    "let_lapse": with_words(in_group, "why_gone", **MESSAGE),
    "escalate": with_words(in_group, *ESCALATED),
    "place_on_council_agenda": placing_before_council,
    "defer": with_words(at_council, "reason"),
    "commit": committing,
    "settle": with_words(at_council, "decision", **MESSAGE),
    "return_to_platform": with_words(at_council, "direction"),
    "return_to_working_group": with_words(at_council, "what_more"),
    "close_unsolved": with_words(at_council, "reason", "what_was_tried", date_to_look_again=LATER, **MESSAGE),
    "conclude": with_words(promised, "outcome", **MESSAGE),
    "resume": resuming,
    "extend": with_words(at_intake, "reason", new_date=LATER),
    "reopen": with_words(declined, "evidence"),
    "withdraw": with_words(waiting, "reason"),
}
