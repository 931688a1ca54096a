"""The parts of guidance on their page, what is told to be missing, and the principle that all is held against."""

from __future__ import annotations

import uuid
from typing import Any

import pytest

from tests.browser import assert_accessible, assert_no_overflow, enter, look
from tests.guidance.pieces import made_ready, route, shared_principle
from tests.personas import administrator, director, participant, platform_chair, secretary
from tests.signing_in import signed_in
from tests.web.guidance_help import NOW, asked_to_read, published, written
from verder.domain.guidance_parts import MOST_ROWS, PartCode
from verder.guidance.models import Principle, Publication, PublicationPart, Review
from verder.guidance.queries import current_principle, parts_of
from verder.network.models import Person
from verder.network.queries import allowed_words
from verder.textcheck import Level, check
from verder.web.words.principle import PROPOSED

pytestmark = pytest.mark.django_db


def sent(draft: Publication, **values: Any) -> dict[str, Any]:
    """Send the page of parts as a browser does, with these fields filled."""
    filled = {name.replace("__", "-"): value for name, value in values.items()}
    closing = {"experts_heard": "no", "experts": "Er was geen tijd."}
    return {"version": draft.version, "request_key": str(uuid.uuid4()), **closing, **filled}


def page_of(draft: Publication, person: Person) -> str:
    return signed_in(person).get(f"/concepten/{draft.key}/delen").text


def test_a_writer_fills_parts_and_reads_them_back():
    writer = participant()
    draft = written(by=writer)
    contact = route()
    steps = {
        "steps-1-heading": "School",
        "steps-1-text": "Bel.",
        "steps-3-heading": "Gemeente",
        "steps-3-text": "Help.",
    }
    context = {"context-1-text": "Zwijgen kan.", "context-1-source": "Een rapport", "context-1-read_by": "Adviseur"}
    filled = {
        "reporting_code-4-text": "Weeg.",
        "sharing-1-text": "Advies.",
        "sharing-1-ask": "on",
        "contacts": contact.pk,
    }

    answer = signed_in(writer).post(f"/concepten/{draft.key}/delen", {**sent(draft), **steps, **context, **filled})

    assert answer["Location"] == f"/concepten/{draft.key}"
    draft.refresh_from_db()
    told = [(one.code, one.number, one.heading, one.text) for one in parts_of(draft)[1:]]
    assert told == [
        (PartCode.CONTEXT, 1, "", "Zwijgen kan."),
        (PartCode.SHARING, 1, "", "Advies."),
        (PartCode.STEPS, 1, "School", "Bel."),
        (PartCode.STEPS, 2, "Gemeente", "Help."),
        (PartCode.REPORTING_CODE, 4, "", "Weeg."),
    ]
    assert PublicationPart.objects.get(code="sharing").ask_privacy_officer
    assert list(draft.contacts.all()) == [contact]
    shown = page_of(draft, writer)
    assert 'value="Een rapport"' in shown
    assert 'name="steps-4-text"' in shown
    assert 'name="steps-5-text"' not in shown


def test_a_long_list_of_rows_ends_somewhere():
    writer = participant()
    draft = written(by=writer)
    rows = {f"steps-{number}-text": "Bel." for number in range(1, MOST_ROWS + 3)}

    signed_in(writer).post(f"/concepten/{draft.key}/delen", {**sent(draft), **rows})

    assert draft.parts.count() == MOST_ROWS
    assert f'name="steps-{MOST_ROWS + 1}-text"' not in page_of(draft, writer)


def test_what_the_text_check_finds_in_a_part_stops_the_form_and_loses_nothing():
    writer = participant()
    draft = written(by=writer)

    answer = signed_in(writer).post(f"/concepten/{draft.key}/delen", sent(draft, steps__2__text="Bel 06-12345678."))

    assert answer.status_code == 422
    assert "Bel 06-12345678." in answer.text
    assert not PublicationPart.objects.exists()


def test_a_heading_without_a_text_is_not_lost_in_silence():
    writer = participant()
    draft = written(by=writer)

    answer = signed_in(writer).post(f"/concepten/{draft.key}/delen", sent(draft, steps__1__heading="School"))

    assert answer.status_code == 422
    assert "maak de velden erbij leeg" in answer.text
    assert 'value="School"' in answer.text


