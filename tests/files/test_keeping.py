"""A file is kept only when it passed the check, and destroyed for good."""

from __future__ import annotations

import hashlib
import uuid
from datetime import timedelta

import pytest
from django.db import Error, transaction

from tests.factories import MONDAY
from tests.files import making
from tests.files.fake_clamd import EICAR, fake_clamd
from tests.files.making import checked_file
from verder.files.checked import CheckedFile, clear_file, read_file, stem_of
from verder.files.kinds import FileKind
from verder.files.models import FileContent, LookState, StoredFile
from verder.files.operations import AlreadyDestroyed, destroy, keep, note_look
from verder.files.queries import content_of
from verder.files.refusal import FileRefused, Reason
from verder.files.scanner import Scan
from verder.textcheck import Dismissal, Label, TextNotClear

PHONE = "06-12345678"
READER = uuid.uuid4()


def test_only_the_check_makes_a_checked_file():
    with pytest.raises(TypeError):
        CheckedFile("a.pdf", FileKind.PDF, b"", needs_look=False, scan=Scan.ABSENT, dismissals=(), passed=object())


def test_a_number_in_a_file_stops_it():
    file = read_file("verslag.docx", making.docx(f"Bel {PHONE}."), most=10_000_000, scanner="")

    with pytest.raises(TextNotClear):
        clear_file(file, allowed=frozenset())


def test_a_word_that_is_broken_off_at_the_end_of_a_line_is_checked_as_a_whole():
    said = "Wij spraken Abdel-#linebreak()karim over het zorg-#linebreak()plan en Veilig-#linebreak()Thuis."
    file = read_file("verslag.pdf", making.plain_pdf(said), most=10_000_000, scanner="")

    assert "Wij spraken Abdelkarim over het zorgplan en Veilig-Thuis." in file.text


def test_a_number_in_its_name_stops_it():
    file = read_file(f"gesprek_{PHONE}.docx", making.docx(), most=10_000_000, scanner="")

    with pytest.raises(TextNotClear):
        clear_file(file, allowed=frozenset())


def test_what_the_writer_says_is_none_passes_with_its_reason():
    file = read_file("verslag.docx", making.docx(f"Bel {PHONE}."), most=10_000_000, scanner="")
    said = Dismissal(Label.PHONE, PHONE, "Dit is een voorbeeldnummer.")

    assert clear_file(file, allowed=frozenset(), dismissals=[said]).dismissals == (said,)


def test_a_file_never_shows_its_content_where_it_is_written_down():
    file = read_file("geheim.docx", making.docx(), most=10_000_000, scanner="")

    for shown in (repr(file), repr(clear_file(file, allowed=frozenset()))):
        assert "geheim" not in shown
        assert "school" not in shown


@pytest.mark.parametrize(
    ("content", "reason"), [(b"", Reason.EMPTY), (b"x" * 11, Reason.TOO_LARGE), (b"tekst", Reason.UNKNOWN_KIND)]
)
def test_what_is_empty_too_large_or_unknown_is_refused(content, reason):
    with pytest.raises(FileRefused) as refused:
        read_file("a.pdf", content, most=10, scanner="")

    assert refused.value.reason is reason


def test_an_infected_file_is_refused(tmp_path):
    with fake_clamd(tmp_path / "clamd") as (address, _), pytest.raises(FileRefused) as refused:
        read_file("a.pdf", EICAR, most=1000, scanner=address)

    assert refused.value.reason is Reason.INFECTED


def test_without_the_scanner_that_should_be_there_nothing_is_taken_in():
    with pytest.raises(FileRefused) as refused:
        read_file("a.pdf", b"x", most=1000, scanner="/nowhere/clamd")

    assert refused.value.reason is Reason.NO_SCAN


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("verslag_van  het overleg.pdf", "verslag van het overleg"),
        ("C:\\Documenten\\plan.v2.docx", "plan.v2"),
        ("../../etc/passwd", "passwd"),
        ("\u202egpj.exe\x00", "gpj"),
        (".pdf", "bestand"),
        ("a" * 300 + ".png", "a" * 100),
    ],
)
def test_a_name_becomes_words(name, stem):
    assert stem_of(name) == stem


@pytest.mark.django_db
def test_a_checked_file_is_kept_whole():
    file = checked_file()

    stored = keep(file, at=MONDAY)

    assert content_of(stored) == file.content
    assert (stored.name, stored.kind, stored.size, stored.state) == ("verslag.docx", "docx", len(file.content), "read")
    assert stored.digest == hashlib.sha256(file.content).hexdigest()
    assert str(stored) == str(stored.key)


@pytest.mark.django_db
def test_a_picture_waits_for_a_person_to_look_and_one_look_is_enough():
    stored = keep(checked_file(making.png(), "tekening.png"), at=MONDAY)
    assert not stored.is_seen

    note_look(stored.key, by=READER, at=MONDAY)
    note_look(stored.key, by=uuid.uuid4(), at=MONDAY + timedelta(days=1))

    stored.refresh_from_db()
    assert stored.is_seen
    assert (stored.state, stored.looked_by, stored.looked_at) == (LookState.LOOKED_AT, READER, MONDAY)


@pytest.mark.django_db
def test_of_a_destroyed_file_nothing_is_left_but_a_row():
    stored = keep(checked_file(), at=MONDAY)

    destroy(stored.key, at=MONDAY)

    stored.refresh_from_db()
    assert (stored.name, stored.digest, stored.destroyed_at) == ("", "", MONDAY)
    assert not FileContent.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "again", [lambda key: destroy(key, at=MONDAY), lambda key: note_look(key, by=READER, at=MONDAY)]
)
def test_what_is_destroyed_stays_so(again):
    stored = keep(checked_file(), at=MONDAY)
    destroy(stored.key, at=MONDAY)

    with pytest.raises(AlreadyDestroyed):
        again(stored.key)


@pytest.mark.django_db
def test_the_bytes_of_a_file_never_change():
    keep(checked_file(), at=MONDAY)

    with pytest.raises(Error), transaction.atomic():
        FileContent.objects.update(content=b"anders")


@pytest.mark.django_db
@pytest.mark.parametrize(
    "nonsense", [{"name": ""}, {"destroyed_at": MONDAY}, {"kind": "exe"}, {"scan": "infected"}, {"looked_at": MONDAY}]
)
def test_the_database_refuses_nonsense(nonsense):
    keep(checked_file(), at=MONDAY)

    with pytest.raises(Error), transaction.atomic():
        StoredFile.objects.update(**nonsense)
    assert str(FileContent.objects.get()) == str(StoredFile.objects.get().pk)
