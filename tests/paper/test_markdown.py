"""What somebody types in Markdown becomes blocks; what is no Markdown of ours stands as it was typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verder.paper.document import Heading, Item, ItemList, Paragraph, Quote, Rule, Span
from verder.paper.markdown import from_markdown


def test_headings_paragraphs_and_rules():
    assert from_markdown("## Wat **nu**\n\nEerst\ndit.  \nDan dat.\n\n---") == (
        Heading(2, "Wat nu"),
        Paragraph((Span("Eerst"), Span(" "), Span("dit."), Span("\n"), Span("Dan dat."))),
        Rule(),
    )


def test_bold_emphasis_and_links_may_stand_in_each_other():
    assert from_markdown("**vet *en schuin*** [**hier**](https://verder.example) `code`") == (
        Paragraph(
            (
                Span("vet ", strong=True),
                Span("en schuin", strong=True, emphasis=True),
                Span(" "),
                Span("hier", strong=True, link="https://verder.example"),
                Span(" "),
                Span("code"),
            )
        ),
    )


def test_lists_keep_their_order_their_start_and_what_is_in_them():
    assert from_markdown("3. drie\n   - binnen\n4. vier") == (
        ItemList(
            (
                Item((Span("drie"),), (ItemList((Item((Span("binnen"),)),)),)),
                Item((Span("vier"),)),
            ),
            ordered=True,
            start=3,
        ),
    )


def test_an_item_may_be_empty_or_begin_with_something_else():
    assert from_markdown("-\n- > citaat") == (ItemList((Item(()), Item((), (Quote((Span("citaat"),)),)))),)


def test_quotes_hold_paragraphs_and_more():
    assert from_markdown("> woorden\n>\n> - punt") == (
        Quote((Span("woorden"),)),
        ItemList((Item((Span("punt"),)),)),
    )


@pytest.mark.parametrize("typed", ["<b>x</b>", "<script>alert(1)</script>", "a | b"])
def test_what_is_no_markdown_of_ours_stands_as_it_was_typed(typed):
    (paragraph,) = from_markdown(typed)

    assert "".join(span.text for span in paragraph.words) == typed


def test_code_stands_as_text():
    assert from_markdown("    a\n    b\n") == (Paragraph("a\nb"),)


def test_an_empty_heading_is_an_empty_heading():
    assert from_markdown("#") == (Heading(1, ""),)


@pytest.mark.slow
@given(st.text(alphabet="ab *_#>-1.[]()`<\n\\&!", max_size=60))
def test_any_text_becomes_blocks(typed):
    assert isinstance(from_markdown(typed), tuple)
