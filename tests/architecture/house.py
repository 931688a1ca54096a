"""The house as the tests of its architecture see it: its files, and what stands in them."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
HOUSE = ROOT / "src" / "verder"


@cache
def modules() -> tuple[Path, ...]:
    """List every module of the house but the migrations, which Django writes."""
    return tuple(path for path in sorted(HOUSE.rglob("*.py")) if "migrations" not in path.parts)


@cache
def templates() -> tuple[Path, ...]:
    """List every template."""
    return tuple(sorted(HOUSE.rglob("templates/**/*.html")))


@cache
def tree(module: Path) -> ast.Module:
    """Read a module as syntax."""
    return ast.parse(module.read_text(), filename=str(module))


def name(path: Path) -> str:
    """Name a file the way one would look for it."""
    return str(path.relative_to(ROOT))


def spot(path: Path, node: ast.expr | ast.stmt) -> str:
    """Name a place in a file."""
    return f"{name(path)}:{node.lineno}"


def advise(found: list[str], advice: str) -> str:
    """Say what was found and what to do about it."""
    return "\n".join([*found, advice])
