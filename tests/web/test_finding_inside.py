"""What is looked for is found inside a piece: in its text, its parts and its decision aid, with a link right there."""

from __future__ import annotations

import pytest

from tests.browser import assert_accessible, assert_no_overflow, enter, look
from tests.guidance.test_placing import placed, profession, theme
from tests.personas import participant, secretary
from tests.signing_in import signed_in
from tests.web.aid_help import published_with
from tests.web.guidance_help import published, written
from verder.domain.guidance_parts import PartCode, PublicationKind
from verder.domain.tlp import Tlp
from verder.guidance.models import Publication, PublicationPart
from verder.web.guidance.reading import anchor_of

pytestmark = pytest.mark.django_db


def with_part(text: str, heading: str = "", code: PartCode = PartCode.SHARING, **more) -> Publication:
    piece = published("Delen mag vaak", text="Zo doet u dat.", **more)
    part = PublicationPart.objects.filter(publication=piece, code=code).first()
    PublicationPart.objects.filter(pk=part.pk).update(text=text, heading=heading)
    return piece


def inside(client, words: str):
    (entry,) = client.get("/kennis", {"zoek": words}).context["entries"]
    return entry.inside


@pytest.mark.parametrize("words", ["beroepsgeheim", "beroepsgeheimen", "geheim", "beroepsgeheym"])
def test_a_part_answers_by_a_form_a_piece_or_a_misspelling_of_its_word_and_the_link_leads_to_it(client, words):
    piece = with_part("Uw **beroepsgeheim** is geen muur.", heading="Wijkteam")

    found = inside(client, words)

    page = client.get(f"/kennis/{piece.slug}").text
    assert found.where == "Wat mag u delen?"
    assert found.address == f"/kennis/{piece.slug}#deel-wat-mag-u-delen"
    assert 'id="deel-wat-mag-u-delen"' in page
    assert "<mark>beroepsgeheim</mark>" in client.get("/kennis", {"zoek": words}).text
    assert "**" not in "".join(bit.text for bit in found.extract.bits)


def test_a_heading_of_a_row_answers_too(client):
    with_part("Zo.", heading="Leerplichtambtenaar")

    assert inside(client, "leerplicht").where == "Wat mag u delen?"


def test_the_opening_text_leads_to_the_page_itself(client):
    piece = published("Delen mag vaak", text="Begin\n\nmet een **kladblok** en een `lijst`\nvan dagen.")

    found = inside(client, "kladblok")

    assert (found.where, found.address) == ("In de tekst", f"/kennis/{piece.slug}")
    assert "".join(bit.text for bit in found.extract.bits) == "Begin met een kladblok en een lijst van dagen."


def test_a_step_of_a_decision_aid_answers_with_the_way_that_leads_to_it(client):
    piece = published_with()

    found = inside(client, "meldcode volgen")

    assert found.address == f"/kennis/{piece.slug}/stappen?weg=2.1"
    assert "<h1>Volg de meldcode</h1>" in client.get(found.address).text


def test_what_stands_in_a_title_comes_before_what_stands_inside(client):
    with_part("Bel de leerplicht.")
    head = published("Leerplicht en verzuim", text="Zo.")

    first, _second = client.get("/kennis", {"zoek": "leerplicht"}).context["entries"]

    assert (first.piece, first.inside) == (head, None)


def test_nothing_is_found_inside_what_one_may_not_read(client):
    with_part("Uw beroepsgeheim is geen muur.", tlp=Tlp.GREEN)
    PublicationPart.objects.create(publication=written("Concept"), code=PartCode.DONT, text="Uw beroepsgeheim.")

    assert client.get("/kennis", {"zoek": "beroepsgeheim"}).context["entries"] == []
    assert len(signed_in(participant()).get("/kennis", {"zoek": "beroepsgeheim"}).context["entries"]) == 1


@pytest.mark.parametrize(
    ("words", "where"),
    [
        ("klacht van discriminatie", "Als iemand over discriminatie klaagt"),
        ("meldcode", "De vijf stappen van de meldcode"),
        ("Wat mag ik delen?", "Wat mag u delen?"),
    ],
)
def test_a_part_answers_by_what_it_is_called_whatever_its_text_says(client, words, where):
    piece = published("Rond een huwelijk", kind=PublicationKind.ACTION_FRAMEWORK)

    found = inside(client, words)

    assert (found.where, found.address) == (where, f"/kennis/{piece.slug}#{anchor_of(where)}")


def test_a_part_that_is_called_so_answers_before_one_in_which_the_word_stands_and_its_best_row_is_shown(client):
    piece = published("Rond een huwelijk", kind=PublicationKind.ACTION_FRAMEWORK)
    PublicationPart.objects.filter(publication=piece, code=PartCode.DONT).update(text="Wacht niet met de meldcode.")
    last = PublicationPart.objects.filter(publication=piece, code=PartCode.REPORTING_CODE, number=5)
    last.update(text="Beslis zoals de meldcode vraagt.", heading="")

    found = inside(client, "meldcode")

    assert found.where == "De vijf stappen van de meldcode"
    assert "".join(bit.text for bit in found.extract.bits) == "Beslis zoals de meldcode vraagt."


def test_a_piece_with_the_word_above_it_comes_before_those_with_a_part_that_is_called_so(client):
    head = published("De meldcode in het kort")
    published("Rond een huwelijk", kind=PublicationKind.ACTION_FRAMEWORK)

    first, second = client.get("/kennis", {"zoek": "meldcode"}).context["entries"]

    assert (first.piece, second.inside.where) == (head, "De vijf stappen van de meldcode")


