"""Reading along while somebody types: what is said, to whom, and that nothing of it is kept."""

from __future__ import annotations

import html
import logging
import re
from pathlib import Path

import pytest
from django.test import Client

import verder.web
from tests import factories
from tests.personas import participant, secretary
from tests.signing_in import signed_in
from tests.web.filling import PHONE, filled, text_of
from tests.web.guidance_help import published
from tests.web.test_intake import rows_that_hold
from verder.deliberation.models import Dilemma
from verder.domain.tlp import Tlp
from verder.web.coaching import views
from verder.web.coaching.question import advice_on
from verder.web.limits import Limit

QUESTION = "Mag de leerplicht een melding van de huisarts delen?"


def ask(client: Client, text: str, *, kind: str = "text"):
    return client.post("/meelezen", {"field": "situation", "situation": text, "kind": kind})


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hoe deel ik dit met de school?", "begint met ‘hoe’"),
        ("Is dit een taak van de school?", "Begin liever met mag"),
        ("Mag ik dit delen, of moet ik wachten?", "Er staat een komma"),
        ("Moet ik " + "heel " * 15 + "lang wachten?", "heeft 19 woorden"),
        ("Mag ik dit toch delen?", "Het woord ‘toch’ geeft het antwoord al"),
        ("Mag ik dit delen", "Sluit af met een vraagteken"),
    ],
)
def test_a_question_gets_advice(question, said):
    assert any(said in advice for advice in advice_on(question))


@pytest.mark.parametrize("question", ["Mag ik dit delen?", "Durf ik dit?", "Hoe nu", ""])
def test_a_good_question_and_one_that_has_just_begun_get_none(question):
    assert advice_on(question) == ()


@pytest.mark.django_db
def test_a_finding_is_told_with_why_and_what_to_write_instead(client):
    said = text_of(ask(client, f"Bel {PHONE}."))

    assert "Meelezen" not in said
    assert "Meegelezen: 1 ding om naar te kijken" in said
    assert "Dit is een telefoonnummer." in said
    assert "Vervang door ‘het telefoonnummer’" in said


@pytest.mark.django_db
def test_careless_language_brings_advice_and_no_button(client):
    answer = ask(client, "Die families liegen altijd.")

    assert "Oordeel over een hele groep" in text_of(answer)
    assert "data-replace" not in answer.text


@pytest.mark.django_db
def test_long_sentences_and_hard_words_are_told_with_simpler_ones(client):
    long = "De school belt elke week met de ouders " + "en de ouders zeggen dan weer iets anders " * 3
    said = text_of(ask(client, f"{long}. Derhalve wachten wij af."))

    assert "Vervang door ‘daarom’ : Derhalve" in said
    assert "De zin die begint met ‘De school belt elke week met…’ is lang." in said
    assert "De tekst leest nog niet makkelijk." in said


@pytest.mark.django_db
def test_a_plain_text_hears_that_it_is_one(client):
    said = text_of(ask(client, "De school belt elke week. De ouders nemen niet op. Wij weten niet wat er is."))

    assert said == "Meegelezen: niets opgevallen. De tekst leest makkelijk, ongeveer op niveau B1."


@pytest.mark.django_db
def test_a_question_leads_an_outsider_to_public_guidance_and_public_titles(client):
    published("Een melding delen als huisarts")
    published("Een melding van de huisarts delen in de regio", tlp=Tlp.GREEN)
    clerk = secretary()
    open_one = factories.admitted(factories.dilemma_at_intake(), clerk)
    hidden = factories.admitted(factories.dilemma_at_intake(), clerk)
    Dilemma.objects.filter(pk=open_one.pk).update(public_title="Meldingen van de huisarts")
    Dilemma.objects.filter(pk=hidden.pk).update(public_title="Melding door een huisarts", tlp=Tlp.RED)

    said = text_of(ask(client, QUESTION, kind="question"))

    assert "2 stukken lijken hierop" in said
    assert "Een melding delen als huisarts" in said
    assert "Een ander dilemma: Meldingen van de huisarts" in said


