"""Writing the next edition of a piece while readers keep the one that stands, and withdrawing a piece."""

from __future__ import annotations

import pytest

from tests.browser import assert_accessible, assert_no_overflow, enter, look
from tests.personas import participant, secretary
from tests.signing_in import signed_in
from tests.web.editions_help import begun, form, release, succeeded
from tests.web.guidance_help import published


@pytest.mark.django_db
def test_readers_keep_the_edition_that_stands_until_the_next_is_published(client):
    clerk, reader = secretary(), secretary()
    piece = published()

    draft = begun(piece, clerk)
    shown = signed_in(clerk).get(f"/concepten/{draft.key}").text
    kept = client.get(f"/kennis/{piece.slug}").text
    sent, second = release(draft), signed_in(reader)
    first, again = (second.post(f"/concepten/{draft.key}/publiceer", sent) for _ in range(2))
    now = client.get(f"/kennis/{piece.slug}").text
    earlier = client.get(f"/kennis/{piece.slug}/versie/1").text

    assert "Dit wordt een volgende versie" in shown
    assert "Versie 1" in kept
    assert first["Location"] == again["Location"] == f"/kennis/{piece.slug}"
    assert "Versie 2" in now
    assert "Een stap erbij." in now
    assert f"/kennis/{piece.slug}/versie/1" in now
    assert "Dit is een eerdere versie" in earlier
    assert client.get(f"/kennis/{piece.slug}/versie/9").status_code == 404
    assert signed_in(clerk).get(f"/concepten/{draft.key}")["Location"] == f"/kennis/{piece.slug}"


@pytest.mark.django_db
def test_a_second_next_edition_is_refused_with_words():
    clerk, piece = secretary(), published()
    begun(piece, clerk)

    answer = signed_in(clerk).post(f"/kennis/{piece.slug}/volgende", form(piece, change="Nog iets."))

    assert answer.status_code == 409
    assert "iemand schrijft al aan de volgende versie" in answer.text
    assert "Nog iets." in answer.text


@pytest.mark.django_db
def test_who_did_not_write_a_piece_does_not_begin_its_next_edition():
    piece = published()
    reader = signed_in(participant())

    assert reader.get(f"/kennis/{piece.slug}/volgende").status_code == 404
    assert "/volgende" not in reader.get(f"/kennis/{piece.slug}").text
    assert signed_in(secretary()).get("/kennis/bestaat-niet/volgende").status_code == 404


@pytest.mark.django_db
def test_a_withdrawn_piece_says_why_and_what_replaces_it(client):
    clerk = secretary()
    old, new = published("Oud stuk"), published("Nieuw stuk")
    sent = form(old, reason="De regels zijn veranderd.", replaced_by=str(new.key))

    first, again = (signed_in(clerk).post(f"/kennis/{old.slug}/trek-in", sent) for _ in range(2))
    page = client.get(f"/kennis/{old.slug}").text

    assert first["Location"] == again["Location"] == f"/kennis/{old.slug}"
    assert "De regels zijn veranderd." in page
    assert f'href="/kennis/{new.slug}"' in page
    assert "Vraag eerst" not in page
    assert "Oud stuk" not in client.get("/kennis").text


@pytest.mark.django_db
def test_a_withdrawn_piece_without_another_says_so_and_can_be_taken_back(client):
    clerk, piece = secretary(), published()
    signed_in(clerk).post(f"/kennis/{piece.slug}/trek-in", form(piece, reason="Het klopte niet.", replaced_by=""))

    page = client.get(f"/kennis/{piece.slug}").text

    assert "Er is nog niets dat het vervangt" in page
    assert "/haal-terug" in signed_in(clerk).get(f"/kennis/{piece.slug}").text
    assert signed_in(participant()).get(f"/kennis/{piece.slug}/trek-in").status_code == 404


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_the_pages_of_editions_are_fit_for_everyone(page, live_server):
    clerk = secretary()
    piece, gone = succeeded(published("Vermoeden van een informeel huwelijk")), published("Oud stuk")
    draft = begun(published("Iemand wil weg"), clerk)
    signed_in(clerk).post(f"/kennis/{gone.slug}/trek-in", form(gone, reason="De regels zijn anders.", replaced_by=""))
    enter(page, clerk, live_server.url)

    for name, address in (
        ("second", f"/kennis/{piece.slug}"),
        ("earlier", f"/kennis/{piece.slug}/versie/1"),
        ("next", f"/kennis/{piece.slug}/volgende"),
        ("withdraw", f"/kennis/{piece.slug}/trek-in"),
        ("withdrawn", f"/kennis/{gone.slug}"),
        ("next-draft", f"/concepten/{draft.key}"),
    ):
        page.goto(live_server.url + address)
        assert_accessible(page)
        assert_no_overflow(page)
        look(page, f"guidance-{name}")
