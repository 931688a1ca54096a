"""Texts that are checked at the same moment, as a server with threads does, keep to themselves."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from verder.textcheck import check

TEXTS = [
    "Gisteren belde de moeder van Ingeborg Zwartveen, en daarna nog een keer.",
    "Wij mogen niets delen.",
    "De school meldde het verzuim bij de leerplichtambtenaar, die daarna met de wijkagent overlegde over wat mag.",
    "Volgens Tjaard Wiersinga klopt dat niet. Zulke families liegen altijd. De gemeente wacht af.",
]


def test_texts_checked_at_the_same_moment_are_found_to_hold_what_they_hold():
    alone = [list(check(text, allowed=frozenset())) for text in TEXTS]

    with ThreadPoolExecutor(8) as threads:
        together = list(threads.map(lambda text: list(check(text, allowed=frozenset())), TEXTS * 100))

    assert any(alone)
    assert together == alone * 100
