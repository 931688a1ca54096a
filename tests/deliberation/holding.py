"""What must hold for every dilemma at every moment, whatever was done to it."""

from __future__ import annotations

from collections import Counter

from django.utils import timezone

from verder.audit.models import Event
from verder.deliberation.models import Dilemma, Tally
from verder.domain.ladder import RESPONSIBLE, STEPS
from verder.domain.rungs import ENDS, Rung
from verder.post.addresses import recipient_hash
from verder.post.models import Delivery


def assert_all_is_in_order() -> None:
    """Hold every dilemma against the rules that never bend, and the tallies against a real count."""
    dilemmas = list(Dilemma.objects.select_related("submitter"))
    for dilemma in dilemmas:
        assert_has_party_and_date_until_it_ends(dilemma)
        assert_rung_is_what_its_events_add_up_to(dilemma)
        assert_submitter_was_told(dilemma)
    assert_tallies_are_right(dilemmas)


def assert_has_party_and_date_until_it_ends(dilemma: Dilemma) -> None:
    """Until its end there is somebody who has to act, by a date."""
    rung = Rung(dilemma.rung)
    if rung in ENDS:
        assert (dilemma.next_date, dilemma.responsible) == (None, "")
        assert dilemma.ended_at is not None
    else:
        assert dilemma.next_date is not None
        assert dilemma.responsible == RESPONSIBLE[rung]
        assert (dilemma.ended_at, dilemma.ended_by) == (None, "")


def assert_rung_is_what_its_events_add_up_to(dilemma: Dilemma) -> None:
    """Walk its events once more, each from where the one before had brought it."""
    rung = ""
    for event in _steps_of(dilemma):
        step = STEPS[event.action.removeprefix("step.")]
        assert event.from_rung == rung
        assert not rung or Rung(rung) in step.source
        assert event.to_rung == step.lands_on(Rung(rung or "intake"))
        rung = event.to_rung
    assert rung == dilemma.rung


def assert_submitter_was_told(dilemma: Dilemma) -> None:
    """Every step after the confirmation owed or sent a letter to the submitter's own address."""
    submitter = dilemma.submitter
    if submitter.email_confirmed_at is None:
        return
    steps = {event.key for event in _steps_of(dilemma) if event.from_rung and event.at >= submitter.email_confirmed_at}
    told = Delivery.objects.filter(event__in=steps, recipient_hash=recipient_hash(submitter.email))
    assert set(told.values_list("event", flat=True)) == steps


def assert_tallies_are_right(dilemmas: list[Dilemma]) -> None:
    """Count the dilemmas for real."""
    counted = Counter(
        (dilemma.ended_by, timezone.localdate(dilemma.ended_at).year) if dilemma.ended_at else (dilemma.rung, 0)
        for dilemma in dilemmas
    )
    kept = {(tally.place, tally.year): tally.number for tally in Tally.objects.exclude(number=0)}
    assert kept == counted


def _steps_of(dilemma: Dilemma) -> list[Event]:
    return list(Event.objects.filter(subject=dilemma.key, action__startswith="step.").order_by("pk"))