@pytest.mark.django_db
def test_a_question_leads_a_participant_to_the_dilemmas_they_may_read():
    clerk, member = secretary(), participant()
    for label in (Tlp.GREEN, Tlp.AMBER_STRICT):
        dilemma = factories.admitted(factories.dilemma_at_intake(), clerk)
        Dilemma.objects.filter(pk=dilemma.pk).update(tlp=label)
        dilemma.shared.question = f"Mag de huisarts een melding aan de leerplicht geven? {label[-3:]}"
        dilemma.shared.save()

    said = text_of(ask(signed_in(member), QUESTION, kind="question"))

    assert "Mag de huisarts een melding aan de leerplicht geven? EEN" in said
    assert "geven? ICT" not in said


@pytest.mark.django_db
@pytest.mark.parametrize("pieces", [1, 3])
def test_reading_a_question_along_costs_four_statements(client, django_assert_num_queries, pieces):
    for number in range(pieces):
        published(f"Een melding delen als huisarts, deel {number}")

    with django_assert_num_queries(4):  # the count of knocks, guidance, dilemmas, allowed words
        ask(client, QUESTION, kind="question")


@pytest.mark.django_db
def test_a_few_words_lead_nowhere(client, django_assert_num_queries):
    with django_assert_num_queries(2):
        answer = ask(client, "Mag ik dit?", kind="question")

    assert "lijk" not in text_of(answer)


@pytest.mark.django_db
def test_nothing_of_it_is_kept_or_logged(client, caplog):
    caplog.set_level(logging.INFO)

    answer = ask(client, "Er speelt iets met een Zonnebloempit en een huisarts.", kind="question")

    assert rows_that_hold("Zonnebloempit") == []
    assert "Zonnebloempit" not in caplog.text
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.django_db
def test_an_empty_field_and_one_that_is_not_there_hear_nothing(client):
    assert ask(client, "  ").status_code == 204
    assert client.post("/meelezen", {"field": "situation"}).status_code == 204
    assert client.post("/meelezen").status_code == 204
    assert client.get("/meelezen").status_code == 405


@pytest.mark.django_db
def test_whoever_asks_too_often_hears_nothing(client, monkeypatch):
    monkeypatch.setattr(views, "READING_ALONG", Limit("coach", 1, views.READING_ALONG.per))
    ask(client, "Dit is een tekst.")

    assert ask(client, "Dit is een tekst.").status_code == 204


@pytest.mark.django_db
def test_the_page_about_the_check_says_what_the_manual_says(client):
    manual = Path("docs/how-to/text-check-what-it-sees.md").read_text("utf-8").split("## Wat de controle doet")[1]
    plain = " ".join(re.sub(r"^(- |\d\. |## )", "", line) for line in manual.replace("*", "").splitlines())
    said = re.sub(r"[‘’\"']", "'", html.unescape(text_of(client.get("/tekstcontrole"))))

    sentences = [sentence.strip() for sentence in re.sub(r"[‘’\"']", "'", plain).split(". ")]

    assert [one for one in sentences if " ".join(one.split()) not in said] == []


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/inbrengen", "/tekstcontrole", "/privacy", "/"])
def test_no_page_promises_that_nobody_can_be_recognised(client, address):
    answer = client.get(address)
    posted = client.post("/inbrengen", filled(situation=f"Bel {PHONE}."))

    assert answer.status_code == 200
    assert not re.search("anoniem|anonymous|geanonimiseerd", f"{answer.text}{posted.text}", re.IGNORECASE)


def test_no_text_of_a_page_promises_it_either():
    folder = Path(verder.web.__file__).parent
    pages = [*folder.rglob("*.html"), *folder.rglob("*.py"), *folder.rglob("*.js")]

    assert [page for page in pages if re.search("anoniem|geanonimiseerd", page.read_text("utf-8"), re.IGNORECASE)] == []
