"""What anyone reads without an account."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.conf import settings
from django.template.loader import render_to_string

from tests.factories import at_platform, in_working_group
from tests.personas import participant, secretary
from verder.deliberation.models import Tally, WorkingGroup
from verder.domain.rungs import ENDS, RUNGS
from verder.network.models import UrgentRoute

STATIC_PAGES = [
    "/over",
    "/privacy",
    "/toegankelijkheid",
    "/kwetsbaarheid-melden",
    "/wat-tlp-betekent",
    "/tekstcontrole",
]


@pytest.mark.parametrize("address", [*STATIC_PAGES, "/zo-reist-een-dilemma"])
def test_a_page_that_explains_asks_nothing_of_the_database(client, address):
    answer = client.get(address)

    assert answer.status_code == 200


@pytest.mark.parametrize("groups", [1, 3])
def test_home_costs_four_statements_however_much_there_is_to_tell(client, db, groups, django_assert_num_queries):
    by = secretary()
    for _ in range(groups):
        in_working_group(by, lead=participant())
    WorkingGroup.objects.update(public_question="Wanneer mag u delen wat u weet?")

    with django_assert_num_queries(4):
        answer = client.get("/")

    assert answer.content.decode().count("Wanneer mag u delen wat u weet?") == groups


def test_home_leads_to_the_page_of_each_group_that_it_names(client, db):
    in_working_group(secretary(), lead=participant())
    WorkingGroup.objects.update(public_question="Wanneer mag u delen wat u weet?")

    page = client.get("/").text

    assert f'href="/werkgroepen/{WorkingGroup.objects.get().body.key}"' in page


def test_home_tells_nothing_of_a_group_without_a_public_question(client, db):
    in_working_group(secretary(), lead=participant())

    page = client.get("/").content.decode()

    assert "Werkgroepen die nu lopen" not in page
    assert "Werkgroep delen" not in page


def test_the_map_shows_numbers_from_five_up_and_hides_what_is_less(client, db):
    Tally.objects.create(place="intake", number=3)
    Tally.objects.create(place="awaiting_submitter", number=4)
    Tally.objects.create(place="council", number=4)
    Tally.objects.create(place="deliver", year=datetime.now(tz=UTC).year, number=12)

    page = client.get("/").content.decode()

    assert '<td class="verder-number">7</td>' in page
    assert '<td class="verder-number">12</td>' in page
    assert '<td class="verder-number">4</td>' not in page
    assert "minder dan 5" in page


def test_the_map_stands_on_what_the_steps_have_counted(client, db):
    for _ in range(5):
        at_platform(secretary())

    page = client.get("/").content.decode()

    assert '<th scope="row">Landelijk Platform</th><td class="verder-number">5</td>' in page


def test_urgent_help_names_each_route_with_the_day_it_was_checked(client, db, django_assert_num_queries):
    UrgentRoute.objects.all().delete()
    UrgentRoute.objects.create(situation="Zorgen over een kind", name="Route een", last_checked_on=date(2026, 11, 2))
    UrgentRoute.objects.create(
        situation="Eén zaak", name="Route twee", address="https://route.example", last_checked_on=date(2026, 10, 1)
    )

    with django_assert_num_queries(1):
        page = client.get("/hulp-nu").content.decode()

    assert '<a href="tel:112">bel 112</a>' in page
    assert "Gecontroleerd op 2 november 2026" in page
    assert '<a href="https://route.example">Route twee</a>' in page
    assert page.count("tel:") == 1, "a route without a number offers none"


def test_the_ladder_is_explained_with_every_rung_and_every_end(client):
    page = client.get("/zo-reist-een-dilemma").content.decode()

    assert [place for place in (*RUNGS, *ENDS) if f'id="{place}"' not in page] == []


def test_tlp_is_explained_as_weaker_than_the_law(client):
    page = client.get("/wat-tlp-betekent").content.decode()

    assert "TLP gaat niet boven de wet" in page
    assert "TLP:AMBER+STRICT" in page


@pytest.mark.parametrize("address", ["/toegankelijkheid", "/privacy"])
def test_a_page_that_sends_people_to_the_secretariat_says_how_to_reach_it(client, settings, address):
    settings.CONTACT = "secretariaat@organisatie.example"

    page = client.get(address).text

    assert 'href="mailto:secretariaat@organisatie.example"' in page


def test_security_txt_names_a_contact_and_expires_within_a_year(client):
    answer = client.get("/.well-known/security.txt")

    fields = dict(line.split(": ", 1) for line in answer.content.decode().splitlines())
    expires = datetime.fromisoformat(fields["Expires"])
    assert answer["Content-Type"].startswith("text/plain")
    assert fields["Contact"] == f"mailto:{settings.SECURITY_CONTACT}"
    assert timedelta(days=90) < expires - datetime.now(tz=UTC) < timedelta(days=365)


def test_a_page_that_is_not_there_says_so_in_the_house_style(client):
    answer = client.get("/dit-is-er-niet")

    assert answer.status_code == 404
    assert "Deze pagina is er niet" in answer.content.decode()
    assert "verder-header" in answer.content.decode()


def test_an_expired_form_says_that_nothing_was_stored(client):
    strict = client.__class__(enforce_csrf_checks=True)

    answer = strict.post("/over", {"text": "iets"})

    assert answer.status_code == 403
    assert "Er is niets opgeslagen" in answer.content.decode()


def test_a_request_for_another_site_is_refused_in_the_house_style(client):
    answer = client.get("/", headers={"host": "elders.example"})

    assert answer.status_code == 400
    assert "Deze vraag begrijpen wij niet" in answer.text


def test_an_address_that_only_takes_forms_says_so_in_the_house_style(client):
    answer = client.get("/volgen/sluit")

    assert (answer.status_code, answer["Allow"]) == (405, "POST")
    assert "Er is niets gewijzigd." in answer.text


@pytest.mark.parametrize("name", ["400.html", "405.html", "500.html", "429.html"])
def test_an_error_page_stands_without_a_request(name):
    page = render_to_string(name)

    assert "<h1>" in page
    assert 'href="/"' in page


def test_no_page_asks_for_anything_from_elsewhere(client):
    page = client.get("/over").content.decode()

    assert "style=" not in page
    assert "<script src=" in page
    assert 'src="http' not in page
