"""Remarks on a section: made, taken over or not, answered, each once and for all to see."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from tests.factories import checked
from tests.workspace.scenes import NOW, at_work, do, first_section, says, worksheet
from verder.workspace.models import Outcome, Remark
from verder.workspace.operations import remarks, writing
from verder.workspace.operations.remarks import RemarkWords
from verder.workspace.operations.writing import SectionChanged
from verder.workspace.queries import texts as queries

pytestmark = pytest.mark.django_db


def remarked(scene, section, *, proposal: str = "", words: str = "Klopt dit?", version: int | None = None) -> Remark:
    """Let the specialist say something about a section."""
    said = RemarkWords(checked(words), checked(proposal) if proposal else None)
    return do(remarks.make_remark, scene, scene.outsider, section=section.key, says=said, version=version)


def test_a_comment_stays_open_until_somebody_answers_it():
    scene = at_work()
    section = first_section(worksheet(scene))
    made = remarked(scene, section)
    assert queries.sections_now(section.text)[0].open_remarks == 1

    reply = checked("Ja, dat zeiden twee scholen.")
    do(remarks.settle_remark, scene, scene.lead, section=section.key, remark=made.key, reply=reply)

    told = queries.remarks_on(section).get()
    assert (told.outcome, told.settled_by, told.settled_at) == (Outcome.ANSWERED, scene.lead, NOW)
    assert told.reply == "Ja, dat zeiden twee scholen."
    assert queries.sections_now(section.text)[0].open_remarks == 0


def test_a_proposal_that_is_taken_over_becomes_the_next_version():
    scene = at_work()
    section = first_section(worksheet(scene))
    made = remarked(scene, section, proposal="Een school zag iets.", words="")

    saved = do(
        remarks.take_over,
        scene,
        scene.lead,
        version=1,
        section=section.key,
        remark=made.key,
        says=says("Een school zag iets, en wachtte."),
    )

    made.refresh_from_db()
    assert (saved.number, saved.words, saved.by) == (2, "Een school zag iets, en wachtte.", scene.lead)
    assert (made.outcome, made.settled_by) == (Outcome.TAKEN_OVER, scene.lead)


def test_a_proposal_that_is_not_taken_over_says_why():
    scene = at_work()
    section = first_section(worksheet(scene))
    made = remarked(scene, section, proposal="Anders.")

    do(remarks.settle_remark, scene, scene.lead, section=section.key, remark=made.key, reply=checked("Te vroeg."))

    made.refresh_from_db()
    assert (made.outcome, made.reply) == (Outcome.NOT_TAKEN, "Te vroeg.")
    assert queries.version_now(section).number == 1


def test_what_was_settled_is_not_settled_again():
    scene = at_work()
    section = first_section(worksheet(scene))
    made = remarked(scene, section, proposal="Anders.")
    about = {"section": section.key, "remark": made.key}
    do(remarks.settle_remark, scene, scene.lead, reply=checked("Nee."), **about)

    with pytest.raises(remarks.SettledAlready):
        do(remarks.settle_remark, scene, scene.outsider, reply=checked("Toch wel."), **about)
    with pytest.raises(remarks.SettledAlready):
        do(remarks.take_over, scene, scene.outsider, says=says("Anders."), **about)

    assert Remark.objects.get().reply == "Nee."


def test_a_comment_has_no_words_to_take_over():
    scene = at_work()
    section = first_section(worksheet(scene))
    made = remarked(scene, section)

    with pytest.raises(remarks.ProposesNothing):
        do(remarks.take_over, scene, scene.lead, section=section.key, remark=made.key, says=says("Iets."))

    assert Remark.objects.get().is_open


def test_nothing_taken_over_when_the_section_changed_meanwhile():
    scene = at_work()
    section = first_section(worksheet(scene))
    made = remarked(scene, section, proposal="Anders.")
    do(writing.save_section, scene, scene.outsider, section=section.key, says=says("Al veranderd."))

    with pytest.raises(SectionChanged), transaction.atomic():
        do(
            remarks.take_over,
            scene,
            scene.lead,
            version=1,
            section=section.key,
            remark=made.key,
            says=says("Anders."),
        )

    assert Remark.objects.get().is_open


def test_an_empty_remark_and_an_empty_reply_say_nothing():
    scene = at_work()
    section = first_section(worksheet(scene))

    with pytest.raises(remarks.SaysNothing):
        remarked(scene, section, words="")
    made = remarked(scene, section)
    with pytest.raises(remarks.SaysNothing):
        do(remarks.settle_remark, scene, scene.lead, section=section.key, remark=made.key, reply=checked(""))

    assert Remark.objects.get().is_open


@pytest.mark.parametrize(("seen", "noted"), [(None, 2), (1, 1), (9, 2)])
def test_a_remark_says_on_which_version_it_was_made(seen, noted):
    scene = at_work()
    section = first_section(worksheet(scene))
    do(writing.save_section, scene, scene.lead, section=section.key, says=says("Nieuw."))

    made = remarked(scene, section, version=seen)

    assert made.on_version == noted


def test_the_database_refuses_an_outcome_without_who_and_why():
    scene = at_work()
    section = first_section(worksheet(scene))
    made = remarked(scene, section)

    with pytest.raises(IntegrityError), transaction.atomic():
        Remark.objects.filter(pk=made.pk).update(outcome=Outcome.ANSWERED, settled_by=scene.lead, settled_at=NOW)

    assert Remark.objects.get().is_open
