"""Who asks: the person behind a request with their active seats, and the doors that stay shut for others."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial, wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec

from django.contrib.auth.views import redirect_to_login
from django.http import Http404
from django.utils import timezone

from verder.network.models import BodyKind, Membership, Person, Seat
from verder.network.queries import active_seats

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponseBase

Arguments = ParamSpec("Arguments")
KEPT_AS = "standing"


@dataclass(frozen=True, slots=True)
class Standing:
    """Who someone is today: a person with seats, or an outsider without either."""

    person: Person | None = None
    seats: tuple[Membership, ...] = ()

    @property
    def is_signed_in(self) -> bool:
        """Whether a person with an account asks."""
        return self.person is not None

    @property
    def is_secretariat(self) -> bool:
        """Whether this person sits in the secretariat."""
        return self.sits_in(BodyKind.SECRETARIAT)

    @property
    def is_administrator(self) -> bool:
        """Whether this person keeps the installation running, and so sees no content."""
        return self.sits_in(BodyKind.ADMINISTRATION)

    @property
    def is_office(self) -> bool:
        """Whether this person looks after people, organisations and roles."""
        return self.is_secretariat or self.is_administrator

    @property
    def bodies(self) -> frozenset[int]:
        """The keys of all bodies that this person sits in today."""
        return frozenset(seat.body_id for seat in self.seats)

    @property
    def groups(self) -> frozenset[int]:
        """The keys of the working groups that this person sits in today."""
        return frozenset(seat.body_id for seat in self.seats if seat.body.kind == BodyKind.WORKING_GROUP)

    @property
    def led_groups(self) -> frozenset[int]:
        """The keys of the working groups that this person leads today."""
        return frozenset(seat.body_id for seat in self.seats if seat.seat == Seat.LEAD)

    def sits_in(self, kind: BodyKind) -> bool:
        """Tell whether this person has a seat in a body of that kind."""
        return any(seat.body.kind == kind for seat in self.seats)

    def chairs(self, kind: BodyKind) -> bool:
        """Tell whether this person is chair, or the chair's deputy, of the body of that kind."""
        return any(seat.body.kind == kind and seat.seat in {Seat.CHAIR, Seat.DEPUTY} for seat in self.seats)


def standing(request: HttpRequest) -> Standing:
    """Find out who asks; one statement for a person, none for an outsider, and kept for the rest of the request."""
    kept = vars(request)
    if KEPT_AS not in kept:
        kept[KEPT_AS] = _read(request)
    found: Standing = kept[KEPT_AS]
    return found


def _read(request: HttpRequest) -> Standing:
    if not isinstance(request.user, Person):
        return Standing()
    return Standing(request.user, tuple(active_seats(request.user, timezone.localdate())))


def for_templates(request: HttpRequest) -> dict[str, Callable[[], Standing]]:
    """Offer `standing` to every template, read only where a template asks for it."""
    return {"standing": partial(standing, request)}


if TYPE_CHECKING:
    View = Callable[Concatenate[HttpRequest, Arguments], HttpResponseBase]


def _door(may_enter: Callable[[Standing], bool]) -> Callable[[View[Arguments]], View[Arguments]]:
    def guard(view: View[Arguments]) -> View[Arguments]:
        @wraps(view)
        def guarded(request: HttpRequest, /, *args: Arguments.args, **kwargs: Arguments.kwargs) -> HttpResponseBase:
            visitor = standing(request)
            if not visitor.is_signed_in:
                return redirect_to_login(request.get_full_path())
            if not may_enter(visitor):
                raise Http404
            return view(request, *args, **kwargs)

        return guarded

    return guard


def for_signed_in(view: View[Arguments]) -> View[Arguments]:
    """Open a page for everyone with an account; an outsider is asked to log in first."""
    return _door(lambda visitor: visitor.is_signed_in)(view)


def for_secretariat(view: View[Arguments]) -> View[Arguments]:
    """Open a page for the secretariat; for others with an account it does not exist."""
    return _door(lambda visitor: visitor.is_secretariat)(view)


def for_office(view: View[Arguments]) -> View[Arguments]:
    """Open a page for secretariat and administrators; for others with an account it does not exist."""
    return _door(lambda visitor: visitor.is_office)(view)
