"""The trained model: how sure it is, for each token, that it belongs to the name of a person."""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from threading import Lock

import pycrfsuite

from verder.textcheck.names.features import sentence_features
from verder.textcheck.names.lists import load_lists
from verder.textcheck.names.tokens import Token

OUTSIDE, BEGIN, INSIDE = "O", "B", "I"
_TURN = Lock()
"""A tagger holds one sentence at a time, while a server checks texts in several threads."""


@cache
def _model() -> bytes:
    """Return the model; it stays in memory because the tagger reads it there."""
    return (files("verder.textcheck") / "data" / "names.crfsuite").read_bytes()


@cache
def load_tagger() -> pycrfsuite.Tagger:
    """Return the tagger with the model that comes with this room."""
    tagger = pycrfsuite.Tagger()
    tagger.open_inmemory(_model())
    return tagger


def name_chances(sentence: Sequence[Token], tagger: pycrfsuite.Tagger | None = None) -> list[float]:
    """Return for each token of a sentence the chance that it is part of a name, from 0 to 1."""
    tagger = tagger or load_tagger()
    features = sentence_features(sentence, load_lists())
    with _TURN:
        tagger.set(features)
        return [1.0 - tagger.marginal(OUTSIDE, place) for place in range(len(sentence))]
