"""Documents apart from their form: headings in order, tables that fit, days in words."""

from __future__ import annotations

from datetime import date

import pytest

from verder.paper.document import Heading, Paragraph, Span, Table, column_weights, day_in_words, in_order, spans


def test_headings_skip_no_level_and_start_under_the_title():
    blocks = [Heading(1, "a"), Heading(4, "b"), Paragraph("c"), Heading(6, "d"), Heading(2, "e"), Heading(9, "f")]

    levels = [block.level for block in in_order(blocks) if isinstance(block, Heading)]

    assert levels == [2, 3, 4, 2, 3]


def test_headings_go_no_deeper_than_six():
    levels = [block.level for block in in_order([Heading(9, "a")] * 8)]

    assert levels == [2, 3, 4, 5, 6, 6, 6, 6]


def test_a_row_has_a_cell_under_every_head():
    with pytest.raises(ValueError, match="1 cells under 2 heads"):
        Table("Besluiten", ("a", "b"), (("alleen",),))


def test_weights_are_given_for_every_column_or_for_none():
    with pytest.raises(ValueError, match="1 weights for 2 columns"):
        Table("Besluiten", ("a", "b"), (), (1,))


def test_columns_share_the_width_by_their_longest_cell():
    table = Table("Besluiten", ("Nr.", "Besluit"), (("1", "w" * 90), ("2", (Span("kort"),))))

    assert column_weights(table) == (6, 40)


def test_columns_share_the_width_as_asked():
    assert column_weights(Table("Besluiten", ("Nr.", "Besluit"), (), (1, 3))) == (1, 3)


def test_plain_words_are_one_span():
    assert spans("gewoon") == (Span("gewoon"),)


def test_a_day_is_written_as_people_read_it():
    assert day_in_words(date(2026, 12, 3)) == "3 december 2026"
