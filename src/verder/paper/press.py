"""The press: sheets as data go in, a PDF comes out. The only place that knows the typesetter."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time
from pathlib import Path

import typst

HERE = Path(__file__).parent
FONTS = HERE / "fonts"
TEMPLATE, STYLE = HERE / "paper.typ", HERE / "style.typ"
STANDARDS = ("ua-1", "a-2a")

Sheet = Mapping[str, object]


def printed(
    title: str, day: date, sheets: Sequence[Sheet], *, language: str, pictures: Mapping[str, bytes] | None = None
) -> bytes:
    """Print sheets as one PDF/UA-1 and PDF/A-2a; the typesetter refuses what would not be accessible."""
    data = {
        "title": title, "language": language, "sheets": sheets, "year": day.year, "month": day.month, "day": day.day
    }  # fmt: skip
    content: bytes = typst.compile(  # type: ignore[call-overload]  # its types know no files in memory
        {
            "main": TEMPLATE.read_bytes(),
            STYLE.name: STYLE.read_bytes(),
            "data.json": json.dumps(data).encode(),
            **(pictures or {}),
        },
        format="pdf",
        font_paths=[FONTS],
        ignore_system_fonts=True,
        pdf_standards=list(STANDARDS),
        timestamp=datetime.combine(day, time(12), UTC),
    )
    return content
