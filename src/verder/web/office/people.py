"""Pages about people with an account and their seats."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from verder.network import register
from verder.network.models import BodyKind, Membership, Person, Seat
from verder.network.operations import people, seats
from verder.network.operations.people import PersonEntry
from verder.network.operations.seats import SeatEntry
from verder.network.versions import version_of
from verder.web.changing import FormPage, answer_form
from verder.web.office.forms import InvitationForm, PersonForm, SeatEndForm, SeatForm, SureForm
from verder.web.office.handing_over import leftover
from verder.web.office.searching import search, searched
from verder.web.standing import for_office, standing
from verder.web.visitors import office_actor
from verder.web.words.seats import SEAT_WORDS

if TYPE_CHECKING:
    import uuid

    from django.http import HttpRequest, HttpResponse


@for_office
@searched
def people_list(request: HttpRequest) -> HttpResponse:
    """Show who has an account, and where they sit."""
    matching = partial(
        register.people_matching, on=timezone.localdate(), with_confidential=standing(request).is_secretariat
    )
    return render(request, "web/office/people.html", search(request, matching))


@for_office
def show_person(request: HttpRequest, person: uuid.UUID) -> HttpResponse:
    """Show one person with their seats, and what the office can do about them."""
    found = _person(person)
    held = register.seats_of(found, with_confidential=standing(request).is_secretariat)
    rows = [(seat, SEAT_WORDS[Seat(seat.seat)], _is_over(seat)) for seat in held]
    words = {"person": found, "seats": rows, "is_self": found == standing(request).person}
    return render(request, "web/office/person.html", words)


@for_office
def invite(request: HttpRequest) -> HttpResponse:
    """Invite someone with a first seat."""

    def change(typed: dict[str, Any]) -> None:
        people.invite_person(_entry(typed), _seat_entry(typed), actor=office_actor(request), at=timezone.now())

    page = FormPage(
        title=_("Nodig iemand uit"),
        button=_("Maak het account en stuur de uitnodiging"),
        done=_("De uitnodiging is onderweg."),
        back=reverse("office-people"),
    )
    new_form = partial(InvitationForm, bodies=_bodies(request))
    return answer_form(request, page, new_form, shown=_from_today, change=change)


@for_office
def change_person(request: HttpRequest, person: uuid.UUID) -> HttpResponse:
    """Change what is known of a person."""
    found = _person(person)

    def change(typed: dict[str, Any]) -> None:
        people.change_person(
            found, _entry(typed), actor=office_actor(request), at=timezone.now(), seen=typed["version"]
        )

    page = _page_about(found, _("Verander de gegevens van %(name)s"), _("Bewaar"), _("De gegevens zijn bewaard."))
    return answer_form(request, page, PersonForm, shown=lambda: _shown(person), change=change)


@for_office
def give_seat(request: HttpRequest, person: uuid.UUID) -> HttpResponse:
    """Give a person a seat."""
    found = _person(person)

    def change(typed: dict[str, Any]) -> None:
        seats.seat(found, _seat_entry(typed), actor=office_actor(request), at=timezone.now())

    page = _page_about(found, _("Geef %(name)s een plek"), _("Geef deze plek"), _("De plek is gegeven."))
    new_form = partial(SeatForm, bodies=_bodies(request))
    return answer_form(request, page, new_form, shown=_from_today, change=change)


@for_office
def end_seat(request: HttpRequest, seat: int) -> HttpResponse:
    """Say until when a seat counts."""
    found = _seat(request, seat)

    def shown() -> dict[str, Any]:
        current = _seat(request, seat)
        return {"ends_on": current.ends_on, "version": version_of(current)}

    def change(typed: dict[str, Any]) -> None:
        seats.end_seat(
            found,
            ends_on=typed["ends_on"],
            actor=office_actor(request),
            at=timezone.now(),
            seen=typed["version"],
        )

    title = _("%(body)s: tot wanneer zit %(name)s daarin?") % {"name": found.person.name, "body": found.body.name}
    left = leftover(found.person) if found.body.kind == BodyKind.SECRETARIAT else None
    done = _("De laatste dag is bewaard.")
    page = FormPage(title, _("Bewaar"), done, _address(found.person), words={"leftover": left})
    return answer_form(request, page, SeatEndForm, shown=shown, change=change)


@for_office
def close_account(request: HttpRequest, person: uuid.UUID) -> HttpResponse:
    """Close an account at once."""
    found = _person(person)

    def change(typed: dict[str, Any]) -> None:
        people.deactivate_person(found, actor=office_actor(request), at=timezone.now(), seen=typed["version"])

    text = _("Deze persoon kan dan meteen niet meer inloggen, en alle plekken eindigen. De geschiedenis blijft.")
    page = _page_about(
        found,
        _("Wilt u het account van %(name)s sluiten?"),
        _("Sluit het account"),
        _("Het account is gesloten."),
        text,
        leftover=leftover(found),
    )
    return answer_form(request, page, SureForm, shown=lambda: _version(person), change=change)


@for_office
def reset_second_step(request: HttpRequest, person: uuid.UUID) -> HttpResponse:
    """Let someone who lost their second step set up a new one."""
    found = _person(person)

    def change(typed: dict[str, Any]) -> None:
        people.reset_second_factor(found, actor=office_actor(request), at=timezone.now(), seen=typed["version"])

    text = _(
        "Doe dit alleen als u zeker weet wie het vraagt: bel terug op een nummer dat u al kent. "
        "Deze persoon is dan overal uitgelogd, en stelt bij het inloggen een nieuwe tweede stap in."
    )
    page = _page_about(
        found,
        _("Wilt u de tweede stap van %(name)s wissen?"),
        _("Wis de tweede stap"),
        _("De tweede stap is gewist."),
        text,
    )
    return answer_form(request, page, SureForm, shown=lambda: _version(person), change=change)


def _page_about(person: Person, title: str, button: str, done: str, text: str = "", **words: Any) -> FormPage:
    title = title % {"name": person.name}
    return FormPage(title, button, done, _address(person), words={"text": text, **words}, is_danger=bool(text))


def _address(person: Person) -> str:
    return reverse("office-person", args=[person.opaque_id])


def _person(person: uuid.UUID) -> Person:
    try:
        return register.person_known_as(person)
    except Person.DoesNotExist as missing:
        raise Http404 from missing


def _seat(request: HttpRequest, pk: int) -> Membership:
    try:
        return register.seat_with_key(pk, with_confidential=standing(request).is_secretariat)
    except Membership.DoesNotExist as missing:
        raise Http404 from missing


def _bodies(request: HttpRequest) -> Any:
    return register.bodies_to_show(with_confidential=standing(request).is_secretariat)


def _is_over(seat: Membership) -> bool:
    return seat.ends_on is not None and seat.ends_on < timezone.localdate()


def _entry(typed: dict[str, Any]) -> PersonEntry:
    return PersonEntry(typed["name"], typed["email"], typed["function"], typed["organisation"])


def _seat_entry(typed: dict[str, Any]) -> SeatEntry:
    return SeatEntry(typed["body"], Seat(typed["seat"]), typed["starts_on"], typed["ends_on"])


def _from_today() -> dict[str, Any]:
    return {"starts_on": timezone.localdate()}


def _shown(person: uuid.UUID) -> dict[str, Any]:
    current = _person(person)
    return {
        "name": current.name,
        "email": current.email,
        "function": current.function,
        "organisation": current.organisation_id,
        "version": version_of(current),
    }


def _version(person: uuid.UUID) -> dict[str, Any]:
    return {"version": version_of(_person(person))}
