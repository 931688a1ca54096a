"""The pages on which words are hidden and a second person settles it."""

from __future__ import annotations

import uuid

import pytest

from tests import factories, personas
from tests.deliberation.doing import do
from tests.factories import checked
from tests.signing_in import signed_in
from verder.deliberation.models import Note
from verder.deliberation.operations import exchange
from verder.domain.tlp import Tlp
from verder.slips.models import Slip
from verder.slips.queries import places_of

pytestmark = pytest.mark.django_db
TEXT = "Dit gaat over het tulpenveld en school."


def test_words_are_found_hidden_and_destroyed_on_the_pages() -> None:
    clerk, colleague, dilemma = personas.secretary(), personas.secretary(), factories.dilemma_at_intake()
    do(exchange.write_note, dilemma, clerk, text=checked(TEXT))
    page = f"/dilemmas/{dilemma.number}/hoort-hier-niet"
    browser, second = signed_in(clerk), signed_in(colleague)
    assert page in browser.get(f"/dilemmas/{dilemma.number}").content.decode()
    assert browser.get(page).status_code == 200
    sent = {"version": factories.fresh(dilemma).version, "request_key": str(uuid.uuid4()), "word": "Tulpenveld"}
    assert TEXT in browser.post(page, {**sent, "more": "yes"}).content.decode()
    places = [one.code for one in places_of(dilemma, word="Tulpenveld")]

    answer = browser.post(page, {**sent, "places": places, "replacement": "perceel"})

    assert answer.status_code == 302, answer.content.decode()
    assert Note.objects.get().text == "Dit gaat over het perceel en school."
    assert "/verborgen" in second.get("/werkvoorraad").content.decode()
    key = Slip.objects.get().key
    browser.post(f"/verborgen/{key}/vernietigen")
    assert Slip.objects.get().state == "hidden"
    second.post(f"/verborgen/{key}/vernietigen")
    assert Slip.objects.get().state == "destroyed"


def test_a_colleague_puts_words_back_with_a_reason() -> None:
    clerk, colleague, dilemma = personas.secretary(), personas.secretary(), factories.dilemma_at_intake()
    do(exchange.write_note, dilemma, clerk, text=checked(TEXT))
    places = [one.code for one in places_of(dilemma, word="tulpenveld")]
    sent = {"version": factories.fresh(dilemma).version, "request_key": str(uuid.uuid4()), "places": places}
    signed_in(clerk).post(f"/dilemmas/{dilemma.number}/hoort-hier-niet", sent)
    page = f"/verborgen/{Slip.objects.get().key}/terugzetten"
    assert TEXT not in Note.objects.get().text
    assert signed_in(colleague).get(page).status_code == 200
    assert signed_in(colleague).post(page, {"reason": ""}).status_code == 422

    signed_in(colleague).post(page, {"reason": "Dit mag blijven staan."})

    assert Note.objects.get().text == TEXT
    assert signed_in(colleague).get(page).status_code == 302


def test_who_only_reads_can_point_but_not_hide() -> None:
    clerk, reader = personas.secretary(), personas.participant()
    dilemma = factories.admitted(factories.dilemma_at_intake(), clerk)
    type(dilemma).objects.filter(pk=dilemma.pk).update(tlp=Tlp.GREEN)
    page = f"/dilemmas/{dilemma.number}/hoort-hier-niet"
    browser = signed_in(reader)

    assert browser.get(page).status_code == 404
    sent = {"request_key": str(uuid.uuid4())}
    assert browser.post(f"{page}/melden", sent).status_code == 302
    assert browser.post(f"{page}/melden", sent).status_code == 302
    assert browser.post(f"{page}/melden", {"request_key": "x"}).status_code == 302
