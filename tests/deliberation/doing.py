"""Short words for tests that carry out operations."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from tests.factories import MONDAY, checked
from tests.personas import as_actor
from verder.deliberation.actor import Actor, Intent
from verder.deliberation.models import Dilemma
from verder.network.models import Person

Result = TypeVar("Result")
SAID = checked("Dit is een reden.")
EMPTY = checked("  ")


def do(
    operation: Callable[..., Result],
    dilemma: Dilemma | str,
    by: Person | Actor,
    *,
    at: datetime = MONDAY,
    **needs: object,
) -> Result:
    """Carry an operation on a dilemma out, with a fresh form."""
    actor = by if isinstance(by, Actor) else as_actor(by, at)
    number = dilemma if isinstance(dilemma, str) else dilemma.number
    return operation(number, actor=actor, at=at, intent=Intent(request_key=uuid.uuid4()), **needs)


def submitter_of(dilemma: Dilemma) -> Actor:
    """Return whoever put a dilemma in, as who acts."""
    return Actor(submitter_of=dilemma.key)
