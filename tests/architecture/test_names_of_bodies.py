"""The names of bodies are data: no sentence says "van Landelijk Platform", for want of knowing the article."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

SOURCES = sorted(path for kind in ("*.py", "*.html") for path in Path("src/verder").rglob(kind))
NAME = r"(?:%\(body\)s|\{\{ ?(?:[a-z_]+\.)*body(?:\.name)? ?\}\}|\{(?:[a-z_]+\.)*body(?:\.name)?\})"
IN_A_SENTENCE = re.compile(rf"\b(?:van|bij|voor|door|in|aan|met|op|uit|naar|de|het|zegt|wil) {NAME}")


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("De agenda van %(body)s staat klaar", True),
        ("Datumprikker voor {{ body }}", True),
        ("Vergadering: %(body)s", False),
        ("{{ meeting.body.name }}, {{ day }}", False),
    ],
)
def test_a_name_in_the_middle_of_a_sentence_is_found(*, text: str, is_one: bool) -> None:
    found = IN_A_SENTENCE.search(text)

    assert bool(found) is is_one


def test_no_text_puts_the_name_of_a_body_behind_a_word_that_would_ask_for_an_article() -> None:
    found = {str(path): IN_A_SENTENCE.findall(path.read_text("utf-8")) for path in SOURCES}

    assert {path: said for path, said in found.items() if said} == {}
