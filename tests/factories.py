"""Makes what tests need, through the operations wherever there is one; nothing happens that a test does not ask for."""

from __future__ import annotations

import itertools
import uuid
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta

from django.utils import timezone

from tests.guidance.pieces import decided, made_ready
from tests.personas import as_actor, secretary
from verder.deliberation.actor import Actor, Intent
from verder.deliberation.models import Dilemma, ItemKind, Meeting, Presenter
from verder.deliberation.operations import agenda, groups, intake, planning, platform, secretariat, sending, sharing
from verder.deliberation.operations.intake import Receipt, Request, Sender
from verder.deliberation.operations.meetings import Plan
from verder.domain.tlp import Tlp
from verder.guidance.models import Feedback, Publication, PublicationKind, Verdict
from verder.guidance.operations import publish
from verder.guidance.operations.feedback import tell
from verder.network.models import Body, BodyKind, Person
from verder.network.standing import Standing, standing_of
from verder.textcheck import CheckedText, clear

MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
_serial = itertools.count(1)


def checked(text: str) -> CheckedText:
    """Return a clean text as checked text."""
    return clear(text, allowed=frozenset())


def words(**fields: str) -> Mapping[str, CheckedText]:
    """Return the words of a dilemma by field, with a question and a situation of their own."""
    said = {"question": "Mag ik dit delen?", "situation": "Een school maakt zich zorgen.", **fields}
    return {name: checked(text) for name, text in said.items()}


def new_intent(dilemma: Dilemma | None = None) -> Intent:
    """Return what a fresh form carries: a key of its own, and the version of the dilemma that it shows."""
    return Intent(dilemma.version if dilemma else None, uuid.uuid4())


def put_in(*, at: datetime = MONDAY, actor: Actor | None = None, tlp: Tlp = Tlp.AMBER_STRICT, **said: str) -> Receipt:
    """Put a dilemma in by the public form, or as a participant when `actor` has an account."""
    request = Request(words(**said), Sender(role="leerplichtambtenaar"), tlp=tlp)
    return intake.submit(request, actor=actor or Actor(), at=at, intent=new_intent())


def dilemma_at_intake(**options: object) -> Dilemma:
    """Return a dilemma that was just put in."""
    receipt = put_in(**options)  # type: ignore[arg-type]
    return Dilemma.objects.select_related("submitter").get(number=receipt.number)


def admitted(
    dilemma: Dilemma,
    by: Person,
    *,
    at: datetime = MONDAY,
    tlp: Tlp | None = None,
    public_title: str = "",
    **said: str,
) -> Dilemma:
    """Carry a dilemma from intake to where it waits for the Platform."""
    actor, number = as_actor(by, at), dilemma.number
    sharing.prepare_shared_version(number, words=words(**said), actor=actor, at=at, intent=Intent())
    sharing.agree_to_shared_version(number, actor=Actor(submitter_of=dilemma.key), at=at, intent=Intent())
    secretariat.admit(
        number,
        tlp=tlp or Tlp(dilemma.tlp),
        presenter=Presenter.SECRETARIAT,
        public_title=public_title,
        actor=actor,
        at=at,
        intent=Intent(),
    )
    return fresh(dilemma)


def meeting_of(kind: BodyKind, by: Person, *, at: datetime = MONDAY, in_days: int = 7) -> Meeting:
    """Plan a meeting of the Platform or the council."""
    body = body_of(kind)
    plan = Plan(starts_at=at + timedelta(days=in_days), place="Utrecht")
    return planning.plan_meeting(body, plan, actor=as_actor(by, at), at=at)


def sent(meeting: Meeting, by: Person, *, at: datetime = MONDAY) -> Meeting:
    """Send the agenda of a meeting to its members."""
    sending.send_agenda(meeting.key, actor=as_actor(by, at), at=at, intent=new_intent())
    return Meeting.objects.select_related("body").get(pk=meeting.pk)


def placed(dilemma: Dilemma, meeting: Meeting, by: Person, *, at: datetime = MONDAY) -> Dilemma:
    """Put a dilemma that waits on the agenda of a meeting."""
    agenda.place_on_agenda(
        dilemma.number,
        meeting=meeting.key,
        kind=ItemKind.DECISION,
        actor=as_actor(by, at),
        at=at,
        intent=Intent(),
    )
    return fresh(dilemma)


