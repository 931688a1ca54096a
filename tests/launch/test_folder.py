"""The data folder is used by one start at a time."""

from __future__ import annotations

import pytest

from verder.launch import folder as folder_module
from verder.launch.folder import DataFolder, is_in_use, locked
from verder.launch.refusal import CannotGoOn


@pytest.fixture
def data(tmp_path):
    each = DataFolder(tmp_path / "data")
    each.make()
    return each


def test_a_second_holder_is_refused(data):
    with locked(data), pytest.raises(CannotGoOn, match="Stop it first, or give another folder with --data"):
        locked(data).__enter__()


def test_a_held_folder_is_in_use(data):
    with locked(data):
        assert is_in_use(data)

    assert not is_in_use(data)


def test_a_new_folder_is_not_in_use(tmp_path):
    assert not is_in_use(DataFolder(tmp_path))


def test_a_clean_end_is_told_from_a_kill(data):
    with locked(data) as first:
        pass
    with locked(data) as second:
        pass
    (data.root / "lock").write_text("4711\n")
    with locked(data) as third:
        pass

    assert (first, second, third) == (False, False, True)


def test_a_long_log_is_put_aside(data, monkeypatch):
    monkeypatch.setattr(folder_module, "_LONG_LOG", 3)
    data.log("web").write_text("long")

    path = data.log("web")

    assert not path.exists()
    assert (data.root / "log" / "web.log.1").read_text() == "long"
