"""What one small button does: nothing to fill in, and back to the page where it stands."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404
from django.shortcuts import redirect

from verder.deliberation.operations.group_keeping import GroupHasEnded
from verder.web.workspace.refusals import REFUSALS
from verder.workspace.operations.hold import NotForThem

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def press(request: HttpRequest, do: Callable[[], object], *, onwards: str, back: str = "") -> HttpResponse:
    """Do it and go onwards; once the group has ended, say so where one came from."""
    try:
        do()
    except (ObjectDoesNotExist, NotForThem) as unknown:
        raise Http404 from unknown
    except GroupHasEnded:
        messages.error(request, str(REFUSALS[GroupHasEnded]))
        return redirect(back or onwards)
    return redirect(onwards)
