"""A word is sought in files too, while one waits: where it stands is offered, and what no machine can read as well."""

from __future__ import annotations

import re
import uuid
from typing import Any

import pytest

from tests import factories
from tests.deliberation.doing import do
from tests.files import making
from tests.files.making import checked_file
from tests.personas import secretary
from tests.signing_in import signed_in
from tests.web.filling import text_of
from verder.deliberation.models import Dilemma
from verder.deliberation.operations import attachments
from verder.files.models import FileContent, StoredFile
from verder.files.refusal import FileRefused, Reason
from verder.network.models import Person
from verder.slips import searching
from verder.slips.searching import Looked, look_into
from verder.web.slips import forms

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
HOLDING = "Dit gaat over het Tulpenveld."


def with_files(clerk: Person, *contents: bytes) -> Dilemma:
    """Return a dilemma with files, the first called bestand-0."""
    dilemma = factories.dilemma_at_intake()
    files = [checked_file(content, f"bestand-{number}.docx") for number, content in enumerate(contents)]
    do(attachments.attach, dilemma, clerk, files=files)
    return factories.fresh(dilemma)


class Desk:
    """Somebody of the secretariat at the page on which words are hidden."""

    def __init__(self, clerk: Person, dilemma: Dilemma) -> None:
        self.browser, self.page = signed_in(clerk), f"/dilemmas/{dilemma.number}/hoort-hier-niet"
        self.sent: dict[str, Any] = {"version": dilemma.version, "request_key": str(uuid.uuid4())}

    def seek(self, word: str) -> str:
        """Press the button that seeks, with what the page carried; return what one reads."""
        answer = self.browser.post(self.page, {**self.sent, "word": word, "more": "yes"})
        html = answer.content.decode()
        self.sent |= dict(re.findall(r'name="(sought|looked)" value="([^"]*)"', html))
        return text_of(answer)


def test_a_file_in_which_the_word_stands_is_offered_and_one_without_it_is_not() -> None:
    clerk = secretary()
    dilemma = with_files(clerk, making.plain_pdf(HOLDING), making.plain_pdf("Dit gaat over iets anders."))

    said = Desk(clerk, dilemma).seek("tulpenveld")

    assert "bestand-0.pdf (het woord staat erin)" in said
    assert "bestand-1" not in said
    assert "In alle bestanden is gezocht." in said


def test_a_word_that_is_broken_off_at_the_end_of_a_line_is_found_in_a_file() -> None:
    with_files(secretary(), making.plain_pdf("Dit gaat over het Tulpen-#linebreak()veld en over later."))

    assert look_into(StoredFile.objects.get().pk, "tulpenveld") is Looked.HOLDS
    assert look_into(StoredFile.objects.get().pk, "tulpenberg") is Looked.LACKS


def test_a_picture_is_offered_for_a_person_to_look_at() -> None:
    clerk = secretary()

    said = Desk(clerk, with_files(clerk, making.png())).seek("tulpenveld")

    assert "(hierin kunnen wij niet zoeken: kijk zelf)" in said


def test_files_are_looked_into_some_at_a_time_and_the_page_says_how_far_it_is(monkeypatch) -> None:
    clerk = secretary()
    desk = Desk(clerk, with_files(clerk, making.plain_pdf(HOLDING), making.plain_pdf(HOLDING)))
    monkeypatch.setattr(forms, "SECONDS", -1)

    first = desk.seek("tulpenveld")

    assert "In 1 van de 2 bestanden is gezocht." in first
    assert "bestand-1.pdf (wordt nog doorzocht)" in first
    assert "Zoek verder in de bestanden" in first
    assert "In alle bestanden is gezocht." in desk.seek("tulpenveld")
    assert "In 1 van de 2 bestanden is gezocht." in desk.seek("een ander woord")


def test_nothing_is_sought_in_files_without_a_word() -> None:
    clerk = secretary()
    dilemma = with_files(clerk, making.plain_pdf(HOLDING))

    said = text_of(signed_in(clerk).get(f"/dilemmas/{dilemma.number}/hoort-hier-niet"))

    assert "Dan zoeken wij ook in de bestanden." in said


@pytest.mark.parametrize(
    ("reason", "looked"), [(Reason.BUSY, Looked.WAITS), (Reason.BOMB, Looked.UNREADABLE)], ids=["busy", "broken"]
)
def test_a_file_that_cannot_be_read_now_waits_and_one_that_never_can_is_for_a_person(
    monkeypatch, reason, looked
) -> None:
    def refuse(_content: bytes) -> None:
        raise FileRefused(reason)

    with_files(secretary(), making.plain_pdf(HOLDING))
    monkeypatch.setattr(searching, "read", refuse)

    assert look_into(StoredFile.objects.get().pk, "tulpenveld") is looked


def test_a_file_that_is_gone_meanwhile_lacks_the_word() -> None:
    with_files(secretary(), making.plain_pdf(HOLDING))
    FileContent.objects.all().delete()

    assert look_into(StoredFile.objects.get().pk, "tulpenveld") is Looked.LACKS
