"""The desk at which guidance is written, read by a second person, published, and taken back to be mended."""

from __future__ import annotations

import uuid
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any, TypedDict

from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from verder.deliberation.actor import Actor
from verder.deliberation.models import WorkingGroup
from verder.deliberation.operations.groups import add_product
from verder.deliberation.queries.groups import group_to_work_for
from verder.domain.tlp import Tlp
from verder.guidance.models import Publication, PublicationKind, PublicationState
from verder.guidance.operations import publish as operations
from verder.guidance.queries import aid_of, piece_in_hands, publications_visible_to, second_readers
from verder.network.standing import Standing
from verder.web.asking import Asked, VersionForm, answer
from verder.web.guidance.forms import PublishForm, ReaderForm, RewriteForm, TakeBackForm, WriteForm
from verder.web.guidance.reading import read
from verder.web.guidance.waiting import leftovers
from verder.web.standing import for_community, for_secretariat, standing

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from verder.web.checking import CheckedForm

REFUSALS = {
    operations.ChangedMeanwhile: gettext_lazy(
        "Er is niets bewaard: een collega was u voor. Open het concept in een ander tabblad, bekijk wat er veranderd "
        "is en probeer het opnieuw. Wat u typte, staat er nog."
    ),
    operations.MayNotReadSecond: gettext_lazy(
        "Er is niemand gevraagd: deze persoon kan geen tweede lezer zijn. Kies iemand uit het secretariaat, het "
        "Platform of het Beraad, die dit stuk niet schreef."
    ),
    operations.NeedsASecondReader: gettext_lazy(
        "Het stuk is niet gepubliceerd: u schreef de laatste versie. Vraag een tweede lezer."
    ),
    operations.AidNotSound: gettext_lazy(
        "Het stuk is niet gepubliceerd: wie de keuzehulp volgt, zou vastlopen. Open het concept: daar staat in welke "
        "stap iets ontbreekt."
    ),
    operations.ReviewDateHasPassed: gettext_lazy(
        "Het stuk is niet gepubliceerd: de datum bij ‘Geldig tot’ is voorbij. Kies een dag die nog komt."
    ),
}


@for_community
def write(request: HttpRequest) -> HttpResponse:
    """Start a piece of guidance, for a working group if the address names one."""
    group = _group(request)
    back = reverse("group", args=[group.body.key]) if group else reverse("guidance-drafts")
    asked = Asked(_("Een stuk schrijven"), _("Bewaar als concept"), _("Het concept is bewaard."), back)

    def do(form: WriteForm, checked: CheckedForm) -> str:
        at, key = timezone.now(), form.cleaned_data["request_key"]
        try:
            publication = operations.write(_draft(form, checked), standing=standing(request), at=at, request_key=key)
        except operations.DoneAlready as before:
            return reverse("guidance-draft", args=[before.key])
        if group:
            add_product(group, publication, actor=Actor(standing(request)), at=at)
        return reverse("guidance-draft", args=[publication.key])

    return answer(request, asked, WriteForm, do=do)


def _group(request: HttpRequest) -> WorkingGroup | None:
    said = request.GET.get("werkgroep", "")
    if not said:
        return None
    try:
        return group_to_work_for(uuid.UUID(said), standing(request))
    except (ValueError, WorkingGroup.DoesNotExist) as unknown:
        raise Http404 from unknown


def _draft(form: WriteForm, checked: CheckedForm) -> operations.Draft:
    words = checked.words
    return operations.Draft(PublicationKind(form.cleaned_data["kind"]), words["title"], words["summary"], words["text"])