def test_a_word_that_stands_within_a_heading_by_chance_finds_no_part(client):
    published("Rond trouwen", text="Zo.", kind=PublicationKind.ACTION_FRAMEWORK)

    assert client.get("/kennis", {"zoek": "eer wapen gebruikt"}).context["entries"] == []


@pytest.mark.parametrize("number", [1, 3])
def test_parts_that_answer_by_what_they_are_called_cost_no_statement_more(client, django_assert_num_queries, number):
    for _ in range(number):
        published(kind=PublicationKind.ACTION_FRAMEWORK)

    with django_assert_num_queries(9):
        entries = client.get("/kennis", {"zoek": "discriminatie"}).context["entries"]

    assert len(entries) == number


@pytest.mark.parametrize("number", [1, 3])
def test_looking_inside_costs_the_same_for_one_piece_and_for_three(client, django_assert_num_queries, number):
    for _ in range(number):
        published_with()

    with django_assert_num_queries(11):
        client.get("/kennis", {"zoek": "meldcode volgen"})


@pytest.mark.parametrize("said", ["thema=0", "thema=x", "thema=99999999999999999999", "beroep=²", "beroep=-1"])
def test_an_address_that_makes_no_sense_shows_nothing_or_everything_and_never_fails(client, said):
    published()

    assert client.get(f"/kennis?{said}").status_code == 200


def test_looking_is_narrowed_to_a_theme_and_a_profession_and_the_choice_stays(client):
    mine = placed(published("Over school"), themes=(theme(),), professions=(profession(),))
    placed(published("Ook over school"), themes=(theme("Uitstappen"),), professions=(profession("politie"),))

    answer = client.get("/kennis", {"zoek": "school", "thema": theme().pk, "beroep": profession().pk})

    assert [entry.piece for entry in answer.context["entries"]] == [mine]
    assert f'<option value="{theme().pk}" selected>' in answer.text
    assert f"thema={theme().pk}&amp;beroep={profession().pk}&amp;soort=insight" in answer.text


def test_the_first_page_offers_themes_and_questions_to_begin_with_and_a_narrowed_one_does_not(client):
    piece = placed(published_with(), themes=(theme(),))

    page, narrowed = client.get("/kennis").text, client.get(f"/kennis?thema={theme().pk}").text

    assert f'<a href="?thema={theme().pk}">Uithuwelijking</a>' in page
    assert f'<a href="/kennis/{piece.slug}/stappen">Is er nu gevaar?' in page
    assert "Of begin bij een vraag" not in narrowed


def test_a_piece_tells_whom_it_is_for_on_its_page_and_as_data(client):
    every = published("Voor iedereen")
    mine = placed(published("Voor het wijkteam"), themes=(theme(),), professions=(profession(),))

    page, data = client.get(f"/kennis/{mine.slug}").text, client.get(f"/kennis/{mine.slug}.json").json()

    assert f'<a href="/kennis?beroep={profession().pk}">wijkteam</a>' in page
    assert f'<a href="/kennis?thema={theme().pk}">Uithuwelijking</a>' in page
    assert (data["themes"], data["professions"]) == (["Uithuwelijking"], ["wijkteam"])
    assert "<dd>Iedereen</dd>" in client.get(f"/kennis/{every.slug}").text


def test_the_desk_places_a_draft_and_a_published_piece_and_a_colleague_who_was_first_is_told():
    client, draft, piece = signed_in(secretary()), written(), published("Al gepubliceerd")
    theme(), profession()

    for one, back in ((draft, f"/concepten/{draft.key}"), (piece, f"/kennis/{piece.slug}")):
        address = f"/concepten/{one.key}/vindplaats"
        form = {"version": one.version, "request_key": one.key, "themes": theme().pk, "professions": profession().pk}
        assert client.post(address, form)["Location"] == back
        assert client.get(address).text.count("checked") == 2
        late = client.post(address, {**form, "request_key": theme().pk and "b7c4f3c4-8a53-4f0c-9a3e-0d7f2a1c5e11"})
        assert late.status_code == 409
        assert "een collega was u voor" in late.text
    assert signed_in(participant()).get(f"/concepten/{piece.key}/vindplaats").status_code == 404


def test_a_withdrawn_piece_is_not_placed_any_more():
    piece = published()
    Publication.objects.filter(pk=piece.pk).update(state="withdrawn")

    answer = signed_in(secretary()).get(f"/concepten/{piece.key}/vindplaats")

    assert answer["Location"] == f"/kennis/{piece.slug}"


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_the_pages_to_find_guidance_are_calm_and_everyone_can_use_them(page, live_server):
    piece = placed(
        published_with(), themes=(theme(), theme("Uitstappen")), professions=(profession(), profession("politie"))
    )
    with_part("Uw beroepsgeheim is geen muur. U mag vragen wat u zelf kunt doen.", heading="Wijkteam")
    page.goto(f"{live_server.url}/kennis")
    look(page, "finding-ways-in")
    assert_accessible(page)
    assert_no_overflow(page)
    page.goto(f"{live_server.url}/kennis?zoek=beroepsgeheim+meldcode")
    look(page, "finding-inside")
    assert_accessible(page)
    assert_no_overflow(page)
    page.goto(f"{live_server.url}/kennis/{piece.slug}")
    look(page, "finding-piece")
    enter(page, secretary(), live_server.url)
    page.goto(f"{live_server.url}/concepten/{piece.key}/vindplaats")
    look(page, "finding-desk")
    assert_accessible(page)
    assert_no_overflow(page)
