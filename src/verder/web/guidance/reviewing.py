"""The second reader's side of the desk: asked to read, and then to publish a piece or to send it back."""

from __future__ import annotations

import uuid
from functools import partial
from typing import TYPE_CHECKING

from django.http import Http404
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from verder.guidance.operations import publish as operations
from verder.guidance.operations import review
from verder.guidance.queries import current_principle, possible_owners, second_readers
from verder.web.asking import answer
from verder.web.guidance.desk import asked_of, is_too_late, page_of, piece_here, who
from verder.web.guidance.forms import OwnerForm, PublishForm, ReaderForm, SendBackForm
from verder.web.guidance.piece import piece_of
from verder.web.guidance.waiting import leftovers, missing_before
from verder.web.standing import for_community, standing

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from verder.web.checking import CheckedForm


@for_community
def ask_reader(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Ask somebody to read a draft as second person."""
    publication = piece_here(request, key)
    if is_too_late(request, publication):
        return redirect(page_of(publication))
    readers = {
        str(one.opaque_id): one for one in second_readers(on=timezone.localdate(), besides=publication.written_by)
    }
    asked = asked_of(
        request,
        publication,
        _("Een tweede lezer vragen"),
        _("Vraag deze lezer"),
        _("De tweede lezer kan het concept nu lezen en krijgt een mail."),
        lead=_("Niemand publiceert alleen. De tweede lezer kijkt of alles klopt en of er niets in staat wat niet mag."),
    )

    def do(form: ReaderForm, _checked: CheckedForm) -> str:
        operations.ask_second_reader(key, readers[form.cleaned_data["reader"]], **who(request, form))
        return asked.back

    now = {"version": publication.version}
    return answer(request, asked, partial(ReaderForm, readers=readers.values(), initial=now), do=do)


@for_community
def publish(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Publish a draft as its second reader, with the whole text before one's eyes."""
    publication = piece_here(request, key)
    if is_too_late(request, publication):
        return redirect(page_of(publication))
    if standing(request).person == publication.written_by:
        raise Http404
    principle, piece = current_principle(), piece_of(publication)
    pointed_at = leftovers(publication, piece)
    asked = asked_of(
        request,
        publication,
        _("Nalezen en publiceren"),
        _("Publiceer"),
        _("Het stuk is gepubliceerd."),
        onwards=page_of(publication),
        template="web/guidance/publish.html",
        words={
            "publication": publication,
            "piece": piece,
            "principle": principle,
            "missing": missing_before(publication, piece, principle, standing(request)),
            "leftovers": pointed_at,
        },
    )

    def do(form: PublishForm, _checked: CheckedForm) -> str:
        operations.publish(key, form.release, **who(request, form))
        return asked.onwards

    now = {"version": publication.version, "principle": principle.number if principle else 0}
    new_form = partial(PublishForm, points_at_words=bool(pointed_at), initial=now)
    return answer(request, asked, new_form, do=do)


@for_community
def send_back(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Send a draft back to its writer, and say what must change."""
    publication = piece_here(request, key)
    if is_too_late(request, publication):
        return redirect(page_of(publication))
    if standing(request).person == publication.written_by:
        raise Http404
    asked = asked_of(
        request,
        publication,
        _("Teruggeven aan de schrijver"),
        _("Geef terug"),
        _("De schrijver krijgt een mail en leest wat er anders moet."),
        lead=_("Niemand kan het stuk publiceren voordat het is veranderd."),
    )

    def do(form: SendBackForm, checked: CheckedForm) -> str:
        review.send_back(key, checked.words["words"], **who(request, form))
        return asked.back

    return answer(request, asked, partial(SendBackForm, initial={"version": publication.version}), do=do)


@for_community
def hand_over(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Choose who answers for a piece once it is published."""
    publication = piece_here(request, key)
    if is_too_late(request, publication):
        return redirect(page_of(publication))
    owners = {str(one.opaque_id): one for one in possible_owners(on=timezone.localdate())}
    asked = asked_of(
        request,
        publication,
        _("Een eigenaar kiezen"),
        _("Bewaar"),
        _("De eigenaar is gekozen."),
        lead=_("De eigenaar kijkt later of het stuk nog klopt."),
    )

    def do(form: OwnerForm, _checked: CheckedForm) -> str:
        review.hand_over(key, owners[form.cleaned_data["owner"]], **who(request, form))
        return asked.back

    now = {"version": publication.version, "owner": str(publication.owner.opaque_id)}
    return answer(request, asked, partial(OwnerForm, owners=owners.values(), initial=now), do=do)
