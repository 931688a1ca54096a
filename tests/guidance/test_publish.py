"""Guidance is written by one and published by another, who read the latest version."""

from __future__ import annotations

import uuid
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from tests.deliberation.letters import letters_to
from tests.factories import MONDAY, checked
from tests.guidance.pieces import decided, made_ready
from tests.personas import administrator, director, participant, platform_chair, secretary, specialist
from verder.audit.models import Event
from verder.domain.tlp import Tlp
from verder.guidance.models import Publication, PublicationKind
from verder.guidance.operations import pen, publish
from verder.guidance.operations.pen import ChangedMeanwhile, DoneAlready, MayNotWrite
from verder.guidance.operations.publish import (
    Draft,
    LabelTooStrict,
    MayNotReadSecond,
    NeedsASecondReader,
    NotConfirmed,
    PrincipleChanged,
    ReviewDateHasPassed,
)
from verder.network.models import Body, Person
from verder.network.standing import Standing, standing_of

pytestmark = pytest.mark.django_db
TODAY = MONDAY.date()
NEXT_YEAR = TODAY + timedelta(days=365)


def standing(person: Person) -> Standing:
    return standing_of(person, TODAY)


def draft(title: str = "Delen mag vaak", text: str = "Vraag eerst advies.") -> Draft:
    return Draft(PublicationKind.INSIGHT, checked(title), checked("Kort."), checked(text))


def written(by: Person, **words: str) -> Publication:
    return made_ready(publish.write(draft(**words), standing=standing(by), at=MONDAY))


def released(publication: Publication, by: Person, version: int = 0, **changes: Any) -> Publication:
    release = decided(**{"review_on": NEXT_YEAR, **changes})
    seen = version or publication.version
    return publish.publish(publication.key, release, version=seen, standing=standing(by), at=MONDAY)


def actions() -> list[str]:
    return list(Event.objects.order_by("pk").values_list("action", flat=True))


@pytest.mark.parametrize("persona", [secretary, participant, platform_chair, director])
def test_whoever_sits_in_a_body_writes_a_draft_that_starts_strict(persona):
    writer = persona()

    publication = written(writer)

    assert (publication.state, publication.tlp, publication.slug) == ("draft", Tlp.AMBER_STRICT, "delen-mag-vaak")
    assert (Event.objects.get().actor, Event.objects.get().subject) == (writer.opaque_id, publication.key)


def test_outsiders_administrators_and_specialists_do_not_write():
    group = Body.objects.create(kind="working_group", name="groep")
    invited = specialist(group, ends_on=date(2030, 1, 1))

    for nobody in (Standing(), standing(administrator()), standing(invited)):
        with pytest.raises(MayNotWrite):
            publish.write(draft(), standing=nobody, at=MONDAY)

    assert not Publication.objects.exists()


def test_a_second_click_finds_the_draft_of_the_first():
    writer, key = secretary(), uuid.uuid4()
    first = publish.write(draft(), standing=standing(writer), at=MONDAY, request_key=key)

    with pytest.raises(DoneAlready) as second:
        publish.write(draft(), standing=standing(writer), at=MONDAY, request_key=key)

    assert second.value.key == first.key
    assert Publication.objects.count() == 1


def test_titles_that_are_alike_or_hold_no_letters_get_addresses_of_their_own():
    writer = secretary()

    slugs = [written(writer, title=title).slug for title in ("Delen mag", "Delen, mag!", "!", "a" * 150)]

    assert slugs[0] == "delen-mag"
    assert slugs[1].startswith("delen-mag-")
    assert slugs[2] == "stuk"
    assert len(slugs[3]) == 100


def test_the_writer_rewrites_a_draft():
    writer = participant()
    publication = written(writer)

    publish.rewrite(
        publication.key, draft(text="Vraag altijd advies."), version=1, standing=standing(writer), at=MONDAY
    )

    publication.refresh_from_db()
    assert (publication.text, publication.version, publication.reviewed_by) == ("Vraag altijd advies.", 2, None)
    assert actions() == ["publication.written", "publication.rewritten"]


