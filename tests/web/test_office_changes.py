"""The office pages: what one can change there, and that nobody's work is lost."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.formats import date_format

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
    Profession,
    Seat,
    Term,
    Theme,
    UrgentRoute,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def secretary() -> Person:
    return personas.seated("secretaris", BodyKind.SECRETARIAT, organisation=personas.organisation("Bureau"))


@pytest.fixture
def office(secretary: Person) -> Client:
    return signed_in(secretary)


def hidden_version(client: Client, address: str) -> str:
    return client.get(address).context["form"].initial["version"]


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


OF_A_BODY = {"meetings_per_year": 2, "warns_months_ahead": 4, "reply_reminder_days": 5, "poll_reminder_days": 1}


def test_a_body_is_changed(office):
    body = Body.objects.create(kind=BodyKind.PLATFORM, name="Platform")
    address = f"/beheer/overleggen/{body.key}"

    words = {"name": "Landelijk Platform", **OF_A_BODY, "dates_are_public": "on"}
    office.post(address, {**words, "version": hidden_version(office, address)})

    body.refresh_from_db()
    assert body.dates_are_public
    assert body.name == "Landelijk Platform"
    assert {name: getattr(body, name) for name in OF_A_BODY} == OF_A_BODY


def test_a_conflict_shows_what_stands_there_in_words(office):
    body = Body.objects.create(kind=BodyKind.PLATFORM, name="Platform", confidential=True)

    answer = office.post(f"/beheer/overleggen/{body.key}", {"name": "X", **OF_A_BODY, "version": "old"})

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


def test_a_profession_is_added_and_renamed_and_one_that_does_not_exist_is_not_found(office):
    office.post("/beheer/beroepsgroepen", {"name": "Wijkteam"})
    address = f"/beheer/beroepsgroepen/{Profession.objects.get().pk}"

    office.post(address, {"name": "Wijkteams", "version": hidden_version(office, address)})

    assert "Wijkteams" in office.get("/beheer/beroepsgroepen").text
    assert office.get("/beheer/beroepsgroepen/999999").status_code == 404


def test_themes_and_words_are_added_changed_and_removed(office):
    office.post("/beheer/themas", {"name": "Uithuwelijking"})
    theme = Theme.objects.get()
    address = f"/beheer/themas/{theme.pk}"
    office.post(address, {"name": "Huwelijksdwang", "version": hidden_version(office, address)})
    assert office.post("/beheer/woorden", {"text": "Utrecht"}).status_code == 400
    office.post("/beheer/woorden", {"text": "Utrecht", "reason": "Een stad."})
    word = AllowedWord.objects.get()
    double = office.post("/beheer/woorden", {"text": "utrecht", "reason": "Een provincie."})
    listed = office.get("/beheer/woorden").content.decode()

    office.post(f"/beheer/woorden/{word.pk}/weghalen", {})

    theme.refresh_from_db()
    assert theme.name == "Huwelijksdwang"
    assert double.status_code == 409
    assert word.allowed_by
    assert word.allowed_at
    day = date_format(timezone.localtime(word.allowed_at), "j F Y")
    assert all(said in listed for said in ("Een stad.", word.allowed_by.name, day))
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
