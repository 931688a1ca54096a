"""Writes the parts of an example framework as one text under headings, in the order in which they are read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

HEADINGS = {
    "applies": "Wanneer gebruikt u dit?",
    "applies_not": "Wanneer niet?",
    "behaviour": "Wat kunt u zien of horen?",
    "context": "Wat helpt om te begrijpen?",
    "context_not": "Wat betekent dat niet?",
    "sharing": "Wat mag u delen?",
    "steps": "Wie doet wat?",
    "reporting_code": "De vijf stappen van de meldcode",
    "dont": "Doe dit niet",
    "child": "Het belang van het kind",
    "safety": "Uw eigen veiligheid",
    "complaint": "Als iemand over discriminatie klaagt",
}


def running_text(table: Mapping[str, Any]) -> str:
    """Return a framework as Markdown: for whom it is, its parts, and who with experience was heard."""
    parts = (_chapter(code, rows) for code, rows in groupby(table["part"], lambda part: part["code"]))
    audience, experts = f"## Voor wie\n\n{table['audience']}", f"## Wie meedacht\n\n{table['experts']}"
    return "\n\n".join([audience, *parts, experts])


def _chapter(code: str, rows: Iterator[Mapping[str, Any]]) -> str:
    return "\n\n".join([f"## {HEADINGS[code]}", *(line for row in rows for line in _lines(row))])


def _lines(row: Mapping[str, Any]) -> Iterator[str]:
    if "heading" in row:
        yield f"### {row['heading']}"
    yield row["text"].strip()
    if "source" in row:
        yield f"Bron: {row['source']}"
    if row.get("ask_privacy_officer"):
        yield "**Vraag dit na bij uw privacyfunctionaris.**"