def test_whoever_rewrites_the_draft_of_another_leaves_it_to_that_one_to_publish():
    writer, helper = participant(), secretary()
    publication = written(writer)

    rewritten = publish.rewrite(publication.key, draft(), version=1, standing=standing(helper), at=MONDAY)

    assert (rewritten.written_by, rewritten.reviewed_by) == (helper, writer)
    with pytest.raises(NeedsASecondReader):
        released(rewritten, helper)
    assert released(rewritten, writer).state == "published"


def test_a_draft_is_not_there_for_whom_it_was_not_put_in_hands():
    publication = written(participant())

    for other in (participant(), administrator()):
        with pytest.raises(Publication.DoesNotExist):
            publish.rewrite(publication.key, draft(), version=1, standing=standing(other), at=MONDAY)
    with pytest.raises(MayNotWrite):
        publish.rewrite(publication.key, draft(), version=1, standing=Standing(), at=MONDAY)

    assert actions() == ["publication.written"]


def test_a_colleague_who_was_first_is_not_overwritten():
    writer = secretary()
    publication = written(writer)
    publish.rewrite(publication.key, draft(text="Eerst."), version=1, standing=standing(writer), at=MONDAY)

    with pytest.raises(ChangedMeanwhile):
        publish.rewrite(publication.key, draft(text="Later."), version=1, standing=standing(writer), at=MONDAY)

    publication.refresh_from_db()
    assert publication.text == "Eerst."


@pytest.mark.parametrize("persona", [secretary, participant, platform_chair, director])
def test_a_reader_who_was_asked_publishes(persona):
    writer, reader = secretary(), persona()
    publication = written(writer)
    asked = publish.ask_second_reader(publication.key, reader, version=1, standing=standing(writer), at=MONDAY)

    done = released(asked, reader, tlp=Tlp.GREEN)

    assert (done.state, done.tlp, done.reviewed_by, done.published_at) == ("published", Tlp.GREEN, reader, MONDAY)
    assert actions() == ["publication.written", "publication.reader_asked", "publication.published"]


def test_somebody_else_of_the_secretariat_needs_no_asking():
    publication = written(participant())

    done = released(publication, secretary())

    assert done.state == "published"


def test_a_second_reader_hears_of_it_by_mail_without_the_title():
    writer, reader = secretary(), participant()
    publication = written(writer)

    publish.ask_second_reader(publication.key, reader, version=1, standing=standing(writer), at=MONDAY)

    assert letters_to(reader.email) == ["U bent gevraagd als tweede lezer"]
    (body,) = letters_to(reader.email, what="body")
    assert f"/concepten/{publication.key}" in body
    assert publication.title not in body


def test_who_takes_the_second_reading_upon_themselves_gets_no_mail():
    writer, reader = participant(), secretary()
    publication = written(writer)

    publish.ask_second_reader(publication.key, reader, version=1, standing=standing(reader), at=MONDAY)

    assert letters_to(reader.email) == []


def test_a_second_reader_is_not_the_writer_nor_somebody_from_outside():
    writer = secretary()
    publication = written(writer)
    gone = participant()
    Person.objects.filter(pk=gone.pk).update(is_active=False)
    gone.refresh_from_db()

    for person in (writer, administrator(), gone):
        with pytest.raises(MayNotReadSecond):
            publish.ask_second_reader(publication.key, person, version=1, standing=standing(writer), at=MONDAY)

    assert actions() == ["publication.written"]


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"repeats_nothing": False}, NotConfirmed),
        ({"keeps_to_principle": False}, NotConfirmed),
        ({"principle": 7}, PrincipleChanged),
        ({"tlp": Tlp.AMBER}, LabelTooStrict),
        ({"tlp": Tlp.RED}, LabelTooStrict),
        ({"review_on": TODAY}, ReviewDateHasPassed),
        ({"version": 7}, ChangedMeanwhile),
    ],
)
def test_nothing_is_published_around_what_is_missing(changes, refusal):
    publication = written(secretary())

    with pytest.raises(refusal):
        released(publication, secretary(), **changes)

    publication.refresh_from_db()
    assert publication.state == "draft"


