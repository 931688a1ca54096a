"""Pages that spread guidance, show how far it came, and let an organisation tell that it has it."""

from __future__ import annotations

import uuid

import pytest
from django.utils import timezone

from tests import factories
from tests.browser import assert_accessible, assert_no_overflow, enter, look
from tests.distribution.spreads import kind, only, organisation, owe_everything, spread_to_all
from tests.personas import participant, secretary
from tests.signing_in import signed_in
from verder.distribution.links import token_of
from verder.distribution.models import Recipient
from verder.distribution.operations import responding
from verder.domain.tlp import Tlp
from verder.post.models import Delivery

NOW = timezone.now()


def choice(piece) -> str:
    return f"/kennis/{piece.slug}/verspreiden?kinds={kind().pk}&regions=VR09"


def sending(seen: int) -> dict[str, object]:
    return {"seen": seen, "days_to_respond": 14, "request_key": str(uuid.uuid4())}


@pytest.mark.django_db
def test_the_secretariat_sees_who_gets_it_before_it_sends():
    there, without = organisation(), organisation(email="")
    piece, clerk = factories.published_guidance(), signed_in(secretary())

    before = clerk.get(choice(piece)).content.decode()
    sent = clerk.post(choice(piece), sending(2), follow=True).content.decode()

    assert "1 organisatie krijgt een mail." in before
    assert "1 organisatie heeft geen adres." in before
    assert there.name in before
    assert "Nee, geen adres" in before
    assert without.name in sent
    assert "0 van 2 organisaties lieten weten" in sent
    assert Recipient.objects.count() == 2


@pytest.mark.django_db
def test_without_a_region_it_is_for_the_whole_country_and_without_a_kind_it_is_asked():
    organisation()
    organisation(region="")
    piece, clerk = factories.published_guidance(), signed_in(secretary())
    address = f"/kennis/{piece.slug}/verspreiden"

    everywhere = clerk.get(f"{address}?kinds={kind().pk}&bekijk=ja").text
    nothing = clerk.get(f"{address}?bekijk=ja")

    assert "2 organisaties krijgen een mail." in everywhere
    assert nothing.status_code == 422
    assert "Maak een keuze." in nothing.text


@pytest.mark.django_db
def test_from_the_work_list_one_comes_to_everything_that_can_be_spread(django_assert_num_queries):
    organisation()
    organisation(email="")
    spread_to_all(factories.published_guidance())
    factories.published_guidance()
    not_for_everyone = factories.published_guidance(tlp=Tlp.GREEN)
    clerk = signed_in(secretary())

    desk = clerk.get("/werkvoorraad").content.decode()
    with django_assert_num_queries(5):
        page = clerk.get("/verspreiden").content.decode()

    assert 'href="/verspreiden"' in desk
    assert "0 van 2 organisaties lieten weten" in page
    assert "Bij 1 organisatie kunt u iets doen." in page
    assert page.count("Nog niet verspreid.") == 1
    assert f"/kennis/{not_for_everyone.slug}/verspreiden" not in page


@pytest.mark.django_db
def test_as_long_as_nothing_is_published_there_is_nothing_to_spread():
    assert "Er is nog niets om te verspreiden." in signed_in(secretary()).get("/verspreiden").content.decode()


@pytest.mark.django_db
def test_a_second_click_leads_where_the_first_one_went():
    organisation()
    piece, clerk, form = factories.published_guidance(), signed_in(secretary()), sending(1)

    first, second = clerk.post(choice(piece), form), clerk.post(choice(piece), form)

    assert first["Location"] == second["Location"] == f"/kennis/{piece.slug}/bereik"
    assert Recipient.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize(("seen", "status"), [(9, 409), ("", 422)])
def test_a_list_that_changed_or_is_not_known_is_shown_again(seen, status):
    organisation()
    piece, clerk = factories.published_guidance(), signed_in(secretary())

    answer = clerk.post(choice(piece), sending(seen))

    assert answer.status_code == status
    assert Recipient.objects.count() == 0


@pytest.mark.django_db
def test_what_is_not_for_everyone_cannot_be_sent():
    organisation()
    piece, clerk = factories.published_guidance(tlp=Tlp.GREEN), signed_in(secretary())

    answer = clerk.post(choice(piece), sending(1))

    assert answer.status_code == 409
    assert "mag niet iedereen lezen" in answer.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("page", ["verspreiden", "bereik", f"bereik/{uuid.UUID(int=7)}"])
def test_these_pages_exist_for_the_secretariat_alone(client, page):
    piece = factories.published_guidance()
    address = f"/kennis/{piece.slug}/{page}"

    assert client.get(address).status_code == 302
    assert signed_in(participant()).get(address).status_code == 404


