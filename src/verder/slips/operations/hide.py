"""Hides words that slipped through, everywhere at once, and lets readers point at them."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import datetime

import pgtrigger
from django.conf import settings
from django.db import transaction
from django.db.models import F, Field
from django.urls import reverse
from django.utils.translation import gettext as _

from verder.audit.models import Event
from verder.deliberation.actor import Actor, Intent
from verder.deliberation.models import Dilemma, DilemmaFile, Message
from verder.deliberation.operations.climb import Hold, note_down, take_hold
from verder.deliberation.operations.packs import forget_packs_with
from verder.deliberation.operations.telling import tell_submitters
from verder.deliberation.queries.people import secretariat_for
from verder.domain.rungs import Party
from verder.network.models import Person
from verder.post.owe import Letter, owe
from verder.slips.holders import BY_TABLE
from verder.slips.marks import LETTERS, mark_for, pattern_of
from verder.slips.models import HiddenPlace, Slip
from verder.slips.operations.journal import write_after_commit
from verder.slips.operations.whole_files import hide_file
from verder.slips.queries import Place, letters_with, may_hide, places_of, rows_of, was_flagged
from verder.textcheck import CheckedText

TITLE_LENGTH = 300
OF_THE_SUBMITTER = frozenset({"deliberation.original", "deliberation.submitter"})


class MayNotHide(Exception):
    """Only the secretariat and the chair of the Platform hide words."""


class NothingThere(Exception):
    """None of the chosen places holds the words any more; nothing was hidden."""


class FlaggedToday(Exception):
    """The reader pointed at the same dilemma earlier today; the secretariat knows."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to hide: places by their code, the word they were found by, and what comes in its place.

    The word is used and never kept, so it shows nowhere, not even in what Python prints of this.
    """

    places: Collection[str]
    word: str = ""
    replacement: CheckedText | None = None
    second: Person | None = None

    def __repr__(self) -> str:
        """Show how many places, and nothing of the words."""
        return f"<{len(self.places)} places to hide>"


@transaction.atomic
def hide(number: str, *, wanted: Wanted, actor: Actor, at: datetime, intent: Intent) -> Slip:
    """Take words out of every chosen place and out of letters that repeat them, and let nobody read a chosen file.

    Raise MayNotHide, or NothingThere when no chosen place holds them any more.
    """
    hold = take_hold(number, actor=actor, at=at, intent=intent)
    person = actor.standing.person
    if person is None or not may_hide(actor.standing):
        raise MayNotHide
    chosen = [one for one in places_of(hold.dilemma, word=wanted.word, lock=True) if one.code in wanted.places]
    if not chosen:
        raise NothingThere
    slip = Slip.objects.create(
        dilemma=hold.dilemma.key,
        hidden_by=person.opaque_id,
        hidden_at=at,
        second=wanted.second.opaque_id if wanted.second else None,
    )
    for place in [*chosen, *letters_with(_needles(chosen, wanted))]:
        _take_out(slip, place, wanted)
    Dilemma.objects.filter(pk=hold.dilemma.pk).update(version=F("version") + 1)
    forget_packs_with(hold.dilemma.key, _files(chosen))
    event = note_down(hold, "slip.hidden", _party(hold), slip=str(slip.key))
    _tell(hold, slip, chosen, event)
    write_after_commit(slip)
    return slip


def _needles(chosen: Collection[Place], wanted: Wanted) -> list[str]:
    """Say what a letter may repeat: the word, or else whole short texts such as a title."""
    if wanted.word:
        return [wanted.word]
    texts = [one.text for one in chosen if not one.is_whole_file]
    return [text for text in texts if len(text) <= TITLE_LENGTH and text.strip()]


def _files(chosen: Collection[Place]) -> list[int]:
    return [one.row for one in chosen if one.is_whole_file]


def _take_out(slip: Slip, place: Place, wanted: Wanted) -> None:
    hidden = HiddenPlace(slip=slip, table=place.table, row=place.row, column=place.column)
    if place.is_whole_file:
        hidden.save()
        hide_file(place.row, at=slip.hidden_at)
        return
    mark = _instead(slip, place, wanted)
    hidden.words, hidden.mark = place.text, mark
    hidden.save()
    put_in_place(place.table, place.row, place.column, mark)


def _instead(slip: Slip, place: Place, wanted: Wanted) -> str:
    mark = mark_for(place.table, place.row, place.column, slip=slip)
    if place.column == "slug" or place.table in LETTERS or not wanted.word or wanted.replacement is None:
        return mark
    replacement = wanted.replacement.text
    text = pattern_of(wanted.word).sub(lambda _found: replacement, place.text)
    field = BY_TABLE[place.table].model._meta.get_field(place.column)  # noqa: SLF001 -- Django's public name for it
    fits = isinstance(field, Field) and (field.max_length is None or len(text) <= field.max_length)
    return text if fits else mark


def put_in_place(table: str, row: int, column: str, text: str) -> None:
    """Write other words in a place; whoever edits the row from what stood there before is told to look again."""
    holder = BY_TABLE[table]
    newer = {"version": F("version") + 1} if _has_version(table) else {}
    with pgtrigger.ignore(holder.guard) if holder.guard else nullcontext():
        rows_of(holder).filter(pk=row).update(**{column: text}, **newer)
    if holder.whole:
        holder.whole(row).update(**{holder.counter: F(holder.counter) + 1})


def _has_version(table: str) -> bool:
    return any(field.name == "version" for field in BY_TABLE[table].model._meta.get_fields())  # noqa: SLF001 -- Django's public name for it


def _party(hold: Hold) -> Party:
    return Party.SECRETARIAT if hold.actor.standing.is_secretariat else Party.PLATFORM


def _tell(hold: Hold, slip: Slip, chosen: Collection[Place], event: Event) -> None:
    """Tell submitters that their own text was changed, and the person asked that a slip waits."""
    second = Person.objects.filter(opaque_id__in=[slip.second] if slip.second else [])
    owe(_letter("slips"), event=event.key, to=second.values_list("email", flat=True), at=hold.at)
    mine = Message.objects.filter(party=Party.SUBMITTER, pk__in=[one.row for one in chosen if "message" in one.table])
    added = DilemmaFile.objects.filter(party=Party.SUBMITTER, file__in=_files(chosen))
    if not any(one.table in OF_THE_SUBMITTER for one in chosen) and not mine.exists() and not added.exists():
        return
    Message.objects.create(
        dilemma=hold.dilemma,
        party=Party.SECRETARIAT,
        person=hold.actor.standing.person,
        text=_(
            "In uw tekst of bestand stond iets dat hier niet hoort. Het secretariaat heeft dat weggehaald. "
            "U hoeft niets te doen."
        ),
        at=hold.at,
        read_at=hold.at,
    )
    tell_submitters(hold.dilemma, event.key, at=hold.at)


@transaction.atomic
def flag(number: str, *, actor: Actor, at: datetime, intent: Intent) -> None:
    """Point the secretariat at a dilemma in which something stands that should not; raise FlaggedToday."""
    hold = take_hold(number, actor=actor, at=at, intent=Intent(request_key=intent.request_key))
    if was_flagged(hold.dilemma, by=actor.opaque_id, on=hold.today):
        raise FlaggedToday
    party = Party.SECRETARIAT if actor.standing.is_secretariat else Party.PLATFORM
    event = note_down(hold, "slip.flagged", party)
    people = secretariat_for(hold.dilemma, hold.today)
    owe(_letter("slip-hide", number), event=event.key, to=people.values_list("email", flat=True), at=at)


def _letter(page: str, *parts: str) -> Letter:
    return Letter(
        subject=_("Wilt u naar een tekst kijken?"),
        body=_("In een tekst staat misschien iets dat er niet hoort. Kijk hier (u logt eerst in):\n\n%(link)s\n")
        % {"link": settings.BASE_URL + reverse(page, args=parts)},
    )
