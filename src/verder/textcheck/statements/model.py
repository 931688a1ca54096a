"""The taught model of statements: how likely it is that a sentence is careless, and in which way."""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from threading import Lock

import pycrfsuite

from verder.textcheck.labels import Label

CLEAN = "CLEAN"
_TURN = Lock()
"""A tagger holds one sentence at a time, while a server checks texts in several threads."""


@cache
def _model() -> bytes:
    """Return the model; it stays in memory because the tagger reads it there."""
    return (files("verder.textcheck") / "data" / "statements.crfsuite").read_bytes()


@cache
def load_statement_tagger() -> pycrfsuite.Tagger:
    """Return the tagger with the model that comes with this room."""
    tagger = pycrfsuite.Tagger()
    tagger.open_inmemory(_model())
    return tagger


def statement_chances(signs: Sequence[str], tagger: pycrfsuite.Tagger | None = None) -> dict[Label, float]:
    """Return for each kind of careless language the chance that the sentence with these signs is of it."""
    tagger = tagger or load_statement_tagger()
    with _TURN:
        tagger.set([signs])
        return {Label(name): tagger.marginal(name, 0) for name in tagger.labels() if name != CLEAN}
