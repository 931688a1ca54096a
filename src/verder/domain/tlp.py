"""The Traffic Light Protocol 2.0: its labels, from widest to strictest.

Source: FIRST, Traffic Light Protocol version 2.0, August 2022.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum


class Tlp(StrEnum):
    """A label that says how far something may travel; written as FIRST writes it."""

    CLEAR = "TLP:CLEAR"
    GREEN = "TLP:GREEN"
    AMBER = "TLP:AMBER"
    AMBER_STRICT = "TLP:AMBER+STRICT"
    RED = "TLP:RED"


_STRICTNESS = {label: position for position, label in enumerate(Tlp)}

DEFAULT = Tlp.AMBER_STRICT
LOGGED_WHEN_READ = frozenset({Tlp.RED, Tlp.AMBER_STRICT})
MAY_BE_MAILED = frozenset(Tlp) - {Tlp.RED}


def strictest(labels: Iterable[Tlp]) -> Tlp:
    """Return the strictest of the labels; an extract of several texts inherits it. No labels: the default."""
    return max(labels, key=_STRICTNESS.__getitem__, default=DEFAULT)


def is_wider(new: Tlp, than: Tlp) -> bool:
    """Tell whether `new` lets something travel further than `than`, which only the submitter can allow."""
    return _STRICTNESS[new] < _STRICTNESS[than]
