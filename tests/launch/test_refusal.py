"""A refusal is one sentence that says what to do."""

from __future__ import annotations

import errno

import pytest

from verder.launch.refusal import CannotGoOn, end_with, explain


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, "The disk is full at /data. Make some room and start again."),
        (errno.EDQUOT, "The disk quota is used up at /data. Make some room and start again."),
        (
            errno.EACCES,
            "There is no permission at /data. Use a folder that you may write in (--data FOLDER) and start again.",
        ),
    ],
)
def test_the_usual_trouble_is_explained(number, sentence):
    assert explain(OSError(number, "as the system says it", "/data")) == sentence


def test_other_trouble_is_not_explained_away():
    assert explain(OSError(errno.EIO, "broken")) is None


def test_a_refusal_ends_with_its_sentence():
    with pytest.raises(SystemExit) as end:
        end_with(lambda: _raise(CannotGoOn("The port is taken.")))

    assert end.value.code == "The port is taken."


def test_a_full_disk_ends_with_a_sentence():
    with pytest.raises(SystemExit) as end:
        end_with(lambda: _raise(OSError(errno.ENOSPC, "x", "/data")))

    assert end.value.code == "The disk is full at /data. Make some room and start again."


def test_a_surprise_stays_a_surprise():
    with pytest.raises(OSError, match="broken"):
        end_with(lambda: _raise(OSError(errno.EIO, "broken")))


def test_the_exit_code_is_passed_on():
    with pytest.raises(SystemExit) as end:
        end_with(lambda: 3)

    assert end.value.code == 3


def _raise(error: Exception) -> int:
    raise error
