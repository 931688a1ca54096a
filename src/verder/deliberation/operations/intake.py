"""How a dilemma comes in: by the form, from a participant with an account, or by telephone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from verder.audit.queries import event_of_request
from verder.audit.record import Happening, record
from verder.deliberation.actor import Actor, Intent
from verder.deliberation.links import Purpose, link_to, receipt_code, receipt_hash
from verder.deliberation.models import (
    Channel,
    Dilemma,
    KnownTo,
    NumberSeries,
    Original,
    Presenter,
    Submitter,
)
from verder.deliberation.operations.attachments import keep_files
from verder.deliberation.operations.checked import keep_exemptions
from verder.deliberation.operations.climb import AlreadyTaken
from verder.deliberation.operations.dates import next_date_on
from verder.deliberation.operations.sharing import name_first_readers
from verder.deliberation.operations.tallies import Place, move_tally
from verder.deliberation.operations.telling import tell
from verder.deliberation.queries.submissions import dilemma_of_link
from verder.domain.rungs import Party, Rung
from verder.domain.tlp import DEFAULT, Tlp
from verder.files.checked import CheckedFile
from verder.post.owe import Letter, owe
from verder.textcheck import CheckedText

PUT_IN = frozenset({"step.submit", "step.record"})


class NotYours(Exception):
    """Only the secretariat records a dilemma on behalf of a caller."""


@dataclass(frozen=True, slots=True)
class Sender:
    """What someone who puts a dilemma in says of themselves; only the role is needed to understand it."""

    role: str = ""
    name: str = ""
    organisation: str = ""
    email: str = ""
    known_to: KnownTo = KnownTo.SECRETARIAT


@dataclass(frozen=True, slots=True)
class Request:
    """A dilemma as it is put in: its checked words by field, and what the submitter asks of its sharing."""

    words: Mapping[str, CheckedText]
    sender: Sender
    tlp: Tlp = DEFAULT
    presenter: Presenter = Presenter.SECRETARIAT
    theme: int | None = None
    files: Sequence[CheckedFile] = ()


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the submitter takes away: the number, and the code that opens the page."""

    number: str
    code: str


@transaction.atomic
def submit(request: Request, *, actor: Actor, at: datetime, intent: Intent) -> Receipt:
    """Put a dilemma in as its submitter, with or without an account.

    The same form sent twice gives the same receipt and one dilemma. Raise TooManyFiles when it brings more files than
    a dilemma holds.
    """
    channel = Channel.ACCOUNT if actor.standing.person else Channel.FORM
    return _enter(request, "submit", channel, Party.SUBMITTER, actor=actor, at=at, intent=intent)


@transaction.atomic
def record_for_caller(request: Request, *, actor: Actor, at: datetime, intent: Intent) -> Receipt:
    """Put a dilemma in on behalf of someone who called; raise NotYours outside the secretariat."""
    if not actor.standing.is_secretariat:
        raise NotYours
    return _enter(request, "record", Channel.CALLER, Party.SECRETARIAT, actor=actor, at=at, intent=intent)


def receipt_again(intent: Intent) -> Receipt | None:
    """Return the receipt of a form that was sent before, for its second click."""
    event = event_of_request(intent.stored_key) if intent.stored_key else None
    if event is None or event.subject is None or event.action not in PUT_IN or intent.request_key is None:
        return None
    return Receipt(Dilemma.objects.get(key=event.subject).number, receipt_code(intent.request_key))


def _enter(
    request: Request, step: str, channel: Channel, party: Party, *, actor: Actor, at: datetime, intent: Intent
) -> Receipt:
    number = _number(timezone.localdate(at).year)  # holds a second click until the first is through
    if intent.request_key is None or receipt_again(intent):
        raise AlreadyTaken
    dilemma = _open(number, request, at=at)
    code = receipt_code(intent.request_key)
    submitter = _introduce(dilemma, request.sender, code, channel, actor)
    _keep(dilemma, request.words, at=at)
    keep_files(dilemma, request.files, party, at=at)
    if request.tlp is Tlp.RED:
        name_first_readers(dilemma, actor.standing.person, at=at)
    event = record(
        Happening(
            action=f"step.{step}",
            party=party,
            actor=actor.opaque_id,
            origin=actor.origin_as(party),
            subject_kind="dilemma",
            subject=dilemma.key,
            to_rung=Rung.INTAKE,
            request_key=intent.stored_key,
        ),
        at=at,
    )
    tell(dilemma, event, by=actor, at=at)
    _ask_to_confirm(submitter, at=at)
    return Receipt(dilemma.number, code)


def _open(number: str, request: Request, *, at: datetime) -> Dilemma:
    move_tally(None, Place(Rung.INTAKE))
    return Dilemma.objects.create(
        number=number,
        next_date=next_date_on(Rung.INTAKE, on=timezone.localdate(at)),
        tlp=request.tlp,
        presenter=request.presenter,
        theme_id=request.theme,
        submitted_at=at,
        moved_at=at,
    )


def _number(year: int) -> str:
    NumberSeries.objects.get_or_create(year=year)
    series = NumberSeries.objects.select_for_update().get(year=year)
    series.last += 1
    series.save()
    return f"{year}-{series.last:03d}"


def _introduce(dilemma: Dilemma, sender: Sender, code: str, channel: Channel, actor: Actor) -> Submitter:
    person = actor.standing.person if channel is Channel.ACCOUNT else None
    return Submitter.objects.create(
        dilemma=dilemma,
        person=person,
        channel=channel,
        role=sender.role,
        name=sender.name,
        organisation=sender.organisation,
        known_to=sender.known_to,
        receipt_hash=receipt_hash(code),
        email=(person.email if person else sender.email).lower(),
        email_confirmed_at=dilemma.submitted_at if person else None,
    )


def _keep(dilemma: Dilemma, words: Mapping[str, CheckedText], *, at: datetime) -> None:
    Original.objects.create(dilemma=dilemma, **{name: text.text for name, text in words.items()})
    keep_exemptions(dilemma, words, at=at)


def _ask_to_confirm(submitter: Submitter, *, at: datetime) -> None:
    if submitter.email and not submitter.email_confirmed_at:
        owe(letter_to_confirm(submitter), event=submitter.dilemma.key, to=[submitter.email], at=at)


def letter_to_confirm(submitter: Submitter) -> Letter:
    """Write the letter with which a submitter confirms that an address is theirs."""
    return Letter(
        subject=_("Bevestig uw e-mailadres"),
        body=_(
            "Met dit adres is iets ingebracht bij Verder. Klopt dat? Bevestig het dan hier:\n\n%(link)s\n\n"
            "Daarna krijgt u bericht bij elke stap. Heeft u niets ingebracht? Dan hoeft u niets te doen.\n"
        )
        % {"link": link_to(submitter.dilemma.key, Purpose.CONFIRM, address=submitter.email)},
    )


@transaction.atomic
def confirm_address(token: str, *, at: datetime) -> None:
    """Confirm the address that a mailed link went to; raise BadLink when it is damaged, old or of another address."""
    dilemma = dilemma_of_link(token, Purpose.CONFIRM)
    unconfirmed = Submitter.objects.filter(dilemma=dilemma, email_confirmed_at__isnull=True)
    if unconfirmed.update(email_confirmed_at=at):
        happening = Happening(
            action="address.confirmed", party=Party.SUBMITTER, subject_kind="dilemma", subject=dilemma.key
        )
        record(happening, at=at)
