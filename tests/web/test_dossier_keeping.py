"""What the secretariat does to look after a dilemma, besides the steps of the ladder."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from tests import factories, personas
from tests.factories import checked
from tests.personas import as_actor
from tests.signing_in import signed_in
from tests.web import step_ways
from tests.web.step_ways import LATER, NOW
from verder.deliberation.actor import Actor, Intent
from verder.deliberation.operations import exchange, secretariat, sharing
from verder.domain.tlp import Tlp
from verder.network.models import Theme

pytestmark = pytest.mark.django_db
PAGES = ("gedeelde-versie", "gedeelde-versie/gezien", "behandelaar", "thema", "label", "bericht", "notitie")


def address(dilemma, page: str) -> str:
    """Return where something is done to a dilemma."""
    return f"/dilemmas/{dilemma.number}/{page}"


def form_of(dilemma, **posted: object) -> dict:
    """Return what a browser sends: what was typed, with what the form carries by itself."""
    return {"version": dilemma.version, "request_key": str(uuid.uuid4()), **posted}


def post(dilemma, page: str, by, **posted: object):
    """Send a form as somebody."""
    return signed_in(by).post(address(dilemma, page), form_of(dilemma, **posted))


def written_by_submitter(dilemma, text: str = "Er is nog iets.") -> None:
    """Let the submitter write in the conversation."""
    submitter = Actor(submitter_of=dilemma.key)
    exchange.say(dilemma.number, text=checked(text), actor=submitter, at=NOW, intent=Intent())


@pytest.mark.parametrize("page", PAGES)
def test_each_page_opens_for_the_secretariat_and_exists_for_nobody_else(page):
    clerk, chair = personas.secretary(), personas.platform_chair()
    dilemma = step_ways.waiting(clerk)
    type(dilemma).objects.filter(pk=dilemma.pk).update(tlp=Tlp.GREEN)

    assert signed_in(clerk).get(address(dilemma, page)).status_code == 200
    assert signed_in(chair).get(address(dilemma, page)).status_code == 404
    assert post(dilemma, page, chair).status_code == 404


@pytest.mark.parametrize("page", [*PAGES, "lezers", "lezers/weg"])
def test_a_colleague_whom_red_does_not_name_finds_nothing(page):
    clerk, colleague = personas.secretary(), personas.secretary()
    dilemma = factories.dilemma_at_intake(at=NOW, tlp=Tlp.RED)
    actor = as_actor(clerk, NOW)
    sharing.remove_reader(dilemma.number, reader=colleague, actor=actor, at=NOW, intent=Intent())

    assert signed_in(colleague).get(address(dilemma, page)).status_code == 404


def test_the_shared_version_begins_with_what_the_submitter_wrote():
    dilemma = factories.dilemma_at_intake(at=NOW, question="Eigen woorden?")

    answer = signed_in(personas.secretary()).get(address(dilemma, "gedeelde-versie"))

    assert ">\nEigen woorden?</textarea>" in answer.text
    assert "zoals de inbrenger het schreef" in answer.text


def test_the_shared_version_is_kept_and_offered_to_the_submitter():
    dilemma = factories.dilemma_at_intake(at=NOW)

    answer = post(
        dilemma,
        "gedeelde-versie",
        personas.secretary(),
        question="Mag een school dit delen?",
        situation="Het gaat om één gezin.",
    )

    shared = factories.fresh(dilemma).shared
    assert answer["Location"] == f"/dilemmas/{dilemma.number}"
    assert (shared.question, shared.seen_at) == ("Mag een school dit delen?", None)


def test_the_shared_version_is_checked_and_comes_back_with_its_findings():
    dilemma = factories.dilemma_at_intake(at=NOW)

    answer = post(
        dilemma, "gedeelde-versie", personas.secretary(), question="Mag dit?", situation="Bel 06-12345678 maar."
    )

    assert answer.status_code == 422
    assert "verder-proof" in answer.text
    assert not hasattr(factories.fresh(dilemma), "shared")


def test_the_shared_version_is_shut_while_a_body_has_the_dilemma_before_it():
    clerk = personas.secretary()
    dilemma = step_ways.at_platform(clerk)

    page = signed_in(clerk).get(address(dilemma, "gedeelde-versie"))
    sent = post(dilemma, "gedeelde-versie", clerk, question="Mag dit?", situation="Het gaat om één gezin.")

    assert (page.status_code, sent.status_code) == (403, 409)
    assert "Een overleg heeft dit dilemma nu voor zich." in page.text
    assert "Mag dit?" in sent.text


def test_that_the_submitter_heard_it_by_telephone_is_noted():
    clerk = personas.secretary()
    dilemma = factories.dilemma_at_intake(at=NOW)
    sharing.prepare_shared_version(
        dilemma.number, words=factories.words(), actor=as_actor(clerk, NOW), at=NOW, intent=Intent()
    )

    post(factories.fresh(dilemma), "gedeelde-versie/gezien", clerk, how="by_telephone")

    assert factories.fresh(dilemma).shared.how_seen == "by_telephone"


def test_that_no_reaction_came_is_noted_once_the_time_for_it_is_over():
    clerk = personas.secretary()
    dilemma = factories.dilemma_at_intake(at=NOW)
    sharing.prepare_shared_version(
        dilemma.number, words=factories.words(), actor=as_actor(clerk, NOW), at=NOW, intent=Intent()
    )

    answer = post(factories.fresh(dilemma), "gedeelde-versie/gezien", clerk, how="no_reply")

    assert answer.status_code == 409
    assert "Wacht tot dan, of bel." in answer.text


def test_what_does_not_stand_yet_cannot_have_been_seen():
    answer = post(
        factories.dilemma_at_intake(at=NOW), "gedeelde-versie/gezien", personas.secretary(), how="by_telephone"
    )

    assert answer.status_code == 409
    assert "nog geen gedeelde versie" in answer.text


def test_somebody_takes_a_dilemma_with_one_click():
    clerk = personas.secretary()
    dilemma = factories.dilemma_at_intake(at=NOW)

    page = signed_in(clerk).get(f"/dilemmas/{dilemma.number}")
    post(dilemma, "behandelaar", clerk, handler=clerk.pk)

    assert "Ik neem het" in page.text
    assert factories.fresh(dilemma).handler == clerk
    assert "Ik neem het" not in signed_in(clerk).get(f"/dilemmas/{dilemma.number}").text


def test_only_the_secretariat_handles_a_dilemma():
    dilemma = factories.dilemma_at_intake(at=NOW)

    answer = post(dilemma, "behandelaar", personas.secretary(), handler=personas.participant().pk)

    assert answer.status_code == 422
    assert factories.fresh(dilemma).handler is None


def test_a_colleague_who_took_it_first_gives_a_conflict():
    clerk, colleague = personas.secretary(), personas.secretary()
    dilemma = factories.dilemma_at_intake(at=NOW)
    secretariat.assign_handler(
        dilemma.number, handler=colleague, actor=as_actor(colleague, NOW), at=NOW, intent=Intent()
    )

    answer = post(dilemma, "behandelaar", clerk, handler=clerk.pk)

    assert answer.status_code == 409
    assert "een collega was u voor" in answer.text
    assert factories.fresh(dilemma).handler == colleague


def test_a_theme_is_chosen_and_taken_away():
    clerk, theme = personas.secretary(), Theme.objects.create(name="uithuwelijking")
    dilemma = factories.dilemma_at_intake(at=NOW)

    post(dilemma, "thema", clerk, theme=theme.pk)
    chosen = factories.fresh(dilemma)
    post(chosen, "thema", clerk, theme="")

    assert chosen.theme == theme
    assert factories.fresh(dilemma).theme is None


def test_a_label_is_narrowed_and_never_widened_here():
    clerk = personas.secretary()
    dilemma = factories.dilemma_at_intake(at=NOW, tlp=Tlp.AMBER)

    wider = post(dilemma, "label", clerk, tlp_label="TLP:CLEAR")
    post(dilemma, "label", clerk, tlp_label="TLP:RED")

    assert wider.status_code == 422
    assert factories.fresh(dilemma).tlp == Tlp.RED


def test_a_reader_of_red_is_named_and_taken_off():
    clerk, reader = personas.secretary(), personas.participant()
    dilemma = factories.dilemma_at_intake(at=NOW, tlp=Tlp.RED)

    post(dilemma, "lezers", clerk, reader=reader.pk)
    named = dilemma.named_readers.filter(person=reader).exists()
    post(dilemma, "lezers/weg", clerk, reader=reader.pk)

    assert named
    assert not dilemma.named_readers.filter(person=reader).exists()


def test_the_last_reader_of_the_secretariat_stays():
    clerk = personas.secretary()
    dilemma = factories.dilemma_at_intake(at=NOW, tlp=Tlp.RED)

    answer = post(dilemma, "lezers/weg", clerk, reader=clerk.pk)

    assert answer.status_code == 409
    assert "Noem eerst een collega als lezer" in answer.text


def test_who_takes_themselves_off_goes_to_the_list():
    clerk, _colleague = personas.secretary(), personas.secretary()
    dilemma = factories.dilemma_at_intake(at=NOW, tlp=Tlp.RED)

    answer = post(dilemma, "lezers/weg", clerk, reader=clerk.pk)

    assert answer["Location"] == "/dilemmas"


def test_readers_are_named_under_red_alone():
    dilemma = factories.dilemma_at_intake(at=NOW)

    assert signed_in(personas.secretary()).get(address(dilemma, "lezers")).status_code == 404


def test_a_message_goes_to_the_submitter_and_marks_what_was_read():
    clerk = personas.secretary()
    dilemma = step_ways.waiting(clerk)
    written_by_submitter(dilemma)
    page = signed_in(clerk).get(address(dilemma, "bericht"))
    read = dilemma.messages.get().pk
    written_by_submitter(dilemma, "En dit nog.")

    post(dilemma, "bericht", clerk, text="Wanneer was dat?", answer_by=LATER, last_read=read)

    first, second, own = dilemma.messages.order_by("pk")
    assert "Er is nog iets." in page.text
    assert (own.text, own.answer_by.isoformat()) == ("Wanneer was dat?", LATER)
    assert (first.read_at is None, second.read_at is None) == (False, True)


def test_at_intake_a_question_with_a_date_is_a_step_and_not_a_message():
    dilemma = factories.dilemma_at_intake(at=NOW)

    answer = signed_in(personas.secretary()).get(address(dilemma, "bericht"))

    assert 'name="answer_by"' not in answer.text


def test_an_answer_is_not_asked_for_on_a_day_that_is_over():
    clerk = personas.secretary()
    dilemma = step_ways.waiting(clerk)

    answer = post(
        dilemma, "bericht", clerk, text="Wanneer was dat?", answer_by=timezone.localdate(NOW) - timedelta(days=1)
    )

    assert answer.status_code == 422
    assert "deze datum is voorbij" in answer.text
    assert not dilemma.messages.exists()


@pytest.mark.parametrize("page", ["bericht", "notitie"])
def test_a_message_or_note_does_not_mind_that_a_colleague_was_first_and_is_kept_once(page):
    clerk = personas.secretary()
    dilemma = factories.dilemma_at_intake(at=NOW)
    sent = form_of(dilemma, text="Bel even met de school.")
    secretariat.assign_handler(dilemma.number, handler=clerk, actor=as_actor(clerk, NOW), at=NOW, intent=Intent())
    client = signed_in(clerk)

    client.post(address(dilemma, page), sent)
    again = client.post(address(dilemma, page), sent)

    assert again.status_code == 302
    assert dilemma.messages.count() + dilemma.notes.count() == 1


def test_a_note_without_words_comes_back():
    answer = post(factories.dilemma_at_intake(at=NOW), "notitie", personas.secretary(), text=" ")

    assert answer.status_code == 422
    assert "Schrijf een notitie." in answer.text


def test_what_was_read_is_marked_by_a_button_and_not_by_looking():
    clerk = personas.secretary()
    dilemma = factories.dilemma_at_intake(at=NOW)
    written_by_submitter(dilemma)
    client = signed_in(clerk)

    page = client.get(f"/dilemmas/{dilemma.number}")
    looked = dilemma.messages.get()
    client.post(address(dilemma, "gelezen"), {"last_read": looked.pk})

    assert ">Gelezen</button>" in page.text
    assert looked.read_at is None
    assert dilemma.messages.get().read_at is not None
    assert client.get(address(dilemma, "gelezen")).status_code == 405
    assert client.post(address(dilemma, "gelezen"), {"last_read": "x"}).status_code == 302
