"""The import contracts hold, and no floor is forgotten in them."""

from __future__ import annotations

import tomllib

import pytest
from importlinter.cli import lint_imports

from tests.architecture.house import HOUSE, ROOT

CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]


@pytest.mark.slow
def test_the_contracts_hold(capsys, monkeypatch):
    monkeypatch.chdir(ROOT)

    code = lint_imports(no_cache=True)

    assert code == 0, capsys.readouterr().out


def test_every_room_with_writes_keeps_them_above_its_reads():
    rooms = {f"verder.{path.name}" for path in HOUSE.iterdir() if list(path.glob("operations*"))}
    inside = next(contract for contract in CONTRACTS if contract["layers"][0] == "(operations)")

    assert rooms <= set(inside["containers"]), "Add the new room to the contract on what rests on what inside a room."
