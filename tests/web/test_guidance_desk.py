"""The desk of guidance: written by one, read and published by another, with nothing lost on the way."""

from __future__ import annotations

import uuid

import pytest

from tests.factories import checked
from tests.guidance.pieces import made_ready, shared_principle
from tests.personas import administrator, director, participant, secretary, specialist
from tests.signing_in import signed_in
from tests.web.guidance_help import NOW, TODAY, YEAR, asked_to_read, published, written
from verder.guidance.models import Publication
from verder.guidance.operations import publish
from verder.network.models import Body, Person
from verder.network.standing import standing_of

pytestmark = pytest.mark.django_db
WORDS = {"kind": "insight", "title": "Delen mag", "summary": "Lees dit eerst.", "text": "Vraag advies."}


def form(**values: object) -> dict[str, object]:
    return {**WORDS, "request_key": str(uuid.uuid4()), **values}


def release(draft: Publication, **values: object) -> dict[str, object]:
    answers = {"tlp": "TLP:CLEAR", "review_on": (TODAY + YEAR).isoformat()}
    confirmed = {"repeats_nothing": "on", "keeps_to_principle": "on", "principle": shared_principle().number}
    return {**answers, **confirmed, "version": draft.version, "request_key": str(uuid.uuid4()), **values}


def rewritten_by(draft: Publication, person: Person) -> None:
    words = publish.Draft(draft.kind, checked("Nieuwe titel"), checked("Lees dit eerst."), checked("Nieuwe tekst."))
    publish.rewrite(draft.key, words, version=draft.version, standing=standing_of(person, TODAY), at=NOW)


def test_a_participant_writes_asks_a_reader_and_that_reader_publishes():
    writer, reader = participant(), director()

    wrote = signed_in(writer).post("/concepten/nieuw", form())
    draft = made_ready(Publication.objects.get())
    asked = signed_in(writer).post(
        f"/concepten/{draft.key}/lezer",
        {"reader": str(reader.opaque_id), "version": 1, "request_key": str(uuid.uuid4())},
    )
    draft.refresh_from_db()
    told = signed_in(reader).get(f"/concepten/{draft.key}").text
    done = signed_in(reader).post(f"/concepten/{draft.key}/publiceer", release(draft))

    assert wrote["Location"] == asked["Location"] == f"/concepten/{draft.key}"
    assert "Lees na en publiceer" in told
    assert done["Location"] == "/kennis/delen-mag"
    assert Publication.objects.get().state == "published"


def test_what_the_text_check_finds_stops_the_form_and_loses_nothing():
    answer = signed_in(participant()).post("/concepten/nieuw", form(text="Bel 06-12345678."))

    assert answer.status_code == 422
    assert "Telefoonnummer" in answer.text
    assert "Bel 06-12345678." in answer.text
    assert not Publication.objects.exists()


def test_a_second_click_writes_nothing_twice():
    client, sent = signed_in(participant()), form()

    first, second = client.post("/concepten/nieuw", sent), client.post("/concepten/nieuw", sent)

    assert first["Location"] == second["Location"]
    assert Publication.objects.count() == 1


def test_going_back_and_writing_something_else_is_another_draft():
    client, sent = signed_in(participant()), form()
    client.post("/concepten/nieuw", sent)

    client.post("/concepten/nieuw", {**sent, "title": "Een andere titel"})

    assert Publication.objects.count() == 2


def test_a_second_click_on_publishing_leads_to_the_page():
    reader = secretary()
    draft = made_ready(written(by=participant()))
    client, sent = signed_in(reader), release(draft)

    first = client.post(f"/concepten/{draft.key}/publiceer", sent)
    second = client.post(f"/concepten/{draft.key}/publiceer", sent)

    assert first["Location"] == second["Location"] == f"/kennis/{draft.slug}"


def test_a_colleague_who_was_first_costs_nobody_what_they_typed():
    writer, clerk = participant(), secretary()
    draft = written(by=writer)
    rewritten_by(draft, clerk)

    answer = signed_in(writer).post(f"/concepten/{draft.key}/bewerk", form(version=1, text="Mijn zin."))

    assert answer.status_code == 409
    assert "een collega was u voor" in answer.text
    assert "Mijn zin." in answer.text
    assert 'name="version" value="2"' in answer.text
    assert Publication.objects.get().text == "Nieuwe tekst."


def test_a_draft_can_be_changed_by_whose_hands_it_is_in():
    writer = participant()
    draft = written(by=writer)
    client = signed_in(writer)

    shown = client.get(f"/concepten/{draft.key}/bewerk").text
    answer = client.post(f"/concepten/{draft.key}/bewerk", form(version=1))

    assert "Wanneer gebruikt u dit?" in shown
    assert answer["Location"] == f"/concepten/{draft.key}"
    assert Publication.objects.get().text == "Vraag advies."


