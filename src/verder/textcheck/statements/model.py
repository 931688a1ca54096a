"""The taught model of statements: how likely it is that a sentence is careless, and in which way."""

from collections.abc import Sequence

import pycrfsuite

from verder.textcheck.labels import Label
from verder.textcheck.taught import chances, tagger_of

CLEAN = "CLEAN"


def statement_chances(signs: Sequence[str], tagger: pycrfsuite.Tagger | None = None) -> dict[Label, float]:
    """Return for each kind of careless language the chance that the sentence with these signs is of it."""
    tagger = tagger or tagger_of("statements")
    labels = [name for name in tagger.labels() if name != CLEAN]
    return {Label(name): chance for name, chance in chances(tagger, [signs], labels)[0].items()}
