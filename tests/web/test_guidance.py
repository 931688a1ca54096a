"""Guidance to find and to read: by its label, newest first, and visibly expired once its time is over."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests import factories
from tests.browser import assert_accessible, assert_no_overflow, enter, look
from tests.personas import administrator, participant, secretary, specialist
from tests.signing_in import signed_in
from tests.web.guidance_help import NOW, TEXT, TODAY, YEAR, asked_to_read, published, written
from verder.domain.tlp import Tlp
from verder.network.models import Body


@pytest.mark.django_db
@pytest.mark.parametrize("number", [1, 3])
def test_the_list_costs_the_same_for_one_piece_and_for_three(client, django_assert_num_queries, number):
    for count in range(number):
        published(f"Stuk {count}")

    with django_assert_num_queries(4):
        answer = client.get("/kennis")

    assert answer.status_code == 200
    assert "Handelingskader" in answer.text


@pytest.mark.django_db
@pytest.mark.parametrize("number", [1, 3])
def test_the_list_costs_as_much_for_many_pieces_as_for_one(django_assert_num_queries, number):
    client = signed_in(participant())
    for count in range(number):
        published(f"Stuk {count}", tlp=Tlp.GREEN)

    with django_assert_num_queries(7):
        answer = client.get("/kennis")

    assert answer.text.count("Stuk ") == number


@pytest.mark.django_db
def test_newest_first_and_long_lists_turn_pages(client):
    for count in range(17):
        published(f"Stuk {count}", at=NOW - timedelta(days=count))

    first = client.get("/kennis")
    second = client.get("/kennis" + first.context["page"].next)

    assert [row.title for row in first.context["page"].rows] == [f"Stuk {count}" for count in range(15)]
    assert [row.title for row in second.context["page"].rows] == ["Stuk 15", "Stuk 16"]
    assert second.context["page"].previous


@pytest.mark.django_db
def test_one_kind_can_be_shown(client):
    published()
    factories.published_guidance()

    answer = client.get("/kennis?soort=insight")

    assert [entry.piece.kind for entry in answer.context["entries"]] == ["insight"]
    assert client.get("/kennis?soort=onzin").context["narrowing"].kind is None


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "help_text"), [("/kennis", "Breng een dilemma in"), ("/kennis?soort=insight", "Bekijk alles")]
)
def test_an_empty_list_helps(client, address, help_text):
    answer = client.get(address)

    assert "Breng uw dilemma in" in answer.text
    assert help_text in answer.text


@pytest.mark.django_db
def test_green_guidance_is_for_who_takes_part_and_does_not_exist_for_others(client):
    green = published(tlp=Tlp.GREEN)
    invited = specialist(Body.objects.create(kind="working_group", name="groep"), ends_on=TODAY + YEAR)

    for outside in (client, signed_in(invited), signed_in(administrator())):
        assert outside.get(f"/kennis/{green.slug}").status_code == 404
        assert "Delen mag vaak" not in outside.get("/kennis").text
    for inside in (participant(), secretary()):
        assert "TLP:GREEN" in signed_in(inside).get(f"/kennis/{green.slug}").text


@pytest.mark.django_db
def test_a_piece_tells_its_label_before_its_title_and_how_long_it_holds(client, django_assert_num_queries):
    piece = published()

    with django_assert_num_queries(9):
        page = client.get(f"/kennis/{piece.slug}").text

    assert page.index("TLP:CLEAR") < page.index("<h1>Delen mag vaak</h1>")
    assert "Versie 1" in page
    assert "Geldig tot" in page
    assert "verlopen" not in page


@pytest.mark.django_db
def test_a_piece_past_its_date_says_so_on_its_page_and_in_the_list(client):
    piece = published(at=NOW - YEAR, until=timedelta(days=30))

    page, row = client.get(f"/kennis/{piece.slug}").text, client.get("/kennis").text

    assert "Dit stuk is verlopen" in page
    assert "Was geldig tot" in page
    assert "Verlopen op" in row


@pytest.mark.django_db
def test_headings_stand_in_order_with_addresses_and_nothing_typed_is_run(client):
    piece = published()

    page = client.get(f"/kennis/{piece.slug}").text

    assert '<h2 id="deel-wanneer-gebruikt-u-dit">' in page
    assert '<h3 id="deel-wat-kunt-u-zien">' in page
    assert '<a href="#deel-wat-mag-u-delen-2">' in page
    assert 'href="https://www.rijksoverheid.nl/advies"' in page
    assert "&lt;b&gt;Niet&lt;/b&gt;" in page
    assert 'href="javascript' not in page


@pytest.mark.django_db
def test_a_text_without_headings_has_no_contents(client):
    piece = published(text="Vraag eerst advies.\n\n##\n\n![foto](https://www.rijksoverheid.nl/y.png)")

    page = client.get(f"/kennis/{piece.slug}").text

    assert "Vraag eerst advies." in page
    assert "<img" not in page


@pytest.mark.django_db
def test_a_draft_and_what_never_was_do_not_exist(client):
    draft = written()

    assert client.get(f"/kennis/{draft.slug}").status_code == 404
    assert client.get("/kennis/bestaat-niet").status_code == 404


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_the_pages_of_guidance_are_fit_for_everyone(page, live_server):
    published("Moet ik melden tegen haar wens?", tlp=Tlp.GREEN)
    published("Oud stuk", at=NOW - YEAR, until=timedelta(days=30))
    piece = published("Vermoeden van een informeel huwelijk van een minderjarige")

    for name, address in (("list", "/kennis"), ("empty", "/kennis?soort=insight"), ("piece", f"/kennis/{piece.slug}")):
        page.goto(live_server.url + address)
        assert_accessible(page)
        assert_no_overflow(page)
        look(page, f"guidance-{name}")


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_the_desk_of_guidance_is_fit_for_everyone(page, live_server):
    clerk, reader = secretary(), participant()
    draft = written("Vermoeden van een informeel huwelijk", by=reader, text=TEXT + "\nBel 06-..")
    asked_to_read(draft, clerk)
    enter(page, clerk, live_server.url)

    for name in (
        "",
        "/nieuw",
        f"/{draft.key}",
        f"/{draft.key}/bewerk",
        f"/{draft.key}/delen",
        f"/{draft.key}/eigenaar",
        f"/{draft.key}/geef-terug",
        f"/{draft.key}/lezer",
        f"/{draft.key}/publiceer",
    ):
        page.goto(f"{live_server.url}/concepten{name}")
        assert_accessible(page)
        assert_no_overflow(page)
        look(page, f"guidance-desk{name.replace(str(draft.key), 'x').replace('/', '-')}")
