"""What is shared, with whom: the shared version, its label, and the readers of TLP:RED by name."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from verder.deliberation.actor import Actor, Intent
from verder.deliberation.models import Dilemma, HowSeen, NamedReader, SharedVersion
from verder.deliberation.operations.checked import keep_exemptions
from verder.deliberation.operations.climb import Hold, note_down, take_hold
from verder.deliberation.operations.telling import tell_submitters
from verder.deliberation.queries.people import seated
from verder.domain.rungs import Need, Party, Rung
from verder.domain.tlp import Tlp, is_wider
from verder.network.models import BodyKind, Person
from verder.network.queries import term_of
from verder.textcheck import CheckedText


class NotAllowed(Exception):
    """Somebody else decides on this."""


class NothingToSee(Exception):
    """There is no shared version yet."""


class TooSoon(Exception):
    """The submitter still has time to look at the shared version."""

    def __init__(self, until: datetime) -> None:
        super().__init__(str(until))
        self.until = until


class OnlyTheSubmitterWidens(Exception):
    """A label can be narrowed here; to widen it is asked on the submitter's page."""


class TooLate(Exception):
    """A body has the dilemma before it; its text changes no more until it comes back."""


class LastReader(Exception):
    """Under TLP:RED somebody of the secretariat must stay named, or the dilemma would be lost."""


REWRITTEN_ON = frozenset({Rung.INTAKE, Rung.AWAITING_SUBMITTER, Rung.AWAITING_PLATFORM})


@transaction.atomic
def prepare_shared_version(
    number: str, *, words: Mapping[str, CheckedText], actor: Actor, at: datetime, intent: Intent
) -> SharedVersion:
    """Write the version for the bodies and offer it to the submitter, who is told of it.

    Until they have seen the new text, nobody outside the secretariat reads the dilemma. Raise NotAllowed outside the
    secretariat, TooLate while a body has it before it.
    """
    hold = hold_for_secretariat(number, actor=actor, at=at, intent=intent)
    if hold.dilemma.rung not in REWRITTEN_ON:
        raise TooLate
    texts = {name: text.text for name, text in words.items()}
    state = {"prepared_by": actor.standing.person, "prepared_at": at, "offered_at": at, "seen_at": None, "how_seen": ""}
    shared, _ = SharedVersion.objects.update_or_create(dilemma=hold.dilemma, defaults={**texts, **state})
    keep_exemptions(hold.dilemma, words, at=at)
    keep_until_seen(hold, "shared_version.offered")
    return shared


def keep_until_seen(hold: Hold, action: str, **details: str) -> None:
    """Keep a dilemma within the secretariat until its submitter saw what will be shared now, and tell them of it."""
    hold.dilemma.admitted_at = None
    _touch(hold)
    event = note_down(hold, action, Party.SECRETARIAT, **details)
    tell_submitters(hold.dilemma, event.key, at=hold.at)


@transaction.atomic
def agree_to_shared_version(number: str, *, actor: Actor, at: datetime, intent: Intent) -> None:
    """Note that the submitter saw the shared version on their page; raise NotAllowed for others, NothingToSee."""
    hold = take_hold(number, actor=actor, at=at, intent=intent)
    if Party.SUBMITTER not in hold.parties:
        raise NotAllowed
    _mark_seen(hold, HowSeen.ON_PAGE, Party.SUBMITTER)


@transaction.atomic
def state_how_seen(number: str, *, how: HowSeen, actor: Actor, at: datetime, intent: Intent) -> None:
    """Note that the submitter heard the shared version by telephone, or did not react in the time for it.

    Raise TooSoon while that time has not passed, NothingToSee without a shared version, NotAllowed for others.
    """
    hold = hold_for_secretariat(number, actor=actor, at=at, intent=intent)
    if how is HowSeen.ON_PAGE:
        raise NotAllowed
    if how is HowSeen.NO_REPLY:
        _refuse_before(_offer_of(hold).offered_at, at=at)
    _mark_seen(hold, how, Party.SECRETARIAT)


def _refuse_before(offered_at: datetime | None, *, at: datetime) -> None:
    until = (offered_at or at) + timedelta(days=term_of("awaiting_submitter").days)
    if at < until:
        raise TooSoon(until)


def _offer_of(hold: Hold) -> SharedVersion:
    shared = SharedVersion.objects.filter(dilemma=hold.dilemma).first()
    if shared is None:
        raise NothingToSee
    return shared


