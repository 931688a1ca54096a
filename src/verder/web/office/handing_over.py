"""The page on which the secretariat hands over what somebody carries, and the warning for who is about to leave."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from django import forms
from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from verder.deliberation.actor import Actor
from verder.deliberation.operations.handing_over import NotAColleague, hand_over
from verder.deliberation.queries.carrying import CAP, SHOWN, burden_of, handled_by, promised_by
from verder.deliberation.queries.lines import lines
from verder.deliberation.queries.people import secretariat_on
from verder.network import register
from verder.network.models import Person
from verder.web.asking import Asked, answer
from verder.web.dilemmas.rows import rows
from verder.web.standing import for_secretariat, standing

if TYPE_CHECKING:
    import uuid
    from collections.abc import Iterable

    from django.http import HttpRequest, HttpResponse
    from django.utils.functional import Promise

    from verder.deliberation.queries.carrying import Burden
    from verder.web.checking import CheckedForm

REFUSALS: dict[type[Exception], Promise] = {
    NotAColleague: gettext_lazy(
        "Er is niets overgedragen: deze persoon zit niet meer in het secretariaat. Kies iemand anders."
    ),
}


class ColleagueForm(forms.Form):
    """Who takes over."""

    to = forms.TypedChoiceField(label=gettext_lazy("Wie neemt het over?"), coerce=int, widget=forms.RadioSelect)

    def __init__(self, *args: Any, colleagues: Iterable[Person], **named: Any) -> None:
        super().__init__(*args, **named)
        self.people = {one.pk: one for one in colleagues}
        self.fields["to"].choices = [(one.pk, one.name) for one in self.people.values()]  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class Leftover:
    """What would be left behind by who leaves: said in sentences, with the address where it is handed over."""

    sentences: tuple[str, ...]
    address: str


@for_secretariat
def hand_work_over(request: HttpRequest, person: uuid.UUID) -> HttpResponse:
    """Show what somebody carries, and hand it to a colleague."""
    found = _person(person)
    actor, today = Actor(standing(request)), timezone.localdate()
    colleagues = secretariat_on(today).exclude(pk=found.pk)
    handled = lines(handled_by(found, actor.standing), actor.standing, limit=SHOWN + 1)
    asked = Asked(
        _("Draag over wat %(name)s behandelt") % {"name": found.name},
        _("Draag alles over"),
        _("Het werk is overgedragen."),
        reverse("office-person", args=[found.opaque_id]),
        template="web/office/hand_over.html",
        refusals=REFUSALS,
        words={
            "person": found,
            "rows": rows(handled[:SHOWN], today=today),
            "has_more": len(handled) > SHOWN,
            "sentences": _sentences(burden_of(found, on=today)),
            "promises": promised_by(found, actor.standing)[:SHOWN],
            "has_colleagues": bool(colleagues),
        },
    )

    def do(form: ColleagueForm, _checked: CheckedForm) -> str:
        hand_over(found, to=form.people[form.cleaned_data["to"]], actor=actor, at=timezone.now())
        return asked.back

    return answer(request, asked, partial(ColleagueForm, colleagues=colleagues), do=do)


def leftover(person: Person) -> Leftover | None:
    """Say what somebody would leave behind in the secretariat; None when that is nothing."""
    sentences = _sentences(burden_of(person, on=timezone.localdate()))
    return Leftover(sentences, reverse("office-hand-over", args=[person.opaque_id])) if sentences else None


def _sentences(burden: Burden) -> tuple[str, ...]:
    handles = ngettext(
        "Deze persoon behandelt %(number)s dilemma dat nog loopt.",
        "Deze persoon behandelt %(number)s dilemma’s die nog lopen.",
        burden.handles,
    )
    alone = ngettext(
        "%(number)s dilemma onder TLP:RED kan verder niemand in het secretariaat lezen.",
        "%(number)s dilemma’s onder TLP:RED kan verder niemand in het secretariaat lezen.",
        burden.knows_alone,
    )
    said = ((burden.handles, handles), (burden.knows_alone, alone))
    return tuple(words % {"number": _counted(number)} for number, words in said if number)


def _counted(number: int) -> str:
    return f"{CAP} of meer" if number == CAP else str(number)


def _person(person: uuid.UUID) -> Person:
    try:
        return register.person_known_as(person)
    except Person.DoesNotExist as missing:
        raise Http404 from missing
