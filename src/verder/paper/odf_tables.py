"""Tables as OpenDocument: their columns share the width, and their head returns on each page."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from verder.paper.document import Table, Words, column_weights
from verder.paper.odf_elements import add_words, element

WIDTH = 14.2  # centimetres between the margins
HEAD_LINE, HAIRLINE = "0.9pt solid #15171c", "0.4pt solid #cbcdc8"


def add_table(parent: ET.Element, block: Table, automatic: ET.Element) -> None:
    """Add a table, and to the automatic styles what only this table looks like."""
    name = f"Table{len(automatic)}"
    table = element(parent, "table:table", {"table:name": name, "table:style-name": name})
    _add_style(automatic, name, "table", {"style:width": f"{WIDTH}cm", "table:align": "left"})
    weights = column_weights(block)
    for number, weight in enumerate(weights):
        column = f"{name}.{number}"
        _add_style(automatic, column, "table-column", {"style:column-width": f"{WIDTH * weight / sum(weights):.2f}cm"})
        element(table, "table:table-column", {"table:style-name": column})
    for line, border in (("Head", HEAD_LINE), ("Cell", HAIRLINE)):
        cell = {"fo:border-bottom": border, "fo:padding": "0.1cm", "fo:padding-left": "0cm"}
        _add_style(automatic, f"{name}.{line}", "table-cell", cell)
    _add_row(element(table, "table:table-header-rows"), block.header, f"{name}.Head", "Table_20_Heading")
    for row in block.rows:
        _add_row(table, row, f"{name}.Cell", "Table_20_Contents")


def _add_style(automatic: ET.Element, name: str, family: str, properties: dict[str, str]) -> None:
    style = element(automatic, "style:style", {"style:name": name, "style:family": family})
    element(style, f"style:{family}-properties", properties)


def _add_row(parent: ET.Element, cells: Sequence[Words], cell_style: str, words_style: str) -> None:
    row = element(parent, "table:table-row")
    for words in cells:
        cell = element(row, "table:table-cell", {"table:style-name": cell_style, "office:value-type": "string"})
        add_words(element(cell, "text:p", {"text:style-name": words_style}), words)