@pytest.mark.django_db
def test_opening_a_personal_link_changes_nothing_and_pressing_does(client):
    organisation()
    distribution = spread_to_all(at=NOW)
    address = f"/ontvangen/{token_of(only(distribution).secret)}"

    opened = client.get(address).content.decode()
    told_by_opening = only(distribution).received_at
    client.post(address, {"received": "yes"})
    nothing = client.post(address, {"colleagues": ""})
    client.post(address, {"colleagues": "12"})
    page = client.get(address).content.decode()

    assert f"/kennis/{distribution.publication.slug}.pdf" in opened
    assert told_by_opening is None
    assert only(distribution).received_at is not None
    assert nothing.status_code == 422
    assert "ongeveer 12 collega’s" in page


@pytest.mark.django_db
def test_a_link_that_is_over_says_so(client):
    answer = client.get("/ontvangen/geen")

    assert answer.status_code == 410
    assert "Er is niets veranderd" in answer.content.decode()


@pytest.mark.django_db
def test_an_address_is_filled_in_and_sent_to():
    organisation(email="")
    distribution, clerk = spread_to_all(), signed_in(secretary())
    recipient = only(distribution)
    address = f"/kennis/{distribution.publication.slug}/bereik/{recipient.key}"

    answer = clerk.post(address, {"email": "nieuw@voorbeeld.example", "request_key": str(uuid.uuid4())})

    assert answer.status_code == 302
    assert only(distribution).organisation.email == "nieuw@voorbeeld.example"


@pytest.mark.django_db
def test_an_address_that_was_taken_but_wrong_is_corrected_from_the_list():
    organisation()
    distribution, clerk = spread_to_all(), signed_in(secretary())
    Delivery.objects.update(state="sent", sent_at=NOW, recipient="", body="")
    recipient, piece = only(distribution), distribution.publication
    address = f"/kennis/{piece.slug}/bereik/{recipient.key}"
    listed = clerk.get(f"/kennis/{piece.slug}/bereik").content.decode()

    clerk.post(address, {"email": "beter@voorbeeld.example", "request_key": str(uuid.uuid4())})
    owe_everything(distribution, at=NOW)

    assert address in listed
    assert Delivery.objects.get(state="owed").recipient == "beter@voorbeeld.example"
    assert address not in clerk.get(f"/kennis/{piece.slug}/bereik").content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(("url", "says"), [("", "ziet Verder niet"), ("imaps://mail.example", "binnen een paar uur")])
def test_the_page_says_whether_mail_that_comes_back_is_seen(settings, url, says):
    organisation()
    distribution = spread_to_all()
    settings.BOUNCE_IMAP = url

    assert says in signed_in(secretary()).get(f"/kennis/{distribution.publication.slug}/bereik").content.decode()


@pytest.mark.django_db
def test_the_piece_tells_the_secretariat_its_reach_in_one_line(client):
    organisation()
    piece = factories.published_guidance()
    spread_to_all(piece)
    line = "0 van 1 organisatie liet weten"

    assert line in signed_in(secretary()).get(f"/kennis/{piece.slug}").content.decode()
    assert line not in client.get(f"/kennis/{piece.slug}").content.decode()


@pytest.mark.django_db
def test_a_piece_that_was_not_spread_says_what_to_do():
    piece = factories.published_guidance()

    page = signed_in(secretary()).get(f"/kennis/{piece.slug}/bereik").content.decode()

    assert "Deze versie is nog niet verspreid." in page


@pytest.mark.django_db
@pytest.mark.slow
@pytest.mark.parametrize("number", [1, 1000])
def test_reach_costs_as_much_for_a_thousand_organisations_as_for_one(django_assert_num_queries, number):
    for _ in range(number):
        organisation()
    piece, clerk = factories.published_guidance(), signed_in(secretary())
    spread_to_all(piece)

    with django_assert_num_queries(9):
        page = clerk.get(f"/kennis/{piece.slug}/bereik?stand=owed").content.decode()
    with django_assert_num_queries(8):
        clerk.get(choice(piece))

    assert f"0 van {number} organisatie" in page


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_these_pages_are_fit_for_everyone(page, live_server):
    for region in ("VR09", "VR09", "VR01", "VR13", "VR14", "VR24", ""):
        organisation(region=region)
    organisation(email="")
    piece = factories.published_guidance(at=NOW)
    distribution = spread_to_all(piece, at=NOW)
    token = token_of(Recipient.objects.earliest("pk").secret)
    responding.pass_on(token, colleagues=12, at=NOW)
    enter(page, secretary(), live_server.url)

    for name, address in (
        ("overview", "/verspreiden"),
        ("spread", choice(piece)),
        ("reach", f"/kennis/{piece.slug}/bereik"),
        ("send_again", f"/kennis/{piece.slug}/bereik/{Recipient.objects.latest('pk').key}"),
        ("received", f"/ontvangen/{token}"),
    ):
        page.goto(live_server.url + address)
        assert_accessible(page)
        assert_no_overflow(page)
        look(page, f"distribution_{name}")

    assert distribution.recipients.count() == 8
