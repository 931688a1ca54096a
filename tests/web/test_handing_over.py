"""The page on which work is handed over, and the warnings that lead to it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from tests import browser, factories, personas
from tests.deliberation.doing import do
from tests.signing_in import signed_in
from verder.deliberation.models import Dilemma
from verder.deliberation.operations import secretariat
from verder.domain.tlp import Tlp
from verder.network.models import Membership, Person

pytestmark = pytest.mark.django_db

NOW = timezone.now()


def page_of(person: Person) -> str:
    """Return the address where somebody's work is handed over."""
    return f"/beheer/mensen/{person.opaque_id}/overdragen"


def carried_by(person: Person, **options: object) -> Dilemma:
    """Make a dilemma that somebody handles."""
    dilemma = factories.dilemma_at_intake(at=NOW, **options)
    do(secretariat.assign_handler, dilemma, person, at=NOW, handler=person)
    return dilemma


def leave(someone: Person) -> None:
    """Let somebody have left the secretariat yesterday."""
    day = timezone.localdate() - timedelta(days=1)
    Membership.objects.filter(person=someone).update(starts_on=day, ends_on=day)


def test_a_secretary_sees_what_a_colleague_handles_and_takes_it_over():
    leaving, staying = personas.secretary(), personas.secretary()
    dilemma = carried_by(leaving)
    client = signed_in(staying)

    before = client.get(page_of(leaving))
    answer = client.post(page_of(leaving), {"to": staying.pk})

    assert f"/dilemmas/{dilemma.number}" in before.text
    assert "behandelt 1 dilemma dat nog loopt" in before.text
    assert answer["Location"] == f"/beheer/mensen/{leaving.opaque_id}"
    assert factories.fresh(dilemma).handler == staying
    assert "U hoeft niets over te dragen" in client.get(page_of(leaving)).text


def test_a_second_click_hands_over_nothing_more():
    leaving, staying = personas.secretary(), personas.secretary()
    dilemma = carried_by(leaving)
    client = signed_in(staying)

    answers = [client.post(page_of(leaving), {"to": staying.pk}) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [302, 302]
    assert factories.fresh(dilemma).handler == staying


def test_without_a_choice_nothing_is_handed_over():
    leaving, staying = personas.secretary(), personas.secretary()
    dilemma = carried_by(leaving)

    answer = signed_in(staying).post(page_of(leaving), {})

    assert answer.status_code == 422
    assert factories.fresh(dilemma).handler == leaving


def test_a_colleague_who_left_meanwhile_is_refused_in_words(monkeypatch):
    leaving, staying, third = personas.secretary(), personas.secretary(), personas.secretary()
    dilemma = carried_by(leaving)
    client = signed_in(staying)
    monkeypatch.setattr(
        "verder.web.office.handing_over.secretariat_on", lambda _day: Person.objects.filter(pk=third.pk)
    )
    leave(third)

    answer = client.post(page_of(leaving), {"to": third.pk})

    assert answer.status_code == 409
    assert "Er is niets overgedragen" in answer.text
    assert factories.fresh(dilemma).handler == leaving


def test_without_a_colleague_the_page_says_what_to_do():
    alone = personas.secretary()
    carried_by(alone)

    answer = signed_in(alone).get(page_of(alone))

    assert "Geef eerst iemand een plek" in answer.text


def test_for_others_the_page_does_not_exist():
    clerk = personas.secretary()

    for other in (personas.participant(), personas.administrator()):
        assert signed_in(other).get(page_of(clerk)).status_code == 404
    unknown = "/beheer/mensen/00000000-0000-4000-8000-000000000000/overdragen"
    assert signed_in(clerk).get(unknown).status_code == 404


@pytest.mark.parametrize("way", ["seat", "account"])
def test_before_the_last_reader_leaves_the_page_warns(way):
    leaving = personas.secretary()
    carried_by(leaving, tlp=Tlp.RED)
    staying = personas.secretary()
    seat = leaving.memberships.get()
    address = f"/beheer/plekken/{seat.pk}" if way == "seat" else f"/beheer/mensen/{leaving.opaque_id}/sluiten"

    for_secretary = signed_in(staying).get(address).text
    for_administrator = signed_in(personas.administrator()).get(address).text

    assert "1 dilemma onder TLP:RED kan verder niemand in het secretariaat lezen" in for_secretary
    assert page_of(leaving) in for_secretary
    assert "Vraag het secretariaat" in for_administrator
    assert page_of(leaving) not in for_administrator


def test_who_carries_nothing_leaves_without_a_warning():
    leaving, staying = personas.secretary(), personas.secretary()
    member = personas.participant()
    client = signed_in(staying)

    pages = [
        client.get(f"/beheer/plekken/{leaving.memberships.get().pk}"),
        client.get(f"/beheer/plekken/{member.memberships.get().pk}"),
        client.get(f"/beheer/mensen/{leaving.opaque_id}/sluiten"),
    ]

    assert all("Draag eerst het werk over" not in page.text for page in pages)


def test_the_work_screen_names_who_left_and_still_carries_something():
    gone, staying = personas.secretary(), personas.secretary()
    carried_by(gone)
    client = signed_in(staying)
    before = client.get("/werkvoorraad").text

    leave(gone)
    after = client.get("/werkvoorraad").text

    assert page_of(gone) not in before
    assert page_of(gone) in after
    assert f"{gone.name}:" in after


def test_a_great_deal_is_counted_up_to_a_hundred(monkeypatch):
    leaving, staying = personas.secretary(), personas.secretary()
    for _each in range(3):
        carried_by(leaving)
    monkeypatch.setattr("verder.deliberation.queries.carrying.CAP", 2)
    monkeypatch.setattr("verder.web.office.handing_over.CAP", 2)
    monkeypatch.setattr("verder.web.office.handing_over.SHOWN", 2)

    answer = signed_in(staying).get(page_of(leaving))

    assert "behandelt 2 of meer dilemma’s" in answer.text
    assert "De rest gaat ook mee" in answer.text


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_asks_the_database_as_much_for_three_as_for_one(number, django_assert_num_queries):
    leaving, staying = personas.secretary(), personas.secretary()
    for _each in range(number):
        carried_by(leaving)
    client = signed_in(staying)

    with django_assert_num_queries(9):
        answer = client.get(page_of(leaving))

    assert answer.text.count("verder-table__question") == number


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_handing_over_is_fit_for_everyone(page, live_server):
    leaving, staying = personas.secretary(), personas.secretary()
    carried_by(leaving, tlp=Tlp.AMBER)
    seat = leaving.memberships.get()

    browser.enter(page, staying, live_server.url)
    for name, address in (("overdragen", page_of(leaving)), ("plek", f"/beheer/plekken/{seat.pk}")):
        page.goto(live_server.url + address)
        browser.assert_accessible(page)
        browser.assert_no_overflow(page)
        browser.look(page, name)
