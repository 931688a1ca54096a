"""What the secretariat does to look after a dilemma, besides the steps of the ladder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from verder.deliberation.models import NARRATIVE_FIELDS, HowSeen
from verder.deliberation.operations import exchange, secretariat, sharing
from verder.deliberation.queries.dossier import conversation_of
from verder.domain.rungs import Party
from verder.domain.tlp import Tlp
from verder.web.dilemmas import keeping_forms as forms
from verder.web.dilemmas.finding import situation_here
from verder.web.dilemmas.steps.intake import shared_facts
from verder.web.dilemmas.tasks import Fact, Order, Task, carry_out, shut_page
from verder.web.standing import for_secretariat
from verder.web.words.dates import plain_day
from verder.web.words.dossier import NARRATIVE

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from verder.deliberation.queries.situation import Situation


HELD = gettext_lazy(
    "Een overleg heeft dit dilemma nu voor zich. De gedeelde versie kan weer veranderen als het terug is bij het "
    "secretariaat."
)


@for_secretariat
def shared_version(request: HttpRequest, number: str) -> HttpResponse:
    """Write the version that others read, with the original beside it."""

    def prepare(order: Order) -> object:
        return sharing.prepare_shared_version(order.number, words=order.words, **order.who)

    situation = situation_here(request, number)
    task = Task(
        title=_("Gedeelde versie"),
        text=_(
            "Dit is de tekst die anderen lezen. Haal weg waaraan iemand te herkennen is. De inbrenger ziet de tekst "
            "eerder dan alle anderen."
        ),
        button=_("Bewaar en toon aan de inbrenger"),
        done=_("De gedeelde versie is bewaard. De inbrenger kan haar nu bekijken."),
        form=forms.SharedVersionForm,
        do=prepare,
        facts=original_facts,
    )
    if request.method != "POST" and situation.rung not in sharing.REWRITTEN_ON:
        return shut_page(request, situation, title=task.title, why=str(HELD))
    return carry_out(request, situation, task)


def original_facts(situation: Situation) -> tuple[Fact, ...]:
    """Show what the submitter wrote."""
    original = getattr(situation.dilemma, "original", None)
    parts = [(str(NARRATIVE[name]), getattr(original, name, "")) for name in NARRATIVE_FIELDS]
    return tuple(
        Fact(_("%(part)s, zoals de inbrenger het schreef") % {"part": part}, text) for part, text in parts if text
    )


@for_secretariat
def seen(request: HttpRequest, number: str) -> HttpResponse:
    """Note how the submitter came to know the shared version."""

    def note(order: Order) -> object:
        return sharing.state_how_seen(order.number, how=HowSeen(order.chosen["how"]), **order.who)

    task = Task(
        title=_("Gezien door de inbrenger"),
        text=_("Leg vast hoe de inbrenger de gedeelde versie kent. Op de eigen pagina gaat dat vanzelf."),
        button=_("Leg vast"),
        done=_("Vastgelegd hoe de inbrenger de gedeelde versie kent."),
        form=forms.SeenForm,
        do=note,
        facts=shared_facts,
    )
    return carry_out(request, situation_here(request, number), task)


@for_secretariat
def handler(request: HttpRequest, number: str) -> HttpResponse:
    """Name who handles a dilemma."""

    def assign(order: Order) -> object:
        return secretariat.assign_handler(order.number, handler=order.chosen["handler"], **order.who)

    situation = situation_here(request, number)
    task = Task(
        title=_("Behandelaar"),
        text=_("De behandelaar krijgt de berichten over dit dilemma."),
        button=_("Bewaar"),
        done=_("De behandelaar is vastgelegd."),
        form=forms.HandlerForm,
        do=assign,
        initial={"handler": situation.dilemma.handler_id},
    )
    return carry_out(request, situation, task)


@for_secretariat
def theme(request: HttpRequest, number: str) -> HttpResponse:
    """Say which phenomenon a dilemma is about."""

    def choose(order: Order) -> object:
        return secretariat.set_theme(order.number, theme=order.chosen["theme"], **order.who)

    task = Task(
        title=_("Thema"),
        text=_("Over welk verschijnsel gaat dit dilemma? Kies nooit een groep mensen."),
        button=_("Bewaar"),
        done=_("Het thema is vastgelegd."),
        form=forms.ThemeForm,
        do=choose,
    )
    return carry_out(request, situation_here(request, number), task)


@for_secretariat
def label(request: HttpRequest, number: str) -> HttpResponse:
    """Give a dilemma a stricter label."""

    def narrow(order: Order) -> object:
        return sharing.change_label(order.number, tlp=Tlp(order.chosen["tlp_label"]), **order.who)

    task = Task(
        title=_("TLP-label"),
        text=_("U kunt het label beperken. Verruimen kan alleen de inbrenger, op de eigen pagina."),
        button=_("Bewaar"),
        done=_("Het label is vastgelegd."),
        form=forms.LabelForm,
        do=narrow,
    )
    return carry_out(request, situation_here(request, number), task)


@for_secretariat
def name_reader(request: HttpRequest, number: str) -> HttpResponse:
    """Name somebody who may read a dilemma under TLP:RED."""

    def name(order: Order) -> object:
        return sharing.name_reader(order.number, reader=order.chosen["reader"], **order.who)

    task = Task(
        title=_("Lezer noemen"),
        text=_("Onder TLP:RED leest alleen wie bij naam is genoemd."),
        button=_("Noem als lezer"),
        done=_("De lezer is genoemd."),
        form=forms.ReaderForm,
        do=name,
    )
    return carry_out(request, _red(request, number), task)


@for_secretariat
def remove_reader(request: HttpRequest, number: str) -> HttpResponse:
    """Take somebody off the named readers."""

    def remove(order: Order) -> object:
        return sharing.remove_reader(order.number, reader=order.chosen["reader"], **order.who)

    situation = _red(request, number)
    task = Task(
        title=_("Lezer weghalen"),
        text=_("Deze persoon kan het dilemma daarna niet meer lezen."),
        button=_("Haal weg"),
        done=_("De lezer is weggehaald."),
        form=forms.NamedReaderForm,
        do=remove,
        is_danger=True,
        lands=lambda order: _still_there(situation, order),
    )
    return carry_out(request, situation, task)


def _still_there(situation: Situation, order: Order) -> str:
    """Go to the list after taking oneself off the readers; the dossier no longer exists then."""
    is_self = order.chosen["reader"] == situation.actor.standing.person
    return reverse("dilemma-list") if is_self else reverse("dilemma", args=[order.number])


def _red(request: HttpRequest, number: str) -> Situation:
    situation = situation_here(request, number)
    if situation.dilemma.tlp != Tlp.RED:
        raise Http404
    return situation


@for_secretariat
def message(request: HttpRequest, number: str) -> HttpResponse:
    """Write to the submitter."""

    def send(order: Order) -> None:
        answer_by = order.chosen.get("answer_by")
        exchange.say(order.number, text=order.words["text"], answer_by=answer_by, **order.who)
        _mark_read(situation, order.chosen["last_read"])

    situation = situation_here(request, number)
    task = Task(
        title=_("Bericht aan de inbrenger"),
        text=_("De inbrenger krijgt een e-mail dat er nieuws is, en leest uw bericht op de eigen pagina."),
        button=_("Verstuur"),
        done=_("Uw bericht is verstuurd."),
        form=forms.MessageForm,
        do=send,
        facts=conversation_facts,
    )
    return carry_out(request, situation, task)


def conversation_facts(situation: Situation) -> tuple[Fact, ...]:
    """Show the last messages that were exchanged."""
    names = {Party.SUBMITTER: _("Inbrenger"), Party.SECRETARIAT: _("Secretariaat")}
    return tuple(
        Fact(f"{names[Party(one.party)]}, {plain_day(timezone.localdate(one.at), today=situation.today)}", one.text)
        for one in conversation_of(situation.dilemma)
    )


@for_secretariat
def note(request: HttpRequest, number: str) -> HttpResponse:
    """Write a note between colleagues."""

    def write(order: Order) -> object:
        return exchange.write_note(order.number, text=order.words["text"], **order.who)

    task = Task(
        title=_("Interne notitie"),
        text=_("Alleen voor het secretariaat. De inbrenger ziet dit nooit."),
        button=_("Bewaar notitie"),
        done=_("De notitie is bewaard."),
        form=forms.NoteForm,
        do=write,
    )
    return carry_out(request, situation_here(request, number), task)


@require_POST
@for_secretariat
def mark_read(request: HttpRequest, number: str) -> HttpResponse:
    """Note that what the submitter wrote was read."""
    last_read = request.POST.get("last_read", "")
    _mark_read(situation_here(request, number), int(last_read) if last_read.isdecimal() else None)
    messages.success(request, _("De berichten van de inbrenger zijn gelezen."))
    return redirect("dilemma", number)


def _mark_read(situation: Situation, last_read: int | None) -> None:
    if last_read is not None:
        exchange.mark_read(situation.dilemma, up_to=last_read, actor=situation.actor, at=timezone.now())
