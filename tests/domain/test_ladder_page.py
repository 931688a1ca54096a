"""The page and the picture of the ladder say what the table says."""

from __future__ import annotations

import runpy
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.domain.table import ROWS

DOCS = Path(__file__).parents[2] / "docs"
ANEW = "The table changed. Write its page anew: .venv/bin/python docs/ladder.py"


@pytest.fixture(scope="module")
def written() -> dict[str, str]:
    """Return the page and the picture as the table would have them now."""
    writer = runpy.run_path(str(DOCS / "ladder.py"))
    return {"ladder.md": writer["page"](), "ladder.svg": writer["picture"]()}


@pytest.mark.parametrize("name", ["ladder.md", "ladder.svg"])
def test_what_is_committed_is_what_the_table_says_now(name: str, written: dict[str, str]) -> None:
    assert (DOCS / name).read_text(encoding="utf-8") == written[name], ANEW


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_every_step_has_its_line_and_its_place_in_the_picture(row: object, written: dict[str, str]) -> None:
    picture = ET.fromstring(written["ladder.svg"])  # noqa: S314 -- our own
    words = {text.text for text in picture.iter("{http://www.w3.org/2000/svg}text")}

    assert f"\n| `{row.name}` | " in written["ladder.md"]
    assert row.name.replace("_", " ") in words