def at_platform(by: Person, *, at: datetime = MONDAY, tlp: Tlp = Tlp.AMBER_STRICT) -> tuple[Dilemma, Meeting]:
    """Return a dilemma on the agenda of a Platform meeting a week later."""
    dilemma = admitted(dilemma_at_intake(at=at, tlp=tlp), by, at=at)
    meeting = meeting_of(BodyKind.PLATFORM, by, at=at)
    return placed(dilemma, meeting, by, at=at), meeting


def in_working_group(
    by: Person, *, lead: Person, members: tuple[Person, ...] = (), at: datetime = MONDAY, tlp: Tlp = Tlp.AMBER_STRICT
) -> Dilemma:
    """Return a dilemma that a working group under `lead` looks into, formed on the day of the Platform meeting."""
    dilemma, meeting = at_platform(by, at=at, tlp=tlp)
    then = meeting.starts_at
    platform.assign_working_group(
        dilemma.number, assignment=checked("Zoek dit uit."), actor=as_actor(by, then), at=then, intent=Intent()
    )
    group = groups.NewGroup("Werkgroep delen", members, lead, (then + timedelta(days=23)).date())
    groups.form_working_group(dilemma.number, group=group, actor=as_actor(by, then), at=then, intent=Intent())
    return fresh(dilemma)


def at_council(by: Person, *, lead: Person, at: datetime = MONDAY) -> tuple[Dilemma, Meeting]:
    """Return a dilemma on the agenda of a council meeting, two weeks after the Platform's."""
    dilemma = in_working_group(by, lead=lead, at=at)
    then = at + timedelta(days=14)
    groups.escalate(
        dilemma.number,
        what_was_tried=checked("De groep vroeg drie organisaties."),
        why_no_result=checked("Geen route past."),
        that_it_persists=checked("Het speelt overal."),
        asked_of_directors=checked("Neem de regel weg."),
        actor=as_actor(by, then),
        at=then,
        intent=Intent(),
    )
    meeting = meeting_of(BodyKind.COUNCIL, by, at=then)
    return placed(fresh(dilemma), meeting, by, at=then), meeting


def published_guidance(*, tlp: Tlp = Tlp.CLEAR, at: datetime = MONDAY) -> Publication:
    """Return a published insight, written by one secretary and reviewed by another."""
    writer, reviewer = secretary(), secretary()
    draft = publish.Draft(
        PublicationKind.INSIGHT, checked("Delen mag vaak"), checked("Kort."), checked("Vraag eerst advies.")
    )
    publication = made_ready(publish.write(draft, standing=standing_of(writer, at.date()), at=at))
    return publish.publish(
        publication.key,
        decided(at.date() + timedelta(days=365), tlp),
        version=publication.version,
        standing=standing_of(reviewer, at.date()),
        at=at,
    )


def answered_with(piece: Publication, dilemma: Dilemma, by: Actor, *, at: datetime = MONDAY) -> Dilemma:
    """Answer a dilemma with a piece of guidance."""
    message, intent = checked("Lees dit stuk."), new_intent()
    secretariat.answer(dilemma.number, publications=[piece], link=None, message=message, actor=by, at=at, intent=intent)
    return fresh(dilemma)


def did_not_help(piece: Publication, *, at: datetime = MONDAY, why: str = "") -> Feedback:
    """Let a reader tell that a piece did not help."""
    return tell(piece.slug, Verdict.DID_NOT_HELP, why=checked(why), standing=Standing(), at=at)


def body_of(kind: BodyKind) -> Body:
    """Return the body of a kind, made on first use."""
    return Body.objects.get_or_create(kind=kind, defaults={"name": str(kind)})[0]


def fresh(dilemma: Dilemma) -> Dilemma:
    """Read a dilemma anew."""
    return Dilemma.objects.select_related("submitter").get(pk=dilemma.pk)


def today() -> date:
    """Return today in the Netherlands."""
    return timezone.localdate()
