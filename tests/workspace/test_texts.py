"""Beginning texts, the worksheet on which a dilemma is unravelled, and who may read them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from tests import factories
from tests.factories import checked
from tests.personas import participant
from tests.workspace.scenes import NOW, at_work, do, end, first_section, press, room_for, says, shared_text, worksheet
from verder.deliberation.models import Dilemma, NamedReader, ServedDilemma, WorkingGroup
from verder.domain.tlp import Tlp
from verder.network.models import Membership
from verder.workspace.content import text_templates
from verder.workspace.models import EarlierTitle, GroupText, Section
from verder.workspace.operations import texts, writing
from verder.workspace.queries import texts as queries

pytestmark = pytest.mark.django_db


def test_a_worksheet_begins_with_every_section_that_unravels_a_dilemma():
    scene = at_work()

    sheet = worksheet(scene)

    headings = [one.heading for one in queries.sections_now(sheet)]
    template = text_templates()["worksheet"]
    assert headings == [one.heading for one in template.sections]
    assert len(headings) == 9
    assert all(template.asks(one.code) for one in sheet.sections.all())
    assert template.asks("") == ""
    assert queries.label_of(room_for(scene, scene.lead), sheet) is Tlp.AMBER_STRICT


def test_a_text_of_its_own_begins_empty_and_gets_sections_in_the_order_that_the_group_wants():
    scene = at_work()
    text = shared_text(scene)
    one, two = (
        do(texts.add_section, scene, scene.outsider, text=text.key, heading=checked(said)) for said in ("Een", "Twee")
    )

    press(texts.move_up, scene, scene.lead, text=text.key, section=two.key)
    press(texts.move_up, scene, scene.lead, text=text.key, section=two.key)

    assert [now.heading for now in queries.sections_now(text)] == ["Twee", "Een"]
    assert [one.code, two.code] == ["", ""]


def test_a_text_gets_another_name_and_what_it_was_called_is_kept():
    scene = at_work()
    text = worksheet(scene)

    do(texts.rename_text, scene, scene.outsider, version=1, text=text.key, title=checked("Wat wij weten"))
    with pytest.raises(texts.TitleChanged):
        do(texts.rename_text, scene, scene.lead, version=1, text=text.key, title=checked("Iets anders"))

    assert queries.text_in(room_for(scene, scene.lead), text.key).title == "Wat wij weten"
    before = queries.earlier_titles(text).get()
    assert (before.title, before.replaced_by, before.replaced_at) == ("Werkblad", scene.outsider, NOW)


def test_a_section_that_is_out_neither_counts_nor_moves():
    scene = at_work()
    sheet = worksheet(scene)
    one, two, three = sheet.sections.all()[:3]

    do(writing.take_out, scene, scene.lead, section=two.key)
    with pytest.raises(Section.DoesNotExist):
        press(texts.move_up, scene, scene.lead, text=sheet.key, section=two.key)
    press(texts.move_up, scene, scene.lead, text=sheet.key, section=three.key)

    assert [now.section for now in queries.sections_now(sheet)][:2] == [three, one]
    assert queries.texts_with_figures(room_for(scene, scene.lead)).get().all_sections == 8
    assert queries.sections_out(sheet).get().section == two


def test_a_text_is_about_a_dilemma_that_the_group_serves_and_its_writer_may_read():
    scene = at_work()
    elsewhere = factories.dilemma_at_intake()

    with pytest.raises(Dilemma.DoesNotExist):
        do(texts.start_text, scene, scene.lead, new=texts.NewText(checked("Iets"), elsewhere.number))

    assert not GroupText.objects.exists()


def test_there_are_no_more_texts_and_sections_than_somebody_can_keep_track_of(monkeypatch):
    scene = at_work()
    text = worksheet(scene)
    monkeypatch.setattr(texts, "MOST_TEXTS", 1)
    monkeypatch.setattr(texts, "MOST_SECTIONS", 9)

    with pytest.raises(texts.TooManyTexts):
        shared_text(scene)
    with pytest.raises(texts.TooManySections):
        do(texts.add_section, scene, scene.lead, text=text.key, heading=checked("Te veel"))

    assert text.sections.count() == 9


def test_figures_say_how_far_a_text_is():
    scene = at_work()
    sheet = worksheet(scene)
    for words in ("Eerst.", "Beter."):
        do(writing.save_section, scene, scene.lead, section=first_section(sheet).key, says=says(words))

    found = queries.worksheets_of(room_for(scene, scene.outsider), scene.dilemma.number).get()

    assert (found.filled, found.all_sections, found.changed_at) == (1, 9, NOW)


def test_the_group_and_the_secretariat_read_and_nobody_else_does():
    scene = at_work()
    worksheet(scene)

    for inside in (scene.lead, scene.outsider, scene.clerk):
        assert queries.texts_in(room_for(scene, inside)).count() == 1
    with pytest.raises(WorkingGroup.DoesNotExist):
        room_for(scene, participant())


def test_after_a_specialists_last_day_there_is_no_workspace_for_them():
    scene = at_work()
    Membership.objects.filter(person=scene.outsider).update(ends_on=(NOW - timedelta(days=1)).date())

    with pytest.raises(WorkingGroup.DoesNotExist):
        room_for(scene, scene.outsider)


def test_what_the_group_made_stays_to_be_read_after_its_end():
    scene = at_work()
    sheet = worksheet(scene)
    end(scene)

    room = room_for(scene, scene.lead)

    assert not room.is_running
    assert queries.text_in(room, sheet.key) == sheet


def test_beside_a_dilemma_under_red_one_reads_only_what_is_about_others():
    scene = at_work()
    own, shared = worksheet(scene), shared_text(scene)
    secret = _serve_another(scene, Tlp.RED)

    room = room_for(scene, scene.outsider)

    assert (room.is_whole, room.tlp) == (False, Tlp.RED)
    assert list(queries.texts_in(room)) == [own]
    with pytest.raises(GroupText.DoesNotExist):
        queries.text_in(room, shared.key)
    with pytest.raises(WorkingGroup.DoesNotExist):
        do(texts.start_text, scene, scene.outsider, new=texts.NewText(checked("Iets")))
    with pytest.raises(Dilemma.DoesNotExist):
        do(texts.start_text, scene, scene.outsider, new=texts.NewText(checked("Iets"), secret.number))


def test_who_is_named_reads_all_of_it():
    scene = at_work()
    shared_text(scene)
    secret = _serve_another(scene, Tlp.RED)
    NamedReader.objects.create(dilemma=secret, person=scene.outsider, at=NOW)

    room = room_for(scene, scene.outsider)

    assert room.is_whole
    assert queries.texts_in(room).count() == 1


def test_the_database_refuses_a_text_without_a_title():
    scene = at_work()

    with pytest.raises(IntegrityError), transaction.atomic():
        GroupText.objects.create(group=scene.group, started_by=scene.lead, started_at=NOW)

    assert not GroupText.objects.exists()


def test_the_database_refuses_an_earlier_title_that_says_nothing():
    scene = at_work()

    with pytest.raises(IntegrityError), transaction.atomic():
        EarlierTitle.objects.create(text=shared_text(scene), replaced_by=scene.lead, replaced_at=NOW)

    assert not EarlierTitle.objects.exists()


def _serve_another(scene, tlp: Tlp) -> Dilemma:
    dilemma = factories.admitted(factories.dilemma_at_intake(tlp=tlp), scene.clerk, tlp=tlp)
    ServedDilemma.objects.create(group=scene.group, dilemma=dilemma, since=NOW)
    return dilemma
