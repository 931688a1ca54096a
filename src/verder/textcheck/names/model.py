"""The trained model: how sure it is, for each token, that it belongs to the name of a person."""

from collections.abc import Sequence

import pycrfsuite

from verder.textcheck.names.features import sentence_features
from verder.textcheck.names.lists import load_lists
from verder.textcheck.names.tokens import Token
from verder.textcheck.taught import chances, tagger_of

OUTSIDE, BEGIN, INSIDE = "O", "B", "I"


def name_chances(sentence: Sequence[Token], tagger: pycrfsuite.Tagger | None = None) -> list[float]:
    """Return for each token of a sentence the chance that it is part of a name, from 0 to 1."""
    features = sentence_features(sentence, load_lists())
    return [1.0 - one[OUTSIDE] for one in chances(tagger or tagger_of("names"), features, [OUTSIDE])]
