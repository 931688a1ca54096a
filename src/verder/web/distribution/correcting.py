"""Correcting the address of one organisation, and sending to it again."""

from __future__ import annotations

import uuid
from functools import partial
from typing import TYPE_CHECKING

from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from verder.distribution.models import Recipient
from verder.distribution.operations import correcting as operations
from verder.distribution.queries import recipient_of
from verder.web.asking import Asked, answer
from verder.web.distribution.forms import AddressForm
from verder.web.distribution.pieces import piece_at
from verder.web.standing import for_secretariat, standing

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from verder.web.checking import CheckedForm

REFUSALS = {
    operations.ArrivedAlready: gettext_lazy(
        "Er is niets verstuurd: deze organisatie liet weten dat zij het heeft. U hoeft niets te doen."
    ),
    operations.StillOnItsWay: gettext_lazy(
        "Er is niets verstuurd: de vorige mail is nog onderweg. Wacht tot u ziet of hij aankomt."
    ),
}


@for_secretariat
def send_again(request: HttpRequest, slug: str, recipient: uuid.UUID) -> HttpResponse:
    """Correct an address, and send to that one again."""
    piece = piece_at(request, slug)
    try:
        seen = recipient_of(piece, recipient)
    except Recipient.DoesNotExist as missing:
        raise Http404 from missing
    asked = Asked(
        _("Opnieuw versturen aan %(name)s") % {"name": seen.organisation.name},
        _("Bewaar en verstuur"),
        _("Het adres is bewaard. De mail wordt verstuurd, met een nieuwe link."),
        reverse("guidance-reach", args=[slug]),
        lead=_(
            "Klopt het adres niet, of was er geen? Verbeter het hier. Alleen deze organisatie krijgt opnieuw een mail."
        ),
        refusals=REFUSALS,
    )

    def do(form: AddressForm, _checked: CheckedForm) -> str:
        operations.send_to(
            piece.key,
            recipient,
            address=form.cleaned_data["email"],
            standing=standing(request),
            at=timezone.now(),
            request_key=form.cleaned_data["request_key"],
        )
        return asked.back

    return answer(request, asked, partial(AddressForm, initial={"email": seen.organisation.email}), do=do)