def test_the_writer_does_not_publish():
    writer = secretary()
    publication = written(writer)

    with pytest.raises(NeedsASecondReader):
        released(publication, writer)


def test_the_database_refuses_a_writer_as_second_reader_and_what_nobody_read():
    publication = written(secretary())
    rows = Publication.objects.filter(pk=publication.pk)

    with pytest.raises(IntegrityError, match="reviewed_by_a_second_person"), transaction.atomic():
        rows.update(reviewed_by=publication.written_by)
    with pytest.raises(IntegrityError, match="published_has_date_reviewer_and_review_date"), transaction.atomic():
        rows.update(state="published")


def test_the_secretariat_takes_back_what_was_published_to_mend_it():
    clerk, reader = secretary(), secretary()
    publication = released(written(clerk), reader)

    draft_again = publish.take_back(publication.key, version=publication.version, standing=standing(clerk), at=MONDAY)

    assert (draft_again.state, draft_again.tlp, draft_again.slug) == ("draft", Tlp.AMBER_STRICT, "delen-mag-vaak")
    assert actions()[-1] == "publication.taken_back"


def test_others_take_nothing_back_and_a_draft_cannot_be_taken_back():
    clerk, reader = secretary(), participant()
    publication = written(clerk)

    with pytest.raises(MayNotWrite):
        publish.take_back(publication.key, version=1, standing=standing(reader), at=MONDAY)
    with pytest.raises(ChangedMeanwhile):
        publish.take_back(publication.key, version=1, standing=standing(clerk), at=MONDAY)


def test_a_second_click_on_any_step_leaves_it_at_the_first():
    clerk, reader, keys = secretary(), secretary(), [uuid.uuid4() for _ in range(4)]
    publication = written(clerk)
    by_clerk, by_reader = {"standing": standing(clerk), "at": MONDAY}, {"standing": standing(reader), "at": MONDAY}
    steps = [
        lambda: publish.rewrite(publication.key, draft(), version=1, request_key=keys[0], **by_clerk),
        lambda: publish.ask_second_reader(publication.key, reader, version=2, request_key=keys[1], **by_clerk),
        lambda: publish.publish(publication.key, decided(NEXT_YEAR), version=3, request_key=keys[2], **by_reader),
        lambda: publish.take_back(publication.key, version=4, request_key=keys[3], **by_clerk),
    ]

    for step in steps:
        step()
        with pytest.raises(DoneAlready):
            step()

    publication.refresh_from_db()
    assert (publication.version, publication.state) == (5, "draft")


@pytest.mark.parametrize("step", ["write", "rewrite", "ask", "publish", "take_back"])
def test_when_the_audit_fails_nothing_has_changed(step, monkeypatch):
    clerk, reader = secretary(), secretary()
    publication = written(clerk)
    if step == "take_back":
        publication = released(publication, reader)
    version, before = publication.version, list(Publication.objects.values())
    steps = {
        "write": lambda: written(clerk),
        "rewrite": lambda: publish.rewrite(
            publication.key, draft(text="Anders."), version=version, standing=standing(clerk), at=MONDAY
        ),
        "ask": lambda: publish.ask_second_reader(
            publication.key, reader, version=version, standing=standing(clerk), at=MONDAY
        ),
        "publish": lambda: released(publication, reader),
        "take_back": lambda: publish.take_back(publication.key, version=version, standing=standing(clerk), at=MONDAY),
    }
    monkeypatch.setattr(pen, "record", lambda *_, **__: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        steps[step]()

    assert list(Publication.objects.values()) == before
