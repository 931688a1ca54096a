"""Only operations write, only climb() sets a rung, and nothing happens behind one's back."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import pytest

from tests.architecture.house import HOUSE, advise, modules, spot, tree

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ALWAYS_WRITES = {
    "save", "create", "delete", "get_or_create", "update_or_create", "bulk_create", "bulk_update",
    "asave", "acreate", "adelete", "aupdate", "aget_or_create", "aupdate_or_create", "abulk_create", "abulk_update",
}  # fmt: skip
CLIMB = HOUSE / "deliberation" / "operations" / "climb.py"


def faces() -> list[Path]:
    return [path for path in modules() if path.relative_to(HOUSE).parts[0] in {"web", "api"}]


def steps(node: ast.expr) -> Iterator[str]:
    """Name what a chain such as `Model.objects.filter(…).update` goes through."""
    while isinstance(node, ast.Attribute | ast.Call | ast.Subscript):
        if isinstance(node, ast.Attribute):
            yield node.attr
            node = node.value
        else:
            node = node.func if isinstance(node, ast.Call) else node.value


def writes(call: ast.Call) -> bool:
    if not isinstance(call.func, ast.Attribute):
        return False
    if call.func.attr == "update":
        return bool({"objects", "filter", "exclude", "all", "select_for_update"}.intersection(steps(call.func.value)))
    return call.func.attr in ALWAYS_WRITES


def writings(module: ast.Module) -> list[ast.Call]:
    return [node for node in ast.walk(module) if isinstance(node, ast.Call) and writes(node)]


def managers(module: ast.Module) -> list[ast.Attribute]:
    return [node for node in ast.walk(module) if isinstance(node, ast.Attribute) and node.attr == "objects"]


def settings_of_rung(module: ast.Module) -> Iterator[ast.expr | ast.stmt]:
    for node in ast.walk(module):
        if isinstance(node, ast.Attribute) and node.attr == "rung" and isinstance(node.ctx, ast.Store | ast.Del):
            yield node
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            given = {keyword.arg for keyword in node.keywords}
            if node.func.attr in {"update", "create", "bulk_update"} and "rung" in given and writes(node):
                yield node
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "setattr":
            yield from (word for word in node.args[1:2] if isinstance(word, ast.Constant) and word.value == "rung")


@pytest.mark.parametrize(
    "line",
    ["dilemma.save()", "Dilemma.objects.create(x=1)", "rows.filter(a=1).update(b=2)", "Event.objects.bulk_create([])"],
)
def test_a_line_that_writes_is_seen(line):
    assert writings(ast.parse(line))


@pytest.mark.parametrize("line", ["attributes.update(form.data)", "create(form)", "response.delete_cookie('x')"])
def test_a_line_that_writes_nothing_is_left_alone(line):
    assert writings(ast.parse(line)) == []


@pytest.mark.parametrize("line", ["dilemma.rung = x", "rows.filter(a=1).update(rung=x)", "setattr(dilemma, 'rung', x)"])
def test_a_line_that_sets_a_rung_is_seen(line):
    assert list(settings_of_rung(ast.parse(line)))


def test_faces_write_nothing():
    found = [spot(path, call) for path in faces() for call in writings(tree(path))]

    assert found == [], advise(found, "Views and forms do not write. Call an operation of the room instead.")


def test_faces_ask_the_rooms_and_not_the_tables():
    found = [spot(path, node) for path in faces() for node in managers(tree(path))]

    assert found == [], advise(found, "A face never touches Model.objects. Ask a function in the room's queries.py.")


def test_only_climb_sets_a_rung():
    found = [spot(path, node) for path in modules() if path != CLIMB for node in settings_of_rung(tree(path))]

    assert found == [], advise(found, "A rung changes in climb() alone. Add a step to the ladder and take it.")


def test_nobody_listens_to_signals():
    found = [
        spot(path, node)
        for path in modules()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ImportFrom)
        and ((node.module or "").endswith("signals") or any(alias.name == "receiver" for alias in node.names))
    ]

    assert found == [], advise(found, "Signals hide what happens. Call the operation where the change is made.")