def test_a_colleague_who_was_first_costs_nobody_their_parts():
    writer = participant()
    draft = written(by=writer)
    first, second = sent(draft, dont__1__text="Bel niet."), sent(draft, dont__1__text="Mail niet.")
    client = signed_in(writer)

    client.post(f"/concepten/{draft.key}/delen", first)
    answer = client.post(f"/concepten/{draft.key}/delen", second)

    assert answer.status_code == 409
    assert "Mail niet." in answer.text
    assert PublicationPart.objects.get().text == "Bel niet."


def test_the_desk_lists_all_that_is_missing():
    writer = participant()
    draft = written(by=writer)

    page = signed_in(writer).get(f"/concepten/{draft.key}").text

    assert "‘Doe dit niet’ is nog leeg." in page
    assert "‘Wie kunt u bellen?’ is nog leeg." in page
    assert "Zeg of ervaringsdeskundigen zijn gehoord" in page
    assert "nog geen gedeeld uitgangspunt" in page


def test_a_desk_where_nothing_is_missing_says_what_the_second_reader_does():
    writer = participant()
    draft = made_ready(written(by=writer))

    page = signed_in(writer).get(f"/concepten/{draft.key}").text

    assert "Dit ontbreekt in het stuk" not in page
    assert "De tweede lezer moet het toetsen aan het gedeelde uitgangspunt" in page


def test_a_draft_whose_owner_left_says_so():
    owner = secretary()
    draft = made_ready(written(by=owner))
    Person.objects.filter(pk=owner.pk).update(is_active=False)

    assert "De eigenaar heeft geen account meer" in signed_in(secretary()).get(f"/concepten/{draft.key}").text


def test_a_published_piece_shows_its_parts_its_contacts_and_who_was_heard(client):
    piece = published(text="")
    PublicationPart.objects.filter(publication=piece, code="sharing", number=1).update(
        source="Een rapport", read_by="Adviseur", ask_privacy_officer=True, text="# Kop van een schrijver"
    )

    page = client.get(f"/kennis/{piece.slug}").text

    assert page.index("Wanneer gebruikt u dit?") < page.index("Doe dit niet") < page.index("Wie kunt u bellen?")
    assert "<h3" in page[page.index("De vijf stappen van de meldcode</h2>") :]
    assert "Stap 5: beslis" in page
    assert "<strong>Vraag dit na bij uw privacyfunctionaris.</strong>" in page
    assert "Bron: Een rapport" in page
    assert "Meegelezen door: Adviseur" in page
    assert "<h4" in page
    assert "Veilig Thuis" in page
    assert "Gecontroleerd op" in page
    assert "Ervaringsdeskundigen zijn gehoord." in page


def test_a_second_reader_sends_a_draft_back_and_the_writer_reads_why():
    writer, reader = participant(), secretary()
    draft = asked_to_read(made_ready(written(by=writer)), reader)
    told = {"words": "Haal de conclusie weg.", "version": draft.version, "request_key": str(uuid.uuid4())}
    client = signed_in(reader)

    first = client.post(f"/concepten/{draft.key}/geef-terug", told)
    again = client.post(f"/concepten/{draft.key}/geef-terug", told)
    page = signed_in(writer).get(f"/concepten/{draft.key}").text

    assert first["Location"] == again["Location"] == f"/concepten/{draft.key}"
    assert "Haal de conclusie weg." in page
    assert f"{reader.name} vroeg een aanpassing" in page
    assert f"{reader.name} leest het daarna opnieuw." in page
    publish = client.get(f"/concepten/{draft.key}/publiceer").text
    assert "Dit kan nog niet worden gepubliceerd" in publish


def test_an_owner_is_chosen_from_who_may_be_one():
    writer, owner, outsider = participant(), director(), administrator()
    draft = written(by=writer)
    client = signed_in(writer)

    page = client.get(f"/concepten/{draft.key}/eigenaar").text
    chosen = {"owner": str(owner.opaque_id), "version": 1, "request_key": str(uuid.uuid4())}
    answer = client.post(f"/concepten/{draft.key}/eigenaar", chosen)

    assert str(outsider.opaque_id) not in page
    assert answer["Location"] == f"/concepten/{draft.key}"
    draft.refresh_from_db()
    assert draft.owner == owner


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda draft: draft.parts.filter(code="dont").delete(), "er ontbreekt nog iets"),
        (lambda draft: draft.parts.filter(code="dont").update(text="Bel 06-12345678."), "houdt woorden tegen"),
        (
            lambda _draft: shared_principle().delete() and shared_principle(2),
            "heeft het gedeelde uitgangspunt veranderd",
        ),
    ],
)
def test_what_is_missing_is_refused_with_words(spoil, told):
    draft = made_ready(written(by=participant()))
    answers = {"tlp": "TLP:CLEAR", "review_on": "2199-01-01", "repeats_nothing": "on", "keeps_to_principle": "on"}
    spoil(draft)

    answer = signed_in(secretary()).post(
        f"/concepten/{draft.key}/publiceer",
        {**answers, "principle": 1, "version": draft.version, "request_key": str(uuid.uuid4())},
    )

    assert answer.status_code == 409
    assert told in answer.text
    assert Publication.objects.get().state == "draft"


