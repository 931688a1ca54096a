"""One thing to do to a dilemma, as one page: ask, check the words, let an operation do it, and say what became of it.

Steps of the ladder and everything else that is done to a dilemma go the same way: nothing that was typed is lost, a
colleague who was first gives a conflict with the new version, and a second click leads where the first one went.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar, TypedDict

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from verder.deliberation.actor import Actor, Intent
from verder.deliberation.operations.climb import AlreadyTaken, SomeoneWasFirst
from verder.deliberation.queries.situation import Situation
from verder.textcheck import CheckedText
from verder.web.asking import VersionForm
from verder.web.checking import UNPROCESSABLE, check_form, show_instead
from verder.web.dilemmas.finding import situation_here
from verder.web.dilemmas.refusals import REFUSALS, someone_was_first, told

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

FORBIDDEN = 403
CONFLICT = 409
CONFIRMED = "confirmed"
MORE = "more"


class TaskForm(VersionForm):
    """A form that carries the version of the dilemma that its sender saw, and a key that makes a second click one."""

    minds_version: ClassVar[bool] = True
    """Whether it matters that a colleague changed the dilemma meanwhile."""

    def __init__(self, situation: Situation, data: Mapping[str, Any] | None = None, **options: Any) -> None:
        initial = {"version": situation.dilemma.version, **options.pop("initial", {})}
        super().__init__(data, initial=initial, **options)
        self.situation = situation
        self.offer()

    def offer(self) -> None:
        """Fill in what there is to choose; nothing, unless a form says so."""

    def grown(self) -> TaskForm:
        """Return the form with room for one more; a form without rows stays as it is."""
        return self

    @property
    def intent(self) -> Intent:
        """What the sender saw, and the key of this form."""
        return super().intent if self.minds_version else replace(super().intent, version=None)


class Who(TypedDict):
    """Who does something, when, and with which form."""

    actor: Actor
    at: datetime
    intent: Intent


@dataclass(frozen=True, slots=True)
class Order:
    """Everything that an operation is told: the checked words, what was chosen, and who does it when."""

    number: str
    words: Mapping[str, CheckedText]
    chosen: Mapping[str, Any]
    who: Who


def to_dossier(order: Order) -> str:
    """Return where most tasks lead: back to the dilemma."""
    return reverse("dilemma", args=[order.number])


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that stands already and that one wants to see while filling in a form."""

    label: str
    text: str
    address: str = ""
    """Where more of it is to be read, if anywhere."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What somebody else will read, shown before it is sent."""

    title: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do: its words, its form, the operation that does it, and what one sees first."""

    title: str
    text: str
    button: str
    done: str
    form: Callable[..., TaskForm]
    do: Callable[[Order], object]
    facts: Callable[[Situation], tuple[Fact, ...]] = lambda _situation: ()
    preview: Callable[[Situation, Order], Preview] | None = None
    shut: Callable[[Situation], str] = lambda _situation: ""
    """Says why it cannot be done any more once a colleague was first; empty while it can."""
    is_danger: bool = False
    lands: Callable[[Order], str] = to_dossier
    """Where one goes afterwards."""
    agenda: str = ""
    """The address of the agenda that one came from and goes back to; empty for who came from the dilemma."""
    initial: Mapping[str, Any] = field(default_factory=dict)

    @property
    def is_shown_first(self) -> bool:
        """Tell whether there is something to look at before it is done; a template cannot ask for `preview` itself."""
        return self.preview is not None


def carry_out(request: HttpRequest, situation: Situation, task: Task) -> HttpResponse:
    """Show what a task asks, or do it and go back to the dossier, or to the agenda that one came from."""
    if request.method != "POST":
        return _page(request, situation, task, task.form(situation, initial=task.initial))
    form = task.form(situation, request.POST, initial=task.initial)
    if MORE in request.POST:
        return _page(request, situation, task, form.grown())
    checked = check_form(form)
    if not checked.passed:
        return _page(request, situation, task, form, proofs=checked.proofs, status=UNPROCESSABLE)
    order = _order(situation, form, checked.words)
    if task.preview and CONFIRMED not in request.POST:
        return _page(request, situation, task, form, preview=task.preview(situation, order))
    return _do(request, situation, task, form, order)


def _do(request: HttpRequest, situation: Situation, task: Task, form: TaskForm, order: Order) -> HttpResponse:
    try:
        task.do(order)
    except AlreadyTaken:
        pass  # the first click did it
    except SomeoneWasFirst:
        return _conflict(request, task, form)
    except REFUSALS as refused:
        return _refused(request, situation, task, form, refused)
    else:
        messages.success(request, task.done)
    return redirect(task.agenda or task.lands(order))


def _order(situation: Situation, form: TaskForm, words: Mapping[str, CheckedText]) -> Order:
    who = Who(actor=situation.actor, at=timezone.now(), intent=form.intent)
    return Order(situation.dilemma.number, words, form.cleaned_data, who)


def _conflict(request: HttpRequest, task: Task, form: TaskForm) -> HttpResponse:
    now = situation_here(request, form.situation.dilemma.number)
    show_instead(form, {"version": str(now.dilemma.version)})
    shut = task.shut(now)
    text = shut or someone_was_first(task.button)
    return _page(request, now, task, form, refusal=text, is_shut=bool(shut), status=CONFLICT)


def _refused(
    request: HttpRequest, situation: Situation, task: Task, form: TaskForm, refused: Exception
) -> HttpResponse:
    words = told(refused, situation)
    if words.field in form.fields:
        form.add_error(words.field, words.text)
        return _page(request, situation, task, form, status=UNPROCESSABLE)
    return _page(request, situation, task, form, refusal=words.text, status=CONFLICT)


def _page(
    request: HttpRequest, situation: Situation, task: Task, form: TaskForm, *, status: int = 200, **words: Any
) -> HttpResponse:
    known = {
        "task": task,
        "form": form,
        "facts": task.facts(situation),
        "dilemma": situation.dilemma,
        "question": question_of(situation),
        "back": task.agenda or reverse("dilemma", args=[situation.dilemma.number]),
        **words,
    }
    return render(request, "web/dilemmas/task.html", known, status=status)


def shut_page(
    request: HttpRequest, situation: Situation, *, title: str, why: str, plan_first: bool = False
) -> HttpResponse:
    """Say why something cannot be done to a dilemma now, to somebody who may read it."""
    words = {
        "dilemma": situation.dilemma,
        "question": question_of(situation),
        "title": title,
        "why": why,
        "plan_first": plan_first,
    }
    return render(request, "web/dilemmas/shut.html", words, status=FORBIDDEN)


def question_of(situation: Situation) -> str:
    """Return the question as this reader may see it; empty where it is not shared, or was removed."""
    dilemma = situation.dilemma
    if dilemma.admitted_at is not None and hasattr(dilemma, "shared"):
        return dilemma.shared.question
    if situation.actor.standing.is_secretariat and hasattr(dilemma, "original"):
        return dilemma.original.question
    return ""
