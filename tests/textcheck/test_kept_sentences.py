"""Careful language holds on sentences of our own that it was not taught with."""

import random
from pathlib import Path

from verder.textcheck.language import find_careless
from verder.textcheck.training.statements import StatementFiller, marked

KEPT = Path(__file__).parent / "kept_sentences.txt"


def test_most_careless_sentences_are_found_and_few_careful_ones() -> None:
    filler = StatementFiller(random.Random(7))
    lines = [line for line in KEPT.read_text("utf-8").splitlines() if not line.startswith("# ")]
    told = [(bool(labels), any(find_careless(text))) for text, labels in map(marked, map(filler.fill, lines))]

    right = sum(meant and shown for meant, shown in told)
    assert right / sum(meant for meant, _ in told) >= 0.85
    assert right / sum(shown for _, shown in told) >= 0.88
