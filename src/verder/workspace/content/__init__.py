"""The templates of texts, as data: for each the sections in order, with the question that guides who fills one in."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

WORKSHEET = "worksheet"
"""The code of the template on which a group unravels a dilemma."""
HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class SectionTemplate:
    """A section that a text begins with: its code, its heading, and what it asks."""

    code: str
    heading: str
    asks: str


@dataclass(frozen=True, slots=True)
class TextTemplate:
    """What a text can begin as."""

    code: str
    title: str
    about_a_dilemma: bool
    sections: tuple[SectionTemplate, ...]

    def asks(self, code: str) -> str:
        """Return the question that guides a section; empty for one that the group added itself."""
        return next((one.asks for one in self.sections if one.code == code), "")


@cache
def text_templates() -> Mapping[str, TextTemplate]:
    """Read the templates that there are, by code."""
    return {path.stem: _read(path) for path in sorted(HERE.glob("*.toml"))}


def _read(path: Path) -> TextTemplate:
    said = tomllib.loads(path.read_text(encoding="utf-8"))
    sections = tuple(SectionTemplate(**one) for one in said["sections"])
    return TextTemplate(path.stem, said["title"], said["about_a_dilemma"], sections)
