"""Writing a section together: versions, going back, the mark of who is busy, and two people at the same moment."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, ProgrammingError, transaction

from tests.deliberation.at_once import at_once
from tests.factories import checked
from tests.personas import as_actor
from tests.workspace.scenes import NOW, at_work, do, end, first_section, press, says, shared_text, worksheet
from verder.audit.models import Event
from verder.deliberation.models import Exemption
from verder.deliberation.operations.groups import GroupHasEnded
from verder.textcheck import Dismissal, Label, clear
from verder.workspace.models import Section, SectionVersion
from verder.workspace.operations import texts, writing
from verder.workspace.operations.writing import SectionChanged, SectionWords
from verder.workspace.queries import texts as queries

pytestmark = pytest.mark.django_db


def test_every_save_is_a_version_that_says_who_and_when():
    scene = at_work()
    section = first_section(worksheet(scene))

    saved = do(writing.save_section, scene, scene.outsider, version=1, section=section.key, says=says("Een school."))

    section.refresh_from_db()
    assert (saved.number, saved.by, saved.at, saved.words) == (2, scene.outsider, NOW, "Een school.")
    assert section.latest == 2
    assert [one.words for one in section.versions.all()] == ["", "Een school."]
    event = Event.objects.latest("pk")
    assert (event.action, event.subject, event.details) == ("section.saved", section.key, {"version": "2"})


def test_who_saves_over_a_newer_version_is_told_and_changes_nothing():
    scene = at_work()
    section = first_section(worksheet(scene))
    do(writing.save_section, scene, scene.lead, version=1, section=section.key, says=says("Eerst dit."))

    with pytest.raises(SectionChanged), transaction.atomic():
        do(writing.save_section, scene, scene.outsider, version=1, section=section.key, says=says("Toch dit."))

    assert queries.version_now(Section.objects.get(pk=section.pk)).words == "Eerst dit."


def test_a_section_is_taken_out_as_a_version_and_an_earlier_one_puts_it_in_again():
    scene = at_work()
    section = first_section(worksheet(scene))
    do(writing.save_section, scene, scene.lead, section=section.key, says=says("Een school."))

    gone = do(writing.take_out, scene, scene.outsider, version=2, section=section.key)
    assert (gone.number, gone.heading, gone.words, gone.is_out, gone.by) == (3, "De feiten", "", True, scene.outsider)
    with pytest.raises(SectionChanged):
        do(writing.take_out, scene, scene.lead, section=section.key)
    with pytest.raises(SectionVersion.DoesNotExist):
        do(writing.restore, scene, scene.lead, section=section.key, number=3)
    do(writing.restore, scene, scene.lead, version=3, section=section.key, number=2)

    assert queries.sections_now(section.text)[0].words == "Een school."
    assert not queries.sections_out(section.text).exists()


def test_what_somebody_saves_while_it_was_taken_out_is_refused_once_and_then_stands_in_the_text_again():
    scene = at_work()
    section = first_section(worksheet(scene))
    do(writing.take_out, scene, scene.lead, section=section.key)

    with pytest.raises(SectionChanged), transaction.atomic():
        do(writing.save_section, scene, scene.outsider, version=1, section=section.key, says=says("Een school."))
    do(writing.save_section, scene, scene.outsider, version=2, section=section.key, says=says("Een school."))

    assert queries.sections_now(section.text)[0].words == "Een school."


def test_the_database_refuses_words_in_a_version_that_is_out_of_the_text():
    scene = at_work()
    section = first_section(worksheet(scene))
    version = {"number": 2, "heading": "Feiten", "words": "Een school.", "by": scene.lead, "at": NOW}

    with pytest.raises(IntegrityError), transaction.atomic():
        SectionVersion.objects.create(section=section, is_out=True, **version)

    assert section.versions.count() == 1


def test_going_back_is_a_new_version_so_that_nothing_is_lost():
    scene = at_work()
    section = first_section(worksheet(scene))
    for words in ("Eerst dit.", "Toen dat."):
        do(writing.save_section, scene, scene.lead, section=section.key, says=says(words))

    restored = do(writing.restore, scene, scene.outsider, version=3, section=section.key, number=2)

    assert (restored.number, restored.words, restored.restores) == (4, "Eerst dit.", 2)
    assert [one.number for one in queries.versions_of(section)] == [4, 3, 2, 1]


def test_a_version_that_was_never_there_cannot_come_back():
    scene = at_work()
    section = first_section(worksheet(scene))

    with pytest.raises(SectionVersion.DoesNotExist):
        do(writing.restore, scene, scene.lead, section=section.key, number=7)

    assert section.versions.count() == 1


def test_others_see_who_is_editing_until_that_expires_or_is_put_down():
    scene = at_work()
    section = first_section(worksheet(scene))

    marked = press(writing.take_up, scene, scene.lead, section=section.key)

    assert marked.busy(besides=scene.outsider, at=NOW) == scene.lead
    assert marked.busy(besides=scene.lead, at=NOW) is None
    assert marked.busy(besides=scene.outsider, at=NOW + timedelta(minutes=31)) is None
    press(writing.put_down, scene, scene.outsider, section=section.key)
    assert Section.objects.get(pk=section.pk).taken_up_by == scene.lead
    press(writing.put_down, scene, scene.lead, section=section.key)
    assert Section.objects.get(pk=section.pk).taken_up_by is None


def test_saving_puts_the_section_down():
    scene = at_work()
    section = first_section(worksheet(scene))
    press(writing.take_up, scene, scene.outsider, section=section.key)

    do(writing.save_section, scene, scene.lead, section=section.key, says=says("Klaar."))

    assert Section.objects.get(pk=section.pk).taken_up_at is None


def test_nobody_takes_a_section_up_once_the_group_has_ended():
    scene = at_work()
    section = first_section(worksheet(scene))
    end(scene)

    for operation in (writing.take_up, writing.put_down):
        with pytest.raises(GroupHasEnded):
            press(operation, scene, scene.lead, section=section.key)

    assert Section.objects.get(pk=section.pk).taken_up_by is None


def test_why_a_finding_may_stay_is_kept_with_the_dilemma_alone():
    scene = at_work()
    text = "De buurt is 1011 AB 12."
    dismissals = (Dismissal(Label.POSTCODE, "1011 AB 12", "Dit is het adres van ons kantoor."),)
    words = clear(text, allowed=frozenset(), dismissals=dismissals)
    own, shared = first_section(worksheet(scene)), shared_text(scene)
    added = do(texts.add_section, scene, scene.lead, text=shared.key, heading=checked("Waar"))

    for section in (own, added):
        do(
            writing.save_section,
            scene,
            scene.lead,
            section=section.key,
            says=SectionWords(checked("Waar"), words),
        )

    kept = Exemption.objects.filter(dilemma=scene.dilemma)
    assert [(one.field, one.reason) for one in kept] == [("text", "Dit is het adres van ons kantoor.")]


def test_the_database_keeps_every_version_as_it_was():
    scene = at_work()
    section = first_section(worksheet(scene))

    with pytest.raises(ProgrammingError), transaction.atomic():
        SectionVersion.objects.filter(section=section).update(words="Anders")
    with pytest.raises(IntegrityError), transaction.atomic():
        SectionVersion.objects.create(section=section, number=1, heading="Twee keer", by=scene.lead, at=NOW)
    with pytest.raises(IntegrityError), transaction.atomic():
        Section.objects.filter(pk=section.pk).update(taken_up_by=scene.lead)

    assert section.versions.get().words == ""


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_of_two_people_who_save_at_the_same_moment_one_is_told_and_no_word_is_lost():
    scene = at_work()
    section = first_section(worksheet(scene))
    writers = (scene.lead, scene.outsider)

    def saving(person):
        actor = as_actor(person, NOW)
        assert actor.standing.seats
        return lambda: do(
            writing.save_section, scene, person, version=1, section=section.key, says=says(f"Van {person.pk}.")
        )

    results = at_once([saving(person) for person in writers])

    won = [one for one in results if isinstance(one, SectionVersion)]
    told = [one for one in results if isinstance(one, SectionChanged)]
    assert (len(won), len(told)) == (1, 1), results
    assert SectionVersion.objects.filter(section=section).count() == 2
