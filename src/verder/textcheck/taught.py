"""The models that were taught: read once for each process, and asked by one text at a time."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from threading import Lock
from typing import Any

import pycrfsuite

_TURN = Lock()
"""A tagger holds one text at a time, while a server checks texts in several threads."""


@cache
def _model(name: str) -> bytes:
    """Return a model; it stays in memory because its tagger reads it there."""
    return (files("verder.textcheck") / "data" / f"{name}.crfsuite").read_bytes()


@cache
def tagger_of(name: str) -> pycrfsuite.Tagger:
    """Return the tagger with a model that comes with this room."""
    tagger = pycrfsuite.Tagger()
    tagger.open_inmemory(_model(name))
    return tagger


def chances(tagger: pycrfsuite.Tagger, items: Sequence[Any], labels: Sequence[str]) -> list[dict[str, float]]:
    """Return for each of a row of items, given by its features, the chance of each of the labels, from 0 to 1."""
    with _TURN:
        tagger.set(items)
        return [{label: tagger.marginal(label, place) for label in labels} for place in range(len(items))]