@pytest.mark.parametrize(
    ("changes", "status", "told"),
    [
        ({"repeats_nothing": ""}, 422, "Lees het stuk en bevestig dit"),
        ({"tlp": "TLP:AMBER"}, 422, "Wie mag het lezen? –"),
        ({"review_on": "2020-01-01"}, 409, "Kies een dag die nog komt"),
        ({"version": "7"}, 409, "een collega was u voor"),
    ],
)
def test_nothing_is_published_around_what_is_missing(changes, status, told):
    draft = written(by=participant())

    answer = signed_in(secretary()).post(f"/concepten/{draft.key}/publiceer", release(draft, **changes))

    assert answer.status_code == status
    assert told in answer.text
    assert Publication.objects.get().state == "draft"


def test_whoever_wrote_it_last_sees_what_is_missing_and_no_button_to_publish():
    writer = participant()
    draft = written(by=writer)

    page = signed_in(writer).get(f"/concepten/{draft.key}").text

    assert "Er is nog geen tweede lezer" in page
    assert "/publiceer" not in page
    for step in ("publiceer", "geef-terug"):
        assert signed_in(writer).get(f"/concepten/{draft.key}/{step}").status_code == 404


def test_the_second_reader_sees_what_the_text_check_pointed_at():
    draft = written(by=participant())
    Publication.objects.filter(pk=draft.pk).update(text="Bel 06-12345678.")

    page = signed_in(secretary()).get(f"/concepten/{draft.key}/publiceer").text

    assert "De tekstcontrole wijst hierop" in page
    assert "<strong>06-12345678</strong>" in page


def test_a_reader_that_cannot_be_one_is_not_offered():
    writer, reader, outsider = participant(), secretary(), administrator()
    draft = written(by=writer)

    page = signed_in(writer).get(f"/concepten/{draft.key}/lezer").text

    assert str(reader.opaque_id) in page
    assert str(outsider.opaque_id) not in page
    assert str(writer.opaque_id) not in page


@pytest.mark.parametrize("address", ["", "/bewerk", "/delen", "/eigenaar", "/geef-terug", "/lezer", "/publiceer"])
def test_a_draft_does_not_exist_for_others(client, address):
    draft = written(by=participant())
    invited = specialist(Body.objects.create(kind="working_group", name="groep"), ends_on=TODAY + YEAR)

    for other in (participant(), director(), administrator(), invited):
        assert signed_in(other).get(f"/concepten/{draft.key}{address}").status_code == 404
    assert client.get(f"/concepten/{draft.key}{address}")["Location"].startswith("/inloggen")


@pytest.mark.parametrize("address", ["/concepten", "/concepten/nieuw"])
def test_the_desk_does_not_exist_for_who_does_not_take_part(address):
    assert signed_in(administrator()).get(address).status_code == 404
    assert signed_in(participant()).get(address).status_code == 200


@pytest.mark.parametrize("address", ["", "/bewerk", "/delen", "/eigenaar", "/geef-terug", "/lezer", "/publiceer"])
def test_the_desk_of_what_was_published_leads_to_its_page(address):
    piece = published()

    answer = signed_in(secretary()).get(f"/concepten/{piece.key}{address}")

    assert answer["Location"] == f"/kennis/{piece.slug}"


def test_the_secretariat_takes_a_piece_back_once():
    piece = published()
    client, sent = signed_in(secretary()), {"version": piece.version, "request_key": str(uuid.uuid4())}

    shown = client.get(f"/kennis/{piece.slug}/haal-terug")
    first = client.post(f"/kennis/{piece.slug}/haal-terug", sent)
    second = client.post(f"/kennis/{piece.slug}/haal-terug", sent)

    assert "Lezers zien ‘Delen mag vaak’ dan niet meer" in shown.text
    assert first["Location"] == second["Location"] == f"/concepten/{piece.key}"
    assert client.get(f"/kennis/{piece.slug}").status_code == 404


def test_nobody_else_takes_a_piece_back():
    piece = published()

    assert signed_in(participant()).get(f"/kennis/{piece.slug}/haal-terug").status_code == 404
    assert signed_in(secretary()).get("/kennis/bestaat-niet/haal-terug").status_code == 404
    assert "haal-terug" not in signed_in(participant()).get(f"/kennis/{piece.slug}").text


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_of_drafts_costs_as_much_for_many_as_for_one(django_assert_num_queries, number):
    writer, reader = participant(), participant()
    for count in range(number):
        asked_to_read(written(f"Stuk {count}", by=writer), reader)
    client = signed_in(reader)

    with django_assert_num_queries(4):
        page = client.get("/concepten").text

    assert page.count("U bent de tweede lezer") == number


def test_a_draft_costs_ten_statements(django_assert_num_queries):
    writer = participant()
    draft = written(by=writer)
    client = signed_in(writer)

    with django_assert_num_queries(10):
        answer = client.get(f"/concepten/{draft.key}")

    assert "TLP:AMBER+STRICT" in answer.text


def test_an_empty_desk_says_what_it_is_for():
    page = signed_in(participant()).get("/concepten").text

    assert "U hebt geen concepten" in page
