"""The one door runs every part, also when one fails, and says which."""

from __future__ import annotations

import contextlib
import sys

import pytest

from verder.launch import check, testing
from verder.launch.coverage import Reach


@pytest.fixture(autouse=True)
def _no_database(monkeypatch):
    for module in (check, testing):
        monkeypatch.setattr(module, "passing_database", lambda: contextlib.nullcontext("postgres://given"))


@pytest.fixture
def tools(monkeypatch):
    """Gather the tools that would be run, with what they would see."""
    gathered = []

    def run_tool(tool, *arguments, environment=None):
        gathered.append((str(tool), *arguments, environment or {}))
        return 0

    for module in (check, testing):
        monkeypatch.setattr(module, "run_tool", run_tool)
    monkeypatch.setattr(check.requirements, "out_of_step", list)
    return gathered


def test_every_part_is_run_and_said(tools, capsys):
    failed = check.run()

    said = capsys.readouterr().out
    assert failed == 1
    assert "The tests did not run." in said
    assert "Failed: tests and what they reach." in said
    assert [tool[0].rpartition("/")[2] for tool in tools] == [
        "ruff", "ruff", "lint-imports", "mypy", "djlint", "django", "django", "pytest",
    ]  # fmt: skip


def test_it_goes_on_after_a_part_that_fails(monkeypatch, capsys):
    parts = {"first": lambda: 1, "second": lambda: 0}
    monkeypatch.setattr(check, "parts", lambda _: parts)

    failed = check.run()

    said = capsys.readouterr().out
    assert failed == 1
    assert "FAILED" in said
    assert "passed" in said
    assert said.endswith("Failed: first.\n")


def test_all_is_well_when_all_passes(monkeypatch, capsys):
    monkeypatch.setattr(check, "parts", lambda _: {"first": lambda: 0})

    assert check.run() == 0
    assert capsys.readouterr().out.endswith("Everything passes.\n")


def test_production_is_checked_with_its_own_settings(tools):
    check.parts("postgres://given")["production"]()

    assert tools[0][-1]["VERDER_DEMO"] == "no"
    assert tools[0][-1]["DATABASE_URL"] == "postgres://given"


def test_requirements_out_of_step_fail_with_what_to_do(monkeypatch, capsys):
    monkeypatch.setattr(check.requirements, "out_of_step", lambda: ["requirements.txt"])

    assert check._requirements() == 1
    assert "python3 run.py requirements" in capsys.readouterr().out


def test_tests_that_reach_too_little_fail(tools, monkeypatch, capsys):
    monkeypatch.setattr(check.coverage, "read", lambda _: [Reach("src/verder/domain/ladder.py", 1, 2)])
    monkeypatch.setattr(check.Path, "exists", lambda _: True)

    assert check._tests("postgres://given") == 1
    assert "must be tested whole" in capsys.readouterr().out


def test_tests_run_side_by_side_unless_asked_otherwise(tools):
    testing.run([])
    testing.run(["tests/domain", "-x"])

    assert tools[0][1] == "--numprocesses=2"
    assert tools[1][1:3] == ("tests/domain", "-x")


def test_a_tool_runs_from_the_root_with_what_it_is_given(capfd):
    script = "import os; print(os.environ['WORD'], os.path.exists('pyproject.toml'))"

    code = testing.run_tool("timeit", "-n1", "-r1", script, environment={"WORD": "given"})

    assert code == 0
    assert "given True" in capfd.readouterr().out


def test_a_script_of_the_environment_runs_with_this_python(tmp_path, capfd):
    (tmp_path / "script").write_text("import sys; print(sys.executable)")

    testing.run_tool(tmp_path / "script")

    assert capfd.readouterr().out.strip() == sys.executable
