"""Every file says what belongs in it, stays readable, and imports in the open."""

from __future__ import annotations

import ast

from tests.architecture.house import HOUSE, advise, modules, name, spot, templates, tree

LONGEST = 300


def test_every_module_opens_by_saying_what_belongs_in_it():
    found = [name(path) for path in modules() if path.read_text().strip() and not ast.get_docstring(tree(path))]

    assert found == [], advise(found, "Open the module with a sentence that says what belongs in it.")


def test_no_file_is_too_long_to_read():
    found = [
        f"{name(path)} ({lines} lines)"
        for path in (*modules(), *templates())
        if (lines := len(path.read_text().splitlines())) > LONGEST
    ]

    assert found == [], advise(found, f"More than {LONGEST} lines: part the file by noun or by subject.")


def test_no_import_hides_inside_a_function():
    found = [
        spot(path, inner)
        for path in modules()
        for outer in ast.walk(tree(path))
        if isinstance(outer, ast.FunctionDef | ast.AsyncFunctionDef)
        for inner in ast.walk(outer)
        if isinstance(inner, ast.Import | ast.ImportFrom)
    ]

    assert found == [], advise(
        found, "Move the import to the top; when that makes a circle, a line is in the wrong room."
    )


def test_no_drawer_for_odds_and_ends():
    odd = {"utils", "util", "helpers", "helper", "misc", "common", "tools"}

    found = [name(path) for path in HOUSE.rglob("*") if path.stem in odd and path.suffix in {"", ".py"}]

    assert found == [], advise(found, "Name the module after what stands in it.")


def test_the_faces_templates_live_with_the_faces():
    found = [name(path) for path in templates() if path.relative_to(HOUSE).parts[0] != "web"]

    assert found == [], advise(found, "Pages belong to the room `web`.")
