"""The office pages: who may come, what they show, and at what cost."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests import personas
from tests.signing_in import signed_in
from verder.network.models import (
    AllowedWord,
    Body,
    BodyKind,
    Membership,
    Person,
    Theme,
    UrgentRoute,
)

pytestmark = pytest.mark.django_db
FOR_OFFICE = ["office", "office-people", "office-person-invite", "office-organisations", "office-organisation-add"]
FOR_SECRETARIAT = [
    "office-bodies",
    "office-terms",
    "office-routes",
    "office-route-add",
    "office-themes",
    "office-professions",
    "office-words",
    "office-text-check",
]


@pytest.fixture
def secretary() -> Person:
    return personas.seated("secretaris", BodyKind.SECRETARIAT, organisation=personas.organisation("Bureau"))


@pytest.fixture
def office(secretary: Person) -> Client:
    return signed_in(secretary)


# who may come


@pytest.mark.parametrize("page", FOR_OFFICE)
@pytest.mark.parametrize(
    ("persona", "status"),
    [("secretary", 200), ("administrator", 200), ("participant", 404), ("director", 404), ("platform_chair", 404)],
)
def test_people_and_organisations_are_for_the_office(persona, status, page):
    client = signed_in(getattr(personas, persona)())

    answer = client.get(reverse(page))

    assert answer.status_code == status


@pytest.mark.parametrize("page", FOR_SECRETARIAT)
@pytest.mark.parametrize(("persona", "status"), [("secretary", 200), ("administrator", 404), ("participant", 404)])
def test_settings_are_for_the_secretariat(persona, status, page):
    client = signed_in(getattr(personas, persona)())

    answer = client.get(reverse(page))

    assert answer.status_code == status


def test_an_outsider_is_asked_to_log_in_whether_a_page_exists_or_not(client):
    somebody = personas.participant()

    answers = [
        client.get(f"/beheer/mensen/{key}") for key in (somebody.opaque_id, "00000000-0000-4000-8000-000000000000")
    ]

    assert [answer.status_code for answer in answers] == [302, 302]
    assert all(answer["Location"].startswith("/inloggen?next=") for answer in answers)


def test_somebody_without_a_second_step_is_led_to_it_and_nowhere_else(client, secretary):
    client.force_login(secretary, backend="allauth.account.auth_backends.AuthenticationBackend")

    answers = [client.get(path) for path in ("/", "/beheer", "/mijn-account")]

    assert {answer["Location"] for answer in answers} == {"/mijn-account/tweede-stap"}
    assert client.get("/mijn-account/tweede-stap").status_code == 200


def test_somebody_whose_seat_has_ended_is_no_longer_of_the_office(office, secretary):
    Membership.objects.filter(person=secretary).update(ends_on=timezone.localdate() - timedelta(days=1))

    answer = office.get("/beheer")

    assert answer.status_code == 404


# what they show, and at what cost


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(
    ("page", "queries"),
    [
        ("office", 4),
        ("office-people", 6),
        ("office-organisations", 6),
        ("office-bodies", 5),
        ("office-terms", 5),
        ("office-routes", 5),
        ("office-themes", 5),
        ("office-professions", 5),
        ("office-words", 5),
    ],
)
def test_a_list_costs_as_much_with_three_rows_as_with_one(office, django_assert_num_queries, page, queries, number):
    for row in range(number):
        organisation = personas.organisation()
        personas.participant(organisation=organisation)
        Theme.objects.create(name=f"thema {row}")
        AllowedWord.objects.create(
            text=f"woord {row}", reason="Een plaats.", allowed_by=personas.secretary(), allowed_at=timezone.now()
        )
        UrgentRoute.objects.create(situation="nu", name=f"route {row}", last_checked_on=date(2026, 1, 1))
        Body.objects.create(kind=BodyKind.WORKING_GROUP, name=f"groep {row}", chairing_organisation=organisation)

    with django_assert_num_queries(queries):
        answer = office.get(reverse(page))

    assert answer.status_code == 200


@pytest.mark.parametrize("number", [1, 3])
def test_a_person_costs_as_much_with_three_seats_as_with_one(office, django_assert_num_queries, number):
    person = personas.participant()
    for row in range(number):
        group = Body.objects.create(kind=BodyKind.WORKING_GROUP, name=f"groep {row}")
        Membership.objects.create(body=group, person=person, starts_on=date(2026, 1, 1))

    with django_assert_num_queries(6):
        answer = office.get(f"/beheer/mensen/{person.opaque_id}")

    assert answer.content.decode().count("Verander de laatste dag") == number + 1


def test_a_long_list_of_people_is_turned_page_by_page(office):
    for number in range(60):
        Person.objects.create(email=f"a{number}@voorbeeld.example", name=f"a {number:02}")

    first = office.get("/beheer/mensen")
    second = office.get("/beheer/mensen" + first.context["found"].next)
    back = office.get("/beheer/mensen" + second.context["found"].previous)

    assert len(first.context["found"].rows) == 50
    assert first.context["found"].previous == ""
    assert [person.name for person in second.context["found"].rows][:2] == ["a 50", "a 51"]
    assert second.context["found"].next == ""
    assert [person.pk for person in back.context["found"].rows] == [person.pk for person in first.context["found"].rows]


def test_people_are_found_by_name_and_organisation_and_nonsense_shows_the_first_page(office):
    school = personas.organisation("School Noord")
    someone = personas.participant(organisation=school)

    by_organisation = looked_for(office, "noord").context["found"].rows
    nobody = looked_for(office, "zzz")
    nonsense = [looked_for(office, "\0"), office.get("/beheer/mensen", {"na": "x", "gezocht": "x"})]

    assert by_organisation == (someone,)
    assert "Niemand gevonden" in nobody.content.decode()
    assert [len(page.context["found"].rows) for page in nonsense] == [2, 2]


@pytest.mark.parametrize("path", ["/beheer/mensen", "/beheer/organisaties"])
def test_whom_somebody_looks_for_stands_in_no_address(office, path):
    found = looked_for(office, "noord@voorbeeld.example", path=path)

    ((address, _status),) = found.redirect_chain
    assert re.fullmatch(path + r"\?gezocht=[0-9a-f-]{36}", address)
    assert 'value="noord@voorbeeld.example"' in found.text
    assert "noord" not in "".join(re.findall('(?:href|action)="([^"]*)"', found.text))


def test_what_was_found_is_turned_page_by_page_and_found_again_by_going_back(office):
    for number in range(60):
        Person.objects.create(email=f"a{number}@voorbeeld.example", name=f"a {number:02}")
    first = looked_for(office, "a ")
    looked_for(office, "zzz")

    second = office.get("/beheer/mensen" + first.context["found"].next)
    again = office.get(first.redirect_chain[0][0])

    assert [person.name for person in second.context["found"].rows][:2] == ["a 50", "a 51"]
    assert again.context["found"].rows == first.context["found"].rows


def test_only_the_latest_searches_are_kept(office):
    pages = [looked_for(office, f"zoek {number}").redirect_chain[0][0] for number in range(11)]

    assert [office.get(pages[place]).context["words"] for place in (0, 1, 10)] == ["", "zoek 1", "zoek 10"]


def looked_for(office, words: str, *, path: str = "/beheer/mensen"):
    """Look for words in a list, and go where that leads."""
    return office.post(path, {"words": words}, follow=True)


def test_who_sits_in_a_confidential_group_is_not_shown_to_administrators(office):
    group = Body.objects.create(kind=BodyKind.WORKING_GROUP, name="Vertrouwelijk", confidential=True)
    member = personas.seated("lid", BodyKind.WORKING_GROUP, body=group)
    seat = Membership.objects.get(person=member)
    administrator = signed_in(personas.administrator())

    pages = ["/beheer/mensen", f"/beheer/mensen/{member.opaque_id}", f"/beheer/mensen/{member.opaque_id}/plek"]

    assert all("Vertrouwelijk" in office.get(page).content.decode() for page in pages)
    assert not any("Vertrouwelijk" in administrator.get(page).content.decode() for page in pages)
    assert administrator.get(f"/beheer/plekken/{seat.pk}").status_code == 404
