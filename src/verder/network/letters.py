"""The letters of this room: neutral, short, with a code or a link to where one logs in."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from verder.post.owe import Letter


def login_code(code: str) -> Letter:
    """Write the letter with a code to log in with."""
    return Letter(
        subject=_("Uw inlogcode voor Verder"),
        body=_(
            "Uw code is: %(code)s\n\n"
            "Vul de code in op het scherm waar u hem aanvroeg. De code werkt een kwartier en één keer.\n"
            "Vroeg u geen code aan? Dan hoeft u niets te doen. Geef de code aan niemand.\n"
        )
        % {"code": code},
    )


def invitation() -> Letter:
    """Write the letter that tells someone that they have an account."""
    return Letter(
        subject=_("U kunt inloggen bij Verder"),
        body=_(
            "Er is een account voor u gemaakt. Log in met dit e-mailadres:\n\n"
            "%(link)s\n\n"
            "U krijgt dan een code per mail. Een wachtwoord is er niet. "
            "De eerste keer stelt u ook een tweede stap in.\n"
            "Verwachtte u dit bericht niet? Dan hoeft u niets te doen.\n"
        )
        % {"link": _login_address()},
    )


def account_changed() -> Letter:
    """Write the letter that tells someone that their account changed, to be sure that they wanted it."""
    return Letter(
        subject=_("Er is iets veranderd aan uw account"),
        body=_(
            "Uw account bij Verder is veranderd. Wat er is veranderd ziet u als u inlogt, bij Mijn account:\n\n"
            "%(link)s\n\n"
            "Deed u dit niet zelf en weet u er niet van? Neem dan meteen contact op met het secretariaat.\n"
        )
        % {"link": _login_address()},
    )


def _login_address() -> str:
    return settings.BASE_URL + reverse("account_login")
