"""Those without uv install exactly what the lock file says."""

from __future__ import annotations

import re
import tomllib

import pytest

from tests.architecture.house import ROOT
from verder.launch import requirements
from verder.launch.refusal import CannotGoOn

LOCKED = {entry["name"]: entry for entry in tomllib.loads((ROOT / "uv.lock").read_text())["package"]}


def test_the_files_are_written_from_this_lock_file():
    assert requirements.out_of_step() == [], "Write them anew: python3 run.py requirements"


@pytest.mark.parametrize("name", sorted(requirements.FILES))
def test_every_package_has_the_version_and_hashes_of_the_lock_file(name):
    found = re.findall(
        r"^([\w.-]+)(?:\[.*?\])?==(\S+)((?:.*\\\n\s+--hash=\S+)+)", (ROOT / name).read_text(), re.MULTILINE
    )

    assert found
    for package, version, hashes in found:
        files = [*LOCKED[package].get("wheels", []), LOCKED[package].get("sdist", {})]
        assert LOCKED[package]["version"] == version
        assert set(re.findall(r"--hash=(\S+)", hashes)) <= {file["hash"] for file in files if file}


def test_what_we_need_to_run_is_there():
    text = (ROOT / "requirements.txt").read_text()

    needed = LOCKED["verder"]["dependencies"]

    assert not [entry["name"] for entry in needed if f"\n{entry['name']}" not in text]


def test_an_older_file_is_noticed(monkeypatch, tmp_path):
    (tmp_path / "uv.lock").write_text("new")
    for name in requirements.FILES:
        (tmp_path / name).write_text("# uv.lock sha256: of another\n")
    monkeypatch.setattr(requirements, "ROOT", tmp_path)

    assert requirements.out_of_step() == sorted(requirements.FILES, reverse=True)


def test_the_files_are_written_anew(monkeypatch, tmp_path):
    (tmp_path / "uv.lock").write_text("new")
    monkeypatch.setattr(requirements, "ROOT", tmp_path)
    monkeypatch.setattr(requirements.subprocess, "run", lambda *_, **__: Done(0))

    requirements.write()

    assert requirements.out_of_step() == []


def test_a_failing_uv_is_reported(monkeypatch):
    monkeypatch.setattr(requirements.subprocess, "run", lambda *_, **__: Done(1))

    with pytest.raises(CannotGoOn, match="uv could not export the lock file: no such option"):
        requirements.write()


class Done:
    """What a finished command leaves."""

    stdout = "django==5\n"
    stderr = "no such option\n"

    def __init__(self, returncode: int) -> None:
        self.returncode = returncode
