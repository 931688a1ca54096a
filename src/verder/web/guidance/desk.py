"""What the pages of the desk share: whose draft it is, who does something with it, and what is said of a refusal."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypedDict

from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy

from verder.guidance.models import Publication, PublicationState
from verder.guidance.operations import publish as operations
from verder.guidance.operations.editions import BegunAlready
from verder.guidance.operations.pen import ChangedMeanwhile
from verder.guidance.operations.review import MayNotOwn
from verder.guidance.queries import piece_in_hands
from verder.network.standing import Standing
from verder.web.asking import Asked, VersionForm
from verder.web.standing import standing

if TYPE_CHECKING:
    from django.http import HttpRequest

REFUSALS = {
    ChangedMeanwhile: gettext_lazy(
        "Er is niets bewaard: een collega was u voor. Open het concept in een ander tabblad, bekijk wat er veranderd "
        "is en probeer het opnieuw. Wat u typte, staat er nog."
    ),
    operations.NotReady: gettext_lazy(
        "Er is niets gepubliceerd of teruggegeven: er ontbreekt nog iets. Open het concept: daar staat wat."
    ),
    operations.PrincipleChanged: gettext_lazy(
        "Het stuk is niet gepubliceerd: het Platform heeft het gedeelde uitgangspunt veranderd. Lees de nieuwe tekst "
        "hieronder en toets het stuk opnieuw."
    ),
    operations.WordsNotJudged: gettext_lazy(
        "Het stuk is niet gepubliceerd: de tekstcontrole houdt woorden tegen. Zeg dat zij mogen staan, of laat de "
        "schrijver ze veranderen. Een echt nummer van een persoon of een rekening mag nooit blijven staan."
    ),
    BegunAlready: gettext_lazy(
        "Er is niets begonnen: iemand schrijft al aan de volgende versie. Kijk bij de concepten, of vraag het "
        "secretariaat."
    ),
    MayNotOwn: gettext_lazy(
        "Er is niets veranderd: deze persoon kan geen eigenaar zijn. Kies iemand uit het secretariaat, het Platform of "
        "het Beraad."
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


class Who(TypedDict):
    """Who does something, when, and with which form."""

    version: int
    standing: Standing
    at: datetime
    request_key: uuid.UUID


def who(request: HttpRequest, form: VersionForm) -> Who:
    """Tell an operation who does something, as of which version, and with which form."""
    given = form.cleaned_data
    return Who(
        version=given["version"], standing=standing(request), at=timezone.now(), request_key=given["request_key"]
    )


def asked_of(request: HttpRequest, publication: Publication, title: str, button: str, done: str, **more: Any) -> Asked:
    """Describe a page that asks something about a draft."""
    back = reverse("guidance-draft", args=[publication.key])
    version_now = lambda: piece_here(request, publication.key).version  # noqa: E731 -- read only after a refusal
    return Asked(title, button, done, back, refusals=REFUSALS, version_now=version_now, **more)


def is_too_late(request: HttpRequest, publication: Publication) -> bool:
    """Tell whether somebody opens the desk of what is no draft any more; what was typed before that is not lost."""
    return request.method != "POST" and publication.state != PublicationState.DRAFT


def page_of(publication: Publication) -> str:
    """Return the address at which readers find a piece, also when it became an earlier edition of another."""
    return reverse("guidance", args=[(publication.edition_of or publication.succeeds or publication).slug])


def piece_here(request: HttpRequest, key: uuid.UUID) -> Publication:
    """Find a piece in the hands of who asks."""
    try:
        return piece_in_hands(standing(request), key=key)
    except Publication.DoesNotExist as missing:
        raise Http404 from missing
