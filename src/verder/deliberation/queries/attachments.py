"""The files of a dilemma, as far as their reader may see them."""

from __future__ import annotations

import uuid

from django.db.models import Q, QuerySet

from verder.deliberation.actor import Actor
from verder.deliberation.models import Dilemma, DilemmaFile
from verder.deliberation.queries.dilemmas import dilemmas_visible_to
from verder.domain.rungs import Party
from verder.files.models import LookState
from verder.files.queries import READABLE

MOST_FILES = 10
"""Files with one dilemma."""
MOST_AT_ONCE = 3
"""Files with one form."""

_SHARED = Q(shared_at__isnull=False)
_FOR_SUBMITTER = Q(party=Party.SUBMITTER) | ~Q(file__state=LookState.TO_LOOK_AT)


def files_for_reader(dilemma: Dilemma, *, is_secretariat: bool) -> list[DilemmaFile]:
    """List the files of a dilemma that somebody may read: the secretariat all, others those that are shared."""
    return list(_kept().filter(Q() if is_secretariat else _SHARED, dilemma=dilemma))


def files_for_submitter(dilemma: Dilemma) -> list[DilemmaFile]:
    """List the files of a dilemma for whoever put it in: not what the secretariat still has to look at."""
    return list(_kept().filter(_FOR_SUBMITTER, dilemma=dilemma))


def file_for_reader(number: str, key: uuid.UUID, *, actor: Actor) -> DilemmaFile:
    """Find a file by its dilemma; raise DilemmaFile.DoesNotExist when the actor may not read it."""
    readable = _kept().filter(dilemma__in=dilemmas_visible_to(actor.standing), dilemma__number=number)
    return readable.filter(Q() if actor.standing.is_secretariat else _SHARED).get(file__key=key)


def file_for_submitter(dilemma: Dilemma, key: uuid.UUID) -> DilemmaFile:
    """Find a file of a dilemma for whoever put it in; raise DilemmaFile.DoesNotExist when it is not for them."""
    return _kept().filter(_FOR_SUBMITTER, dilemma=dilemma).get(file__key=key)


def _kept() -> QuerySet[DilemmaFile]:
    return DilemmaFile.objects.select_related("file", "dilemma").filter(READABLE)