def _mark_seen(hold: Hold, how: HowSeen, party: Party) -> None:
    shared = _offer_of(hold)
    shared.seen_at, shared.how_seen = hold.at, how
    shared.save()
    if hold.dilemma.rung == Rung.AWAITING_PLATFORM:
        hold.dilemma.admitted_at = hold.at
    _touch(hold)
    note_down(hold, "shared_version.seen", party, how=how)


@transaction.atomic
def change_label(number: str, *, tlp: Tlp, actor: Actor, at: datetime, intent: Intent) -> None:
    """Give a dilemma another label: the secretariat may narrow it, the submitter may also widen it.

    Raise OnlyTheSubmitterWidens, or NotAllowed for anyone else.
    """
    hold = take_hold(number, actor=actor, at=at, intent=intent)
    if Party.SUBMITTER not in hold.parties:
        if Party.SECRETARIAT not in hold.parties:
            raise NotAllowed
        if is_wider(tlp, Tlp(hold.dilemma.tlp)):
            raise OnlyTheSubmitterWidens
    party = Party.SUBMITTER if Party.SUBMITTER in hold.parties else Party.SECRETARIAT
    note_down(hold, "label.changed", party, was=hold.dilemma.tlp, became=tlp)
    if tlp is Tlp.RED:
        name_first_readers(hold.dilemma, actor.standing.person, at=at)
    hold.dilemma.tlp = tlp
    _touch(hold)


@transaction.atomic
def name_reader(number: str, *, reader: Person, actor: Actor, at: datetime, intent: Intent) -> None:
    """Name a person as reader of a dilemma under TLP:RED; raise NotAllowed outside the secretariat."""
    hold = hold_for_secretariat(number, actor=actor, at=at, intent=intent)
    note_reader(hold, reader)


def note_reader(hold: Hold, reader: Person) -> None:
    """Name a person as reader of a held dilemma."""
    _name(hold.dilemma, reader, at=hold.at)
    note_down(hold, "reader.named", Party.SECRETARIAT, reader=str(reader.opaque_id))


@transaction.atomic
def remove_reader(number: str, *, reader: Person, actor: Actor, at: datetime, intent: Intent) -> None:
    """Take a person off the named readers; raise LastReader when no one of the secretariat would be left."""
    hold = hold_for_secretariat(number, actor=actor, at=at, intent=intent)
    secretariat = seated(hold.today, memberships__body__kind=BodyKind.SECRETARIAT)
    left = hold.dilemma.named_readers.exclude(person=reader).filter(person__in=secretariat)
    if hold.dilemma.tlp == Tlp.RED and not left.exists():
        raise LastReader
    hold.dilemma.named_readers.filter(person=reader).delete()
    note_down(hold, "reader.removed", Party.SECRETARIAT, reader=str(reader.opaque_id))


def standing_of_shared_version(dilemma: Dilemma) -> frozenset[Need]:
    """Tell which needs of a shared version are met: that there is one, and that the submitter saw it."""
    shared = SharedVersion.objects.filter(dilemma=dilemma).first()
    if shared is None:
        return frozenset()
    return frozenset({Need.SHARED_VERSION} | ({Need.SEEN_BY_SUBMITTER} if shared.seen_at else set()))


def name_first_readers(dilemma: Dilemma, person: Person | None, *, at: datetime) -> None:
    """Name who reads a dilemma under TLP:RED from the start: today's secretariat, and the person who asked for it."""
    secretariat = seated(timezone.localdate(at), memberships__body__kind=BodyKind.SECRETARIAT)
    for reader in {*secretariat, *([person] if person else [])}:
        _name(dilemma, reader, at=at)


def _name(dilemma: Dilemma, reader: Person, *, at: datetime) -> None:
    NamedReader.objects.get_or_create(dilemma=dilemma, person=reader, defaults={"at": at})


def hold_for_secretariat(number: str, *, actor: Actor, at: datetime, intent: Intent) -> Hold:
    """Hold a dilemma for the secretariat; raise NotAllowed for anyone else."""
    hold = take_hold(number, actor=actor, at=at, intent=intent)
    if Party.SECRETARIAT not in hold.parties:
        raise NotAllowed
    return hold


def _touch(hold: Hold) -> None:
    hold.dilemma.version += 1
    hold.dilemma.save()
