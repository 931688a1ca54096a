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
        % {"link": settings.BASE_URL + reverse("guidance-draft", args=[key])},
    )


def a_reader_told(key: uuid.UUID) -> Letter:
    """Write the letter that says that a reader told how it went; what they told stays inside."""
    return Letter(
        subject=_("Een lezer vertelt hoe het ging"),
        body=_(
            "Iemand heeft een stuk van u gebruikt en vertelt of het hielp. Volgt er vandaag meer, dan krijgt u daarvan "
            "geen nieuwe mail. U leest het hier (u logt eerst in):\n\n%(link)s\n"
        )
        % {"link": settings.BASE_URL + reverse("guidance-feedback", args=[key])},
    )
