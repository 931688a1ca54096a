"""Pages about bodies, and about how long a dilemma may stay where it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from verder.domain.calendar import STANDARD_TERMS, Term
from verder.files.scanner import Scan, greet
from verder.network import register
from verder.network.models import Body
from verder.network.operations import bodies, terms
from verder.network.operations.bodies import BodyEntry
from verder.network.versions import version_of
from verder.web.changing import FormPage, answer_form
from verder.web.files.words import SCANNERS
from verder.web.office.forms import BodyForm, TermForm
from verder.web.office.returned import returned_mail
from verder.web.standing import for_office, for_secretariat
from verder.web.visitors import office_actor
from verder.web.words.terms import TERM_WORDS

if TYPE_CHECKING:
    import uuid

    from django.http import HttpRequest, HttpResponse


@for_office
def office(request: HttpRequest) -> HttpResponse:
    """Show what the office looks after."""
    scanner = greet(address=settings.CLAMD)
    words = {"scanner": SCANNERS[scanner], "scanner_is_down": scanner is Scan.UNREACHABLE}
    return render(request, "web/office/office.html", {**words, "returned": returned_mail(at=timezone.now())})


@for_secretariat
def body_list(request: HttpRequest) -> HttpResponse:
    """Show the bodies."""
    return render(request, "web/office/bodies.html", {"bodies": register.bodies_to_show(with_confidential=True)})


@for_secretariat
def change_body(request: HttpRequest, body: uuid.UUID) -> HttpResponse:
    """Change what is known of a body."""
    found = _body(body)

    def shown() -> dict[str, Any]:
        current = _body(body)
        return {
            "name": current.name,
            "chairing_organisation": current.chairing_organisation_id,
            "meetings_per_year": current.meetings_per_year,
            "warns_months_ahead": current.warns_months_ahead,
            "reply_reminder_days": current.reply_reminder_days,
            "poll_reminder_days": current.poll_reminder_days,
            "confidential": current.confidential,
            "dates_are_public": current.dates_are_public,
            "version": version_of(current),
        }

    def change(typed: dict[str, Any]) -> None:
        seen = typed.pop("version")
        bodies.change_body(found, BodyEntry(**typed), actor=office_actor(request), at=timezone.now(), seen=seen)

    page = FormPage(
        _("Verander %(name)s") % {"name": found.name},
        _("Bewaar"),
        _("Het overleg is bewaard."),
        reverse("office-bodies"),
    )
    return answer_form(request, page, BodyForm, shown=shown, change=change)


@for_secretariat
def term_list(request: HttpRequest) -> HttpResponse:
    """Show how long a dilemma may stay on each rung, and what else has a term."""
    rows = [(name, TERM_WORDS[name], term) for name, term in register.terms().items()]
    return render(request, "web/office/terms.html", {"rows": rows})


@for_secretariat
def set_term(request: HttpRequest, rung: str) -> HttpResponse:
    """Set a term."""
    if rung not in STANDARD_TERMS:
        raise Http404

    def shown() -> dict[str, Any]:
        term = register.terms()[rung]
        return {"days": term.days, "working_days": term.working_days, "version": f"{term.days}-{term.working_days:d}"}

    def change(typed: dict[str, Any]) -> None:
        term = Term(typed["days"], working_days=typed["working_days"])
        terms.set_term(rung, term, actor=office_actor(request), at=timezone.now(), seen=_term_seen(typed["version"]))

    title = _("Termijn: %(name)s") % {"name": TERM_WORDS[rung]}
    page = FormPage(title, _("Bewaar"), _("De termijn is bewaard."), reverse("office-terms"))
    return answer_form(request, page, TermForm, shown=shown, change=change)


def _body(body: uuid.UUID) -> Body:
    try:
        return register.body_with_key(body)
    except Body.DoesNotExist as missing:
        raise Http404 from missing


def _term_seen(version: str) -> Term:
    days, _dash, working_days = version.partition("-")
    return Term(int(days) if days.isdigit() else 0, working_days=working_days == "1")