def test_the_chair_of_the_platform_sets_the_principle_and_everybody_who_takes_part_reads_it():
    chair, reader = platform_chair(), participant()
    words = {"text": "Wij kijken naar gedrag.", "reason": "Besloten.", "version": 0, "request_key": str(uuid.uuid4())}
    client = signed_in(chair)

    empty = client.get("/uitgangspunt").text
    first, again = client.post("/uitgangspunt/nieuw", words), client.post("/uitgangspunt/nieuw", words)
    page = signed_in(reader).get("/uitgangspunt").text

    assert "nog geen gedeeld uitgangspunt vastgesteld" in empty
    assert first["Location"] == again["Location"] == "/uitgangspunt"
    assert Principle.objects.get().set_by == chair
    assert "Wij kijken naar gedrag." in page
    assert "Leg een nieuwe versie vast" not in page
    assert "Wij kijken naar gedrag." in client.get("/uitgangspunt/nieuw").text


def test_who_sets_the_first_principle_begins_with_a_proposal_that_does_not_hold_until_it_is_set():
    client = signed_in(secretary())

    page = client.get("/uitgangspunt/nieuw").text

    assert "Het geldt pas als het Platform het heeft besproken" in page
    assert "Zij is nooit een bewijs en nooit een verdenking." in page
    assert all(finding.level is not Level.STOP for finding in check(str(PROPOSED), allowed=allowed_words()))
    assert current_principle() is None


def test_a_principle_that_a_colleague_set_first_is_not_overwritten():
    shared_principle()
    words = {"text": "Wij kijken naar schade.", "reason": "Nu.", "version": 0, "request_key": str(uuid.uuid4())}

    answer = signed_in(secretary()).post("/uitgangspunt/nieuw", words)

    assert answer.status_code == 409
    assert "Wij kijken naar schade." in answer.text
    assert 'name="version" value="1"' in answer.text


def test_the_principle_is_not_there_for_who_does_not_take_part_nor_set_by_others(client):
    assert client.get("/uitgangspunt")["Location"].startswith("/inloggen")
    assert signed_in(administrator()).get("/uitgangspunt").status_code == 404
    assert signed_in(participant()).get("/uitgangspunt/nieuw").status_code == 404


def test_the_page_of_parts_costs_seven_statements_however_many_there_are(django_assert_num_queries):
    writer = participant()
    draft = made_ready(written(by=writer))
    client = signed_in(writer)

    with django_assert_num_queries(7):
        answer = client.get(f"/concepten/{draft.key}/delen")

    assert answer.status_code == 200


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_the_principle_and_the_parts_are_fit_for_everyone(page, live_server):
    clerk, writer = secretary(), participant()
    draft = made_ready(written(by=writer))
    asked_to_read(draft, clerk)
    Publication.objects.filter(pk=draft.pk).update(returned=_sent_back(draft, clerk))
    enter(page, clerk, live_server.url)

    for name, address in (
        ("principle", "/uitgangspunt"),
        ("principle-set", "/uitgangspunt/nieuw"),
        ("returned", f"/concepten/{draft.key}"),
        ("parts", f"/concepten/{draft.key}/delen"),
    ):
        page.goto(live_server.url + address)
        assert_accessible(page)
        assert_no_overflow(page)
        look(page, f"guidance-{name}")


def _sent_back(draft: Publication, reader: Person) -> Review:
    words = "Haal de conclusie over de familie weg. Zeg wat iemand zag."
    return Review.objects.create(
        publication=draft, version=1, principle=shared_principle(), reader=reader, holds=False, words=words, at=NOW
    )
