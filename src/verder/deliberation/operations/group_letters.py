"""Letters about a seat in a working group: a link and the last day, never what the group works on."""

from __future__ import annotations

from datetime import date
from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from verder.network.models import Body
from verder.post.owe import Letter


def asked_as_specialist(group: Body, ends_on: date, *, is_new: bool) -> Letter:
    """Write the letter that asks a specialist from outside; who is new reads how one comes in."""
    said = _(
        "U bent als specialist gevraagd voor een werkgroep, tot en met %(day)s. "
        "U ziet alleen deze werkgroep, en uw toegang stopt vanzelf.\n\n"
        "Ga naar de werkgroep (u logt eerst in, met dit e-mailadres):\n\n%(link)s\n"
    )
    first = _(
        "\nU krijgt dan een code per mail. Een wachtwoord is er niet. De eerste keer stelt u ook een tweede stap in.\n"
        "Verwachtte u dit bericht niet? Dan hoeft u niets te doen.\n"
    )
    body = said % {"day": date_format(ends_on, "j F Y"), "link": way_to(group)}
    return Letter(subject=_("U bent gevraagd voor een werkgroep"), body=body + first if is_new else body)


def access_changed(group: Body, ends_on: date) -> Letter:
    """Write the letter that gives a specialist another last day."""
    return Letter(
        subject=_("Uw toegang tot een werkgroep heeft een andere datum"),
        body=_("U hebt toegang tot en met %(day)s. Waarom, leest u bij de werkgroep (u logt eerst in):\n\n%(link)s\n")
        % {"day": date_format(ends_on, "j F Y"), "link": way_to(group)},
    )


def access_ends(group: Body, ends_on: date) -> Letter:
    """Write the letter that tells a specialist that their access ends soon."""
    return Letter(
        subject=_("Uw toegang tot een werkgroep stopt binnenkort"),
        body=_(
            "U hebt toegang tot en met %(day)s. Daarna stopt uw toegang vanzelf. Wilt u nog iets afmaken? Doe dat voor "
            "die dag, of vraag de werkgroep om een latere datum (u logt eerst in):\n\n%(link)s\n"
        )
        % {"day": date_format(ends_on, "j F Y"), "link": way_to(group)},
    )


def access_of_specialist_ends(group: Body, ends_on: date) -> Letter:
    """Write the letter that tells who looks after a group that the access of a specialist ends soon."""
    return Letter(
        subject=_("De toegang van een specialist stopt binnenkort"),
        body=_(
            "Een specialist in een werkgroep heeft toegang tot en met %(day)s. Daarna stopt de toegang vanzelf. Is de "
            "specialist langer nodig? Geef dan een latere datum (u logt eerst in):\n\n%(link)s\n"
        )
        % {"day": date_format(ends_on, "j F Y"), "link": way_to(group)},
    )


def access_ended(group: Body) -> Letter:
    """Write the letter that says that somebody's access has ended, with thanks."""
    return Letter(
        subject=_("Uw toegang tot een werkgroep is gestopt"),
        body=_(
            "Uw toegang tot een werkgroep is gestopt. Dank u wel voor uw hulp. "
            "Waarom, leest u hier (u logt eerst in):\n\n%(link)s\n"
        )
        % {"link": way_to(group)},
    )


def way_to(group: Body) -> str:
    """Return the address where one logs in and then sees the inside of a group; who is logged in goes on at once."""
    inside = reverse("group", args=[group.key])
    return f"{settings.BASE_URL}{reverse('account_login')}?{urlencode({'next': inside})}"
