"""The process that reads foreign bytes: it costs no more than it may, knows no secrets, and always answers."""

from __future__ import annotations

import io
import json
import resource
import subprocess
import time

import pytest

from tests.files import making
from verder.files import reading, worker
from verder.files.kinds import FileKind
from verder.files.reading import read
from verder.files.refusal import FileRefused, Reason

pytestmark = pytest.mark.slow


def answer_to(content: bytes) -> dict[str, object]:
    """Return what the worker says of a file, within this process."""
    target = io.BytesIO()
    worker.answer(content, target)
    return json.loads(target.getvalue().partition(b"\n")[0])


def test_a_file_comes_back_cleaned_with_its_words():
    cleaned = read(making.docx())

    assert cleaned.kind is FileKind.DOCX
    assert making.SAID in cleaned.text
    assert making.MAKER.encode() not in making.everything_in(cleaned.content)


def test_the_largest_file_goes_there_and_back():
    cleaned = read(making.jpeg(size=(7000, 7000)))

    assert cleaned.kind is FileKind.JPEG


def test_a_refusal_comes_back_with_its_reason():
    with pytest.raises(FileRefused) as refused:
        read(making.locked_pdf())

    assert refused.value.reason is Reason.ENCRYPTED


def test_a_pdf_that_unpacks_to_very_much_is_refused_in_time():
    bomb = making.bomb_pdf()
    start = time.monotonic()

    with pytest.raises(FileRefused) as refused:
        read(bomb)

    assert refused.value.reason in {Reason.BOMB, Reason.BROKEN}
    assert time.monotonic() - start < 20


def test_a_worker_that_takes_too_long_is_stopped():
    with pytest.raises(FileRefused) as refused:
        read(making.docx(), seconds=0.01)

    assert refused.value.reason is Reason.BOMB


def test_two_files_at_once_wait_for_each_other_but_not_for_ever():
    with reading._ONE_AT_A_TIME, pytest.raises(FileRefused) as refused:
        read(making.docx(), seconds=0.01)

    assert refused.value.reason is Reason.BUSY


def test_the_worker_knows_nothing_of_its_surroundings_and_may_write_nothing():
    code = (
        "import os, resource; from verder.files.worker import limit; limit();"
        "print(sorted(set(os.environ) - {'LC_CTYPE'}), resource.getrlimit(resource.RLIMIT_FSIZE)[0],"
        "resource.getrlimit(resource.RLIMIT_AS)[0])"
    )
    said = subprocess.run(  # noqa: S603
        [reading.WORKER[0], "-I", "-c", code], env={}, capture_output=True, check=True, text=True
    )

    assert said.stdout.split() == ["[]", "0", str(1024**3)]


def test_the_limits_are_set(monkeypatch):
    given = {}
    monkeypatch.setattr(resource, "setrlimit", lambda kind, both: given.update({kind: both}))

    worker.limit()

    assert given == {kind: (most, most) for kind, most in worker.LIMITS.items()}


def test_the_worker_says_what_it_read():
    assert answer_to(making.png()) == {"kind": "png", "text": "", "needs_look": True}


@pytest.mark.parametrize(
    ("trouble", "reason"),
    [(FileRefused(Reason.MACROS), "macros"), (MemoryError(), "bomb"), (RuntimeError("parser"), "broken")],
)
def test_whatever_goes_wrong_the_worker_answers(trouble, reason, monkeypatch):
    def fail(_content: bytes) -> None:
        raise trouble

    monkeypatch.setattr(worker, "clean", fail)

    assert answer_to(b"") == {"refused": reason}
