"""The letters of this room: a neutral title, and a link to what asks for somebody."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from verder.post.owe import Letter


def please_read(key: uuid.UUID) -> Letter:
    """Write the letter that asks somebody to read a draft as second person; its title stays inside."""
    return Letter(
        subject=_("U bent gevraagd als tweede lezer"),
        body=_(
            "Een collega vraagt u een stuk na te lezen voordat het wordt gepubliceerd. "
            "U leest het hier (u logt eerst in):\n\n%(link)s\n"
        )
        % _to_draft(key),
    )


def please_mend(key: uuid.UUID) -> Letter:
    """Write the letter that tells a writer that the second reader sent a draft back; what must change stays inside."""
    return Letter(
        subject=_("Uw tweede lezer vraagt een aanpassing"),
        body=_(
            "Een collega las een stuk van u na en vraagt u iets te veranderen voordat het wordt gepubliceerd. "
            "U leest hier wat (u logt eerst in):\n\n%(link)s\n"
        )
        % _to_draft(key),
    )


def please_look_again(key: uuid.UUID) -> Letter:
    """Write the letter that asks an owner whether a piece still holds; its title stays inside."""
    return Letter(
        subject=_("Klopt dit stuk nog?"),
        body=_(
            "U bent eigenaar van een stuk waarvan de datum bij ‘Geldig tot’ dichtbij komt. Kijk of het nog klopt. "
            "Klopt het nog, of moet er iets anders? Begin dan een volgende versie. Geldt het niet meer? Vraag het "
            "secretariaat om het in te trekken. Na die datum staat er op de pagina dat het verlopen is. "
            "U logt eerst in:\n\n%(link)s\n"
        )
        % _to_draft(key),
    )


def is_out_of_date(key: uuid.UUID) -> Letter:
    """Write the letter that tells an owner that the date of a piece has passed, and that its page says so."""
    return Letter(
        subject=_("Een stuk van u is verlopen"),
        body=_(
            "U bent eigenaar van een stuk waarvan de datum bij ‘Geldig tot’ voorbij is. Op de pagina en op papier "
            "staat nu dat het verlopen is. Geldt het nog? Begin dan een volgende versie met een nieuwe datum. Geldt "
            "het niet meer? Vraag het secretariaat om het in te trekken. U logt eerst in:\n\n%(link)s\n"
        )
        % _to_draft(key),
    )


def a_reader_told(key: uuid.UUID) -> Letter:
    """Write the letter that says that a reader told how it went; what they told stays inside."""
    return Letter(
        subject=_("Een lezer vertelt hoe het ging"),
        body=_(
            "Iemand gebruikte een stuk waar u over gaat, en vertelt of het hielp. Volgt er vandaag meer, dan krijgt u "
            "daarvan geen nieuwe mail. U leest het hier (u logt eerst in):\n\n%(link)s\n"
        )
        % {"link": settings.BASE_URL + reverse("guidance-feedback", args=[key])},
    )


def _to_draft(key: uuid.UUID) -> dict[str, str]:
    return {"link": settings.BASE_URL + reverse("guidance-draft", args=[key])}
