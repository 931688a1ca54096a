"""Guidance on paper: two pages where the text allows, the whole scheme of an aid, and a mark on what does not hold."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

import pytest
from django.test import Client

from tests.paper.reading_pdf import Read, read
from tests.personas import secretary
from tests.signing_in import signed_in
from tests.web.aid_help import published_with
from tests.web.editions_help import form, succeeded
from tests.web.guidance_help import NOW, YEAR, published
from verder.guidance.models import Publication, PublicationKind

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
PARAGRAPH = "Vraag eerst advies aan een collega en schrijf op wat u zelf zag en hoorde, met de dag erbij. " * 5
TEXT = "\n\n".join(f"## Wat doet u bij stap {number}?\n\n{PARAGRAPH}" for number in range(1, 10))


def paper(address: str, client: Client | None = None) -> Read:
    return read((client or Client()).get(address).content)


def withdrawn(piece: Publication, replaced_by: Publication | None = None) -> Publication:
    sent = form(piece, reason="De regels zijn veranderd.", replaced_by=str(replaced_by.key) if replaced_by else "")
    signed_in(secretary()).post(f"/kennis/{piece.slug}/trek-in", sent)
    return piece


def test_a_factsheet_of_some_nine_hundred_words_takes_two_pages():
    piece = published(text=TEXT, kind=PublicationKind.FACTSHEET)

    found = paper(f"/kennis/{piece.slug}.pdf")

    assert len(TEXT.split()) > 850
    assert len(found.reader.pages) == 2


def test_a_factsheet_is_tagged_titled_and_in_order():
    piece = published_with()

    found = paper(f"/kennis/{piece.slug}.pdf")

    levels = [int(tag[2]) for tag in found.headings]
    assert "<pdfuaid:part>1</pdfuaid:part>" in found.about
    assert (found.root["/Lang"], found.reader.metadata.title) == ("nl-NL", piece.title)
    assert levels[0] == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


def test_whom_to_call_is_a_table_that_says_when_each_was_checked():
    found = paper(f"/kennis/{published_with().slug}.pdf")

    assert found.tags.count("/TH") == 3
    assert "Nu gevaar 112" in found.text
    assert "Veilig Thuis U maakt zich zorgen 0800-2000 1 maart 2026" in found.text


def test_the_whole_scheme_is_drawn_and_the_same_steps_are_told_under_the_same_numbers():
    found = paper(f"/kennis/{published_with().slug}.pdf")

    assert found.alternatives == [
        "Schema van de keuzehulp: 5 stappen. Hieronder staan dezelfde stappen in woorden, onder dezelfde nummers."
    ]
    assert "2. Is het een kind?" in found.text
    assert "a. Ja: ga naar 4. b. Nee: ga naar 5." in found.text
    assert "4. Volg de meldcode (uitkomst) Doe dit vandaag." in found.text


def test_a_piece_without_an_aid_draws_nothing():
    found = paper(f"/kennis/{published().slug}.pdf")

    assert found.alternatives == []
    assert "keuzehulp" not in found.text


def test_every_page_of_a_piece_past_its_day_says_so():
    piece = published(at=NOW - YEAR, until=timedelta(days=30))

    found = paper(f"/kennis/{piece.slug}.pdf")

    assert all("VERLOPEN" in page for page in found.texts)
    assert "Dit stuk is verlopen" in found.text


def test_an_earlier_edition_is_marked_on_paper_with_what_changed_since(settings):
    piece = succeeded(succeeded(published()), "De stap over school is duidelijker.")

    earlier, now = paper(f"/kennis/{piece.slug}/versie/1.pdf"), paper(f"/kennis/{piece.slug}.pdf")

    assert all("EERDERE VERSIE" in page for page in earlier.texts)
    assert "Versie 1 geldt niet meer. Versie 3 geldt nu." in earlier.text
    assert f"{settings.BASE_URL}/kennis/{piece.slug}" in earlier.text
    assert "Versie 3 De stap over school is duidelijker. Versie 2 Een stap erbij." in earlier.text
    assert not any("EERDERE VERSIE" in page for page in now.texts)
    assert "Versie 3 De stap over school is duidelijker. Versie 2 Een stap erbij." in now.text


def test_the_aid_of_an_earlier_edition_is_walked_drawn_and_printed_with_its_mark(client):
    piece = succeeded(published_with())
    there = f"/kennis/{piece.slug}/versie/1"

    page, walk, scheme = (client.get(address).text for address in (there, f"{there}/stappen", f"{there}/schema"))
    printed = paper(f"{there}/stappen.pdf?weg=2.1")

    assert f'href="{there}/stappen"' in page
    assert f'href="{there}/stappen?weg=2"' in walk
    assert f'href="{there}/stappen.pdf"' in walk
    assert "Ik heb het gebruikt" not in client.get(f"{there}/stappen?weg=1").text
    assert [shown.count("Dit is een eerdere versie") for shown in (page, walk, scheme)] == [1, 1, 1]
    assert "Een stap erbij." in page
    assert "EERDERE VERSIE" in printed.text
    assert len(printed.reader.pages) == 1


def test_an_edition_that_never_was_has_no_paper_and_no_walk(client):
    piece = published_with()
    forms = ("", ".pdf", "/stappen", "/stappen.pdf", "/schema")

    answers = [client.get(f"/kennis/{piece.slug}/versie/7{form}").status_code for form in forms]

    assert answers == [404] * 5


def test_the_paper_of_a_withdrawn_piece_says_what_replaces_it_and_nothing_of_what_it_said(settings):
    old, new = published("Oud stuk"), published("Nieuw stuk")
    withdrawn(old, new)

    found = paper(f"/kennis/{old.slug}.pdf")

    assert all("INGETROKKEN, VERVANGEN" in page for page in found.texts)
    assert "vervangen door ‘Nieuw stuk’" in found.text
    assert f"{settings.BASE_URL}/kennis/{new.slug}" in found.text
    assert "De regels zijn veranderd." in found.text
    assert "Vraag eerst" not in found.text


def test_a_withdrawn_piece_without_another_says_so_on_paper():
    found = paper(f"/kennis/{withdrawn(published('Oud stuk')).slug}.pdf")

    assert "INGETROKKEN" in found.text
    assert "Er is nog niets dat het vervangt." in found.text
