"""The published edition stays as it is while the next is written, and earlier ones stay to be read."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

import pytest

from tests import factories
from tests.factories import MONDAY, checked
from tests.guidance.pieces import decided, made_ready, route
from tests.personas import participant, secretary
from verder.audit.models import Event
from verder.domain.guidance_parts import PartCode
from verder.domain.tlp import Tlp
from verder.guidance.history import edition_of, editions_of, withdrawn_of
from verder.guidance.models import Publication, PublicationKind, Review
from verder.guidance.operations import publish
from verder.guidance.operations.aid import AnswerWords, StepWords, set_aid
from verder.guidance.operations.editions import BegunAlready, begin_next, withdraw
from verder.guidance.operations.pen import ChangedMeanwhile, DoneAlready, MayNotWrite
from verder.guidance.queries import (
    aid_of,
    contacts_of,
    parts_of,
    pieces_to_offer,
    publication_of,
    published,
)
from verder.network.models import Person
from verder.network.standing import Standing, standing_of

pytestmark = pytest.mark.django_db
TODAY = MONDAY.date()
NEXT_YEAR = TODAY + timedelta(days=365)
OUTSIDER = Standing()


def standing(person: Person) -> Standing:
    return standing_of(person, TODAY)


def framework(writer: Person) -> Publication:
    """Publish a framework with all its parts, a contact and a decision aid."""
    words = publish.Draft(
        PublicationKind.ACTION_FRAMEWORK, checked("Iemand wil weg"), checked("Kort."), checked("Eerst.")
    )
    draft = made_ready(publish.write(words, standing=standing(writer), at=MONDAY))
    answers = (AnswerWords(checked("Ja"), checked("Dan belt u"), "bel"),)
    steps = (
        StepWords("gevaar", checked("Is er gevaar?"), checked(""), answers=answers),
        StepWords("bel", checked("Bel 112"), checked(""), is_outcome=True),
    )
    draft = set_aid(draft.key, steps, version=draft.version, standing=standing(writer), at=MONDAY)
    return released(draft, secretary())


def released(draft: Publication, reader: Person, tlp: Tlp = Tlp.CLEAR) -> Publication:
    release = decided(NEXT_YEAR, tlp)
    return publish.publish(draft.key, release, version=draft.version, standing=standing(reader), at=MONDAY)


def next_of(piece: Publication, writer: Person, **changes: Any) -> Publication:
    options = {"version": piece.version, "standing": standing(writer), "at": MONDAY, **changes}
    return begin_next(piece.key, checked("Een stap erbij."), **options)


def rewritten(draft: Publication, writer: Person, title: str) -> Publication:
    words = publish.Draft(draft.kind, checked(title), checked("Kort."), checked("Later."))
    return publish.rewrite(draft.key, words, version=draft.version, standing=standing(writer), at=MONDAY)


def withdrawn(piece: Publication, clerk: Person, replaced_by: Publication | None = None, **changes: Any) -> Publication:
    options = {"version": piece.version, "standing": standing(clerk), "at": MONDAY, **changes}
    return withdraw(piece.key, checked("De regels zijn veranderd."), replaced_by=replaced_by, **options)


def everything(piece: Publication) -> tuple[object, ...]:
    return piece.title, piece.text, parts_of(piece), aid_of(piece), contacts_of(piece), piece.experts


def test_a_next_edition_begins_with_all_that_stands_and_leaves_that_as_it_is():
    writer = secretary()
    piece = framework(writer)
    before = everything(piece)

    draft = next_of(piece, writer)

    assert everything(draft) == before
    assert (draft.state, draft.succeeds, draft.change) == ("draft", piece, "Een stap erbij.")
    rewritten(draft, writer, "Iemand wil nu weg")
    draft.parts.all().delete()
    draft.aid_steps.all().delete()
    assert everything(publication_of(OUTSIDER, slug=piece.slug)) == before


def test_a_published_next_edition_takes_the_place_of_the_one_that_stood():
    writer, reader = secretary(), secretary()
    piece = framework(writer)
    before = everything(piece)
    draft = rewritten(next_of(piece, writer), writer, "Iemand wil nu weg")
    draft.parts.filter(code=PartCode.DONT).update(text="Wacht niet.")
    draft.aid_steps.all().delete()
    draft.contacts.add(route())

    now = released(draft, reader)

    assert (now.pk, now.key, now.slug, now.edition) == (piece.pk, piece.key, piece.slug, 2)
    assert (now.title, now.text, now.change) == ("Iemand wil nu weg", "Later.", "Een stap erbij.")
    assert "Wacht niet." in {part.text for part in parts_of(now)}
    assert not aid_of(now).steps
    earlier = edition_of(OUTSIDER, slug=piece.slug, edition=1)
    assert everything(earlier) == before
    assert editions_of(OUTSIDER, now) == [earlier]
    assert list(published(OUTSIDER)) == [now]
    assert [one.publication for one in Review.objects.order_by("pk")] == [earlier, now]
    assert (Event.objects.last().action, Event.objects.last().subject) == ("publication.published", piece.key)


def test_editions_go_on_being_numbered():
    writer, reader = secretary(), secretary()
    piece = framework(writer)

    second = released(next_of(piece, writer), reader)
    third = released(next_of(second, writer), reader)

    assert [one.edition for one in editions_of(OUTSIDER, third)] == [2, 1]
    assert third.edition == 3


def test_an_earlier_edition_keeps_its_label():
    writer, reader = secretary(), secretary()
    green = factories.published_guidance(tlp=Tlp.GREEN)

    clear = released(next_of(green, writer), reader)

    assert editions_of(OUTSIDER, clear) == []
    assert [one.tlp for one in editions_of(standing(participant()), clear)] == [Tlp.GREEN]
    with pytest.raises(Publication.DoesNotExist):
        edition_of(OUTSIDER, slug=clear.slug, edition=1)


def test_the_owner_and_the_secretariat_begin_a_next_edition_and_others_do_not():
    owner = participant()
    piece = framework(owner)

    for nobody in (OUTSIDER, standing(participant())):
        with pytest.raises(MayNotWrite):
            begin_next(piece.key, checked("Anders."), version=piece.version, standing=nobody, at=MONDAY)

    assert next_of(piece, owner).written_by == owner


def test_one_next_edition_is_written_at_a_time_and_a_second_click_finds_it():
    writer, key = secretary(), uuid.uuid4()
    piece = framework(writer)
    draft = next_of(piece, writer, request_key=key)

    with pytest.raises(DoneAlready) as before:
        next_of(piece, writer, request_key=key)
    with pytest.raises(BegunAlready):
        next_of(piece, writer)
    with pytest.raises(ChangedMeanwhile):
        next_of(piece, writer, version=1)

    assert before.value.key == draft.key


def test_a_next_edition_waits_while_what_it_follows_is_not_published():
    writer, reader = secretary(), secretary()
    piece = framework(writer)
    draft = next_of(piece, writer)
    publish.take_back(piece.key, version=piece.version, standing=standing(writer), at=MONDAY)

    with pytest.raises(ChangedMeanwhile):
        released(draft, reader)

    draft.refresh_from_db()
    assert (draft.state, draft.succeeds) == ("draft", piece)


def test_a_next_edition_is_not_offered_as_a_product_of_its_own():
    writer = secretary()
    piece = framework(writer)
    next_of(piece, writer)

    assert list(pieces_to_offer(standing(writer))) == [piece]


def test_the_secretariat_withdraws_a_piece_and_says_what_replaces_it():
    clerk = secretary()
    old, new = framework(clerk), factories.published_guidance()

    withdrawn(old, clerk, new)

    assert list(published(OUTSIDER)) == [new]
    found = withdrawn_of(OUTSIDER, slug=old.slug)
    assert (found.withdrawn_because, found.replaced_by) == ("De regels zijn veranderd.", new)
    assert not pieces_to_offer(standing(clerk)).filter(pk=old.pk).exists()


def test_what_was_withdrawn_is_taken_back_to_be_mended():
    clerk = secretary()
    gone = withdrawn(framework(clerk), clerk, factories.published_guidance())

    draft = publish.take_back(gone.key, version=gone.version, standing=standing(clerk), at=MONDAY)

    assert (draft.state, draft.withdrawn_because, draft.replaced_by) == ("draft", "", None)


def test_others_withdraw_nothing_and_nothing_is_withdrawn_twice():
    clerk, key = secretary(), uuid.uuid4()
    piece = framework(clerk)

    for nobody in (OUTSIDER, standing(participant())):
        with pytest.raises(MayNotWrite):
            withdraw(piece.key, checked("Weg."), replaced_by=None, version=piece.version, standing=nobody, at=MONDAY)
    withdrawn(piece, clerk, request_key=key)
    with pytest.raises(DoneAlready):
        withdrawn(piece, clerk, request_key=key)
    with pytest.raises(ChangedMeanwhile):
        withdrawn(piece, clerk)
