"""The office pages: who may come, what they show, and that nobody's work is lost."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests import personas
from tests.signing_in import signed_in
from verder.audit.models import Event
from verder.network.models import (
    AllowedWord,
    Body,
    BodyKind,
    Membership,
    Organisation,
    OrganisationKind,
    Person,
    Seat,
    Term,
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
    "office-words",
]


@pytest.fixture
def secretary() -> Person:
    return personas.seated("secretaris", BodyKind.SECRETARIAT, organisation=personas.organisation("Bureau"))


@pytest.fixture
def office(secretary: Person) -> Client:
    return signed_in(secretary)


def hidden_version(client: Client, address: str) -> str:
    return client.get(address).context["form"].initial["version"]


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
        ("office-words", 5),
    ],
)
def test_a_list_costs_as_much_with_three_rows_as_with_one(office, django_assert_num_queries, page, queries, number):
    for row in range(number):
        organisation = personas.organisation()
        personas.participant(organisation=organisation)
        Theme.objects.create(name=f"thema {row}")
        AllowedWord.objects.create(text=f"woord {row}")
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

    by_organisation = office.get("/beheer/mensen", {"words": "noord"}).context["found"].rows
    nobody = office.get("/beheer/mensen", {"words": "zzz"})
    nonsense = office.get("/beheer/mensen", {"after": "x"}).context["found"].rows

    assert by_organisation == (someone,)
    assert "Niemand gevonden" in nobody.content.decode()
    assert len(nonsense) == 2


def test_who_sits_in_a_confidential_group_is_not_shown_to_administrators(office):
    group = Body.objects.create(kind=BodyKind.WORKING_GROUP, name="Vertrouwelijk", confidential=True)
    member = personas.seated("lid", BodyKind.WORKING_GROUP, body=group)
    seat = Membership.objects.get(person=member)
    administrator = signed_in(personas.administrator())

    pages = ["/beheer/mensen", f"/beheer/mensen/{member.opaque_id}", f"/beheer/mensen/{member.opaque_id}/plek"]

    assert all("Vertrouwelijk" in office.get(page).content.decode() for page in pages)
    assert not any("Vertrouwelijk" in administrator.get(page).content.decode() for page in pages)
    assert administrator.get(f"/beheer/plekken/{seat.pk}").status_code == 404


# what one can do


def test_someone_is_invited_with_a_first_seat(office, secretary):
    platform = Body.objects.create(kind=BodyKind.PLATFORM, name="Platform")

    answer = office.post(
        "/beheer/mensen/nieuw",
        {
            "name": "Deelnemer",
            "email": "Nieuw@voorbeeld.example",
            "body": platform.pk,
            "seat": "member",
            "starts_on": "2026-01-01",
        },
    )

    assert answer["Location"] == "/beheer/mensen"
    person = Person.objects.get(email="nieuw@voorbeeld.example")
    assert person.memberships.get().body == platform
    assert Event.objects.get(action="person.invite").actor == secretary.opaque_id


def test_a_refused_invitation_keeps_what_was_typed_and_makes_nobody(office):
    council = Body.objects.create(kind=BodyKind.COUNCIL, name="Beraad")

    answer = office.post(
        "/beheer/mensen/nieuw",
        {
            "name": "Bestuurder",
            "email": "b@voorbeeld.example",
            "body": council.pk,
            "seat": "member",
            "starts_on": "2026-01-01",
        },
    )

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "meedoen in het Platform" in page
    assert 'value="Bestuurder"' in page
    assert not Person.objects.filter(email="b@voorbeeld.example").exists()


def test_an_incomplete_form_is_shown_again_with_what_is_missing(office):
    answer = office.post("/beheer/mensen/nieuw", {"name": "Deelnemer"})

    assert answer.status_code == 400
    assert 'id="error-summary"' in answer.content.decode()


def test_the_second_of_two_colleagues_hears_what_the_first_one_changed(office):
    person = personas.participant()
    address = f"/beheer/mensen/{person.opaque_id}/wijzigen"
    seen = hidden_version(office, address)
    typed = {"email": person.email, "function": "", "organisation": ""}
    office.post(address, {**typed, "name": "Eerste", "version": seen})

    second = office.post(address, {**typed, "name": "Tweede", "version": seen})

    page = second.content.decode()
    assert second.status_code == 409
    assert "Naam: Eerste" in page
    assert 'value="Tweede"' in page
    assert Person.objects.get(pk=person.pk).name == "Eerste"
    again = office.post(address, {**typed, "name": "Tweede", "version": second.context["form"].data["version"]})
    assert again.status_code == 302
    assert Person.objects.get(pk=person.pk).name == "Tweede"


def test_a_seat_is_given_and_ended(office):
    person = personas.participant()
    group = Body.objects.create(kind=BodyKind.WORKING_GROUP, name="Groep")
    office.post(
        f"/beheer/mensen/{person.opaque_id}/plek", {"body": group.pk, "seat": "lead", "starts_on": "2026-01-01"}
    )
    seat = Membership.objects.get(body=group)
    address = f"/beheer/plekken/{seat.pk}"

    answer = office.post(address, {"ends_on": "2026-12-31", "version": hidden_version(office, address)})

    assert answer["Location"] == f"/beheer/mensen/{person.opaque_id}"
    seat.refresh_from_db()
    assert (seat.seat, seat.ends_on) == (Seat.LEAD, date(2026, 12, 31))


def test_the_last_of_the_secretariat_stays(office, secretary):
    address = f"/beheer/plekken/{Membership.objects.get(person=secretary).pk}"

    answer = office.post(address, {"ends_on": timezone.localdate(), "version": hidden_version(office, address)})

    assert answer.status_code == 409
    assert "niemand meer in het secretariaat" in answer.content.decode()


def test_an_account_is_closed_and_its_sessions_end(office):
    person = personas.participant()
    their_client = signed_in(person)
    address = f"/beheer/mensen/{person.opaque_id}/sluiten"

    office.post(address, {"version": hidden_version(office, address)})

    assert their_client.get("/mijn-account")["Location"].startswith("/inloggen")
    assert "gesloten" in office.get(f"/beheer/mensen/{person.opaque_id}").content.decode()


def test_a_lost_second_step_is_wiped_but_never_ones_own(office, secretary):
    person = personas.participant()
    theirs, own = (f"/beheer/mensen/{one.opaque_id}/tweede-stap" for one in (person, secretary))

    done = office.post(theirs, {"version": hidden_version(office, theirs)})
    refused = office.post(own, {"version": hidden_version(office, own)})

    assert done.status_code == 302
    assert refused.status_code == 409
    assert Event.objects.get(action="second_factor.reset").subject == person.opaque_id


def test_organisations_and_kinds_are_added_and_changed(office):
    office.post("/beheer/soorten/nieuw", {"name": "politie"})
    kind = OrganisationKind.objects.get(name="politie")
    office.post("/beheer/organisaties/nieuw", {"name": "Eenheid", "kind": kind.pk})
    organisation = Organisation.objects.get(name="Eenheid")
    address = f"/beheer/organisaties/{organisation.pk}"

    office.post(address, {"name": "Eenheid Oost", "kind": kind.pk, "version": hidden_version(office, address)})

    organisation.refresh_from_db()
    assert organisation.name == "Eenheid Oost"
    assert office.post("/beheer/soorten/nieuw", {"name": "Politie"}).status_code == 409


def test_a_body_is_changed(office):
    body = Body.objects.create(kind=BodyKind.PLATFORM, name="Platform")
    address = f"/beheer/overleggen/{body.key}"

    office.post(
        address, {"name": "Landelijk Platform", "meetings_per_year": 2, "version": hidden_version(office, address)}
    )

    body.refresh_from_db()
    assert (body.name, body.meetings_per_year) == ("Landelijk Platform", 2)


def test_a_conflict_shows_what_stands_there_in_words(office):
    body = Body.objects.create(kind=BodyKind.PLATFORM, name="Platform", confidential=True)

    answer = office.post(f"/beheer/overleggen/{body.key}", {"name": "X", "meetings_per_year": 2, "version": "old"})

    assert "Organisatie van de voorzitter: geen" in answer.content.decode()
    assert "ja" in answer.context["refusal"]


def test_a_term_is_set_once_by_whoever_is_first(office):
    seen = hidden_version(office, "/beheer/termijnen/intake")

    first = office.post("/beheer/termijnen/intake", {"days": 7, "version": seen})
    second = office.post("/beheer/termijnen/intake", {"days": 9, "version": seen})

    assert (first.status_code, second.status_code) == (302, 409)
    assert Term.objects.get(rung="intake").days == 7
    assert office.post("/beheer/termijnen/intake", {"days": 9}).status_code == 409
    assert office.get("/beheer/termijnen/platform").status_code == 404


def test_an_urgent_route_is_added_changed_checked_and_removed(office):
    route = {"situation": "Zorgen over een kind", "name": "Veilig Thuis", "address": "https://voorbeeld.example"}
    office.post("/beheer/spoedroutes/nieuw", route)
    stored = UrgentRoute.objects.get()
    UrgentRoute.objects.update(last_checked_on=date(2026, 1, 1))
    address = f"/beheer/spoedroutes/{stored.pk}"

    office.post(f"{address}/gecontroleerd", {"version": hidden_version(office, f"{address}/gecontroleerd")})
    stored.refresh_from_db()
    assert stored.last_checked_on == timezone.localdate()

    office.post(address, {**route, "name": "Anders", "version": hidden_version(office, address)})
    stored.refresh_from_db()
    assert stored.name == "Anders"

    stale = office.post(f"{address}/weghalen", {"version": "old"})
    assert "Kijk of u dit nog wilt" in stale.content.decode()
    office.post(f"{address}/weghalen", {"version": hidden_version(office, f"{address}/weghalen")})
    assert not UrgentRoute.objects.exists()
    assert office.get(address).status_code == 404


def test_themes_and_words_are_added_changed_and_removed(office):
    office.post("/beheer/themas", {"name": "Uithuwelijking"})
    theme = Theme.objects.get()
    address = f"/beheer/themas/{theme.pk}"
    office.post(address, {"name": "Huwelijksdwang", "version": hidden_version(office, address)})
    office.post("/beheer/woorden", {"text": "Utrecht"})
    word = AllowedWord.objects.get()
    double = office.post("/beheer/woorden", {"text": "utrecht"})

    office.post(f"/beheer/woorden/{word.pk}/weghalen", {})

    theme.refresh_from_db()
    assert theme.name == "Huwelijksdwang"
    assert double.status_code == 409
    assert not AllowedWord.objects.exists()


@pytest.mark.parametrize(
    "path",
    ["/beheer/organisaties/9", "/beheer/plekken/9", "/beheer/themas/9", "/beheer/woorden/9/weghalen"]
    + [f"/beheer/{what}/00000000-0000-4000-8000-000000000000" for what in ("mensen", "overleggen")],
)
def test_what_does_not_exist_is_not_found(office, path):
    answer = office.get(path)

    assert answer.status_code == 404


def test_what_a_colleague_removed_meanwhile_is_not_found(office, monkeypatch):
    route = UrgentRoute.objects.create(situation="nu", name="route", last_checked_on=date(2026, 1, 1))
    monkeypatch.setattr(
        "verder.network.operations.routes.UrgentRoute.objects.select_for_update", UrgentRoute.objects.none
    )

    answer = office.post(f"/beheer/spoedroutes/{route.pk}/weghalen", {"version": "any"})

    assert answer.status_code == 404
