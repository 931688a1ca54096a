"""`run.py` makes the environment once, and says in one sentence what is missing."""

from __future__ import annotations

import importlib.util
import subprocess
import sys

import pytest

from tests.architecture.house import ROOT


@pytest.fixture
def run_py(tmp_path, monkeypatch):
    """Load run.py as if it stood in an empty folder with a lock file."""
    specification = importlib.util.spec_from_file_location("run_py", ROOT / "run.py")
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    for name in ("uv.lock", "pyproject.toml"):
        (tmp_path / name).write_text("lock")
    (tmp_path / ".venv").mkdir()
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "ENVIRONMENT", tmp_path / ".venv")
    monkeypatch.setattr(module, "STAMP", tmp_path / ".venv" / "verder-stamp")
    return module


@pytest.fixture
def commands(run_py, monkeypatch):
    """Gather the commands that run.py would run."""
    gathered = []
    monkeypatch.setattr(run_py, "run", lambda *command: gathered.append([str(part) for part in command]))
    return gathered


@pytest.fixture
def with_uv(run_py, monkeypatch):
    monkeypatch.setattr(run_py.shutil, "which", lambda _: "/bin/uv")


@pytest.fixture
def without_uv(run_py, monkeypatch):
    monkeypatch.setattr(run_py.shutil, "which", lambda _: None)


def test_it_stays_short():
    assert len((ROOT / "run.py").read_text().splitlines()) < 100


def test_a_python_that_is_too_old_is_told_what_to_do(run_py, monkeypatch):
    monkeypatch.setattr(run_py.sys, "version_info", (3, 10, 13))

    assert run_py.is_too_old()


def test_this_python_is_new_enough(run_py):
    assert not run_py.is_too_old()


def test_an_old_python_can_read_it():
    words = {"match ", ":=", "from __future__"}

    source = (ROOT / "run.py").read_text()

    assert not [word for word in words if word in source]


def test_uv_makes_it_from_the_lock_file(run_py, commands, with_uv):
    run_py.make_environment(developers=False)

    assert commands[0][:3] == ["/bin/uv", "sync", "--frozen"]
    assert "--no-dev" in commands[0]


def test_developers_get_their_tools_too(run_py, commands, with_uv):
    run_py.make_environment(developers=True)

    assert "--no-dev" not in commands[0]


def test_without_uv_every_package_is_checked_against_its_hash(run_py, commands, without_uv):
    run_py.make_environment(developers=False)

    assert commands[0][1:3] == ["-m", "venv"]
    assert "--require-hashes" in commands[1]
    assert commands[1][-1] == "requirements.txt"
    assert "--no-build-isolation" in commands[2]


def test_a_second_start_makes_nothing(run_py, commands, with_uv):
    run_py.make_environment(developers=False)

    run_py.make_environment(developers=False)

    assert len(commands) == 1


def test_developers_tools_are_kept_on_a_plain_start(run_py, commands, with_uv):
    run_py.make_environment(developers=True)

    run_py.make_environment(developers=False)

    assert len(commands) == 1


def test_a_new_lock_file_makes_it_anew_with_what_was_there(run_py, commands, without_uv, tmp_path):
    run_py.make_environment(developers=True)
    (tmp_path / "uv.lock").write_text("another")

    run_py.make_environment(developers=False)

    assert commands[4][-1] == "requirements-dev.txt"


def test_a_missing_venv_names_the_package(run_py, commands, without_uv, monkeypatch):
    monkeypatch.setitem(sys.modules, "ensurepip", None)

    with pytest.raises(SystemExit) as end:
        run_py.make_environment(developers=False)

    assert f"apt install python3.{sys.version_info[1]}-venv" in end.value.code


def test_a_failing_command_stops_with_a_sentence(run_py, tmp_path):
    with pytest.raises(SystemExit) as end:
        run_py.run(sys.executable, "-c", "raise SystemExit(1)")

    assert "Check the network and the disk" in end.value.code


@pytest.mark.slow
def test_it_hands_over_to_the_verder_command():
    done = subprocess.run([sys.executable, ROOT / "run.py", "--help"], capture_output=True, text=True, check=False)

    assert done.returncode == 0
    assert "usage: verder" in done.stdout
