"""A name grows over what is named in one breath with it, whatever the model made of each word."""

from __future__ import annotations

import pytest

from verder.textcheck.names.grow import Scored, grow
from verder.textcheck.names.lists import Lists
from verder.textcheck.names.tokens import tokenise

NONE = frozenset[str]()
LISTS = Lists(NONE, NONE, first_names=frozenset({"anna"}), last_names=NONE, places=NONE, word_names=NONE)


@pytest.mark.parametrize(
    ("text", "is_raised"),
    [("Anna en Brechtje komen", True), ("anna en Brechtje komen", False), ("Morgen en Brechtje komen", False)],
)
def test_a_word_that_can_be_a_first_name_is_one_beside_a_name(text, is_raised):
    scored = [
        Scored(token, chance=0.95 if token.text == "Brechtje" else 0.1, sort="", shown_from=0.5)
        for token in tokenise(text)
    ]

    grow(scored, LISTS)

    assert (scored[0].chance > 0.5) is is_raised