@for_community
def edit(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Change a draft."""
    publication = _piece_here(request, key)
    if _is_too_late(request, publication):
        return redirect("guidance", publication.slug)
    asked = _asked(request, publication, _("Concept bewerken"), _("Bewaar"), _("Het concept is bewaard."))
    now = {name: getattr(publication, name) for name in ("version", "kind", "title", "summary", "text")}

    def do(form: RewriteForm, checked: CheckedForm) -> str:
        operations.rewrite(key, _draft(form, checked), **_who(request, form))
        return asked.back

    return answer(request, asked, partial(RewriteForm, initial=now), do=do)


@for_community
def ask_reader(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Ask somebody to read a draft as second person."""
    publication = _piece_here(request, key)
    if _is_too_late(request, publication):
        return redirect("guidance", publication.slug)
    readers = {
        str(one.opaque_id): one for one in second_readers(on=timezone.localdate(), besides=publication.written_by)
    }
    asked = _asked(
        request,
        publication,
        _("Een tweede lezer vragen"),
        _("Vraag deze lezer"),
        _("De tweede lezer kan het concept nu lezen en krijgt een mail."),
        lead=_("Niemand publiceert alleen. De tweede lezer kijkt of alles klopt en of er niets in staat wat niet mag."),
    )

    def do(form: ReaderForm, _checked: CheckedForm) -> str:
        operations.ask_second_reader(key, readers[form.cleaned_data["reader"]], **_who(request, form))
        return asked.back

    now = {"version": publication.version}
    return answer(request, asked, partial(ReaderForm, readers=readers.values(), initial=now), do=do)


@for_community
def publish(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Publish a draft as its second reader, with the whole text before one's eyes."""
    publication = _piece_here(request, key)
    if _is_too_late(request, publication):
        return redirect("guidance", publication.slug)
    if standing(request).person == publication.written_by:
        raise Http404
    aid = aid_of(publication)
    asked = _asked(
        request,
        publication,
        _("Nalezen en publiceren"),
        _("Publiceer"),
        _("Het stuk is gepubliceerd."),
        onwards=reverse("guidance", args=[publication.slug]),
        template="web/guidance/publish.html",
        words={
            "publication": publication,
            "reading": read(publication.text),
            "aid": aid,
            "leftovers": leftovers(publication, aid),
        },
    )

    def do(form: PublishForm, _checked: CheckedForm) -> str:
        given = form.cleaned_data
        operations.publish(
            key,
            tlp=Tlp(given["tlp"]),
            review_on=given["review_on"],
            repeats_nothing=given["repeats_nothing"],
            **_who(request, form),
        )
        return asked.onwards

    return answer(request, asked, partial(PublishForm, initial={"version": publication.version}), do=do)


@for_secretariat
def take_back(request: HttpRequest, slug: str) -> HttpResponse:
    """Make a draft of what was published, so that it can be mended."""
    try:
        publication = publications_visible_to(standing(request)).get(slug=slug)
    except Publication.DoesNotExist as missing:
        raise Http404 from missing
    asked = Asked(
        _("Terughalen naar concept"),
        _("Haal terug"),
        _("Het stuk is weer een concept. Lezers zien het niet meer."),
        reverse("guidance", args=[slug]),
        onwards=reverse("guidance-draft", args=[publication.key]),
        lead=_("Lezers zien ‘%(title)s’ dan niet meer, tot het opnieuw is nagelezen en gepubliceerd.")
        % {"title": publication.title},
        is_danger=True,
        refusals=REFUSALS,
    )

    def do(form: TakeBackForm, _checked: CheckedForm) -> str:
        operations.take_back(publication.key, **_who(request, form))
        return asked.onwards

    return answer(request, asked, partial(TakeBackForm, initial={"version": publication.version}), do=do)


class Who(TypedDict):
    """Who does something, when, and with which form."""

    version: int
    standing: Standing
    at: datetime
    request_key: uuid.UUID


def _who(request: HttpRequest, form: VersionForm) -> Who:
    given = form.cleaned_data
    return Who(
        version=given["version"], standing=standing(request), at=timezone.now(), request_key=given["request_key"]
    )


def _asked(request: HttpRequest, publication: Publication, title: str, button: str, done: str, **more: Any) -> Asked:
    back = reverse("guidance-draft", args=[publication.key])
    version_now = lambda: _piece_here(request, publication.key).version  # noqa: E731 -- read only after a refusal
    return Asked(title, button, done, back, refusals=REFUSALS, version_now=version_now, **more)


def _is_too_late(request: HttpRequest, publication: Publication) -> bool:
    """Tell whether somebody opens the desk of a piece that is published; what was typed before that is not lost."""
    return request.method != "POST" and publication.state == PublicationState.PUBLISHED


def _piece_here(request: HttpRequest, key: uuid.UUID) -> Publication:
    try:
        return piece_in_hands(standing(request), key=key)
    except Publication.DoesNotExist as missing:
        raise Http404 from missing
