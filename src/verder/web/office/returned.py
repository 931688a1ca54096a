"""What the office reads about the mailbox for mail that comes back: whether there is one, and whether it is read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from verder.post.imap import Trouble, place_of
from verder.post.models import ReturnBox
from verder.post.queries import return_box

IS_READ_WITHIN = timedelta(hours=3)
TROUBLES = {
    Trouble.AWAY: gettext_lazy("De mailserver geeft geen antwoord. Controleer de naam en de poort."),
    Trouble.CERTIFICATE: gettext_lazy("Het certificaat van de mailserver klopt niet. Vraag wie de mailserver beheert."),
    Trouble.LOGIN: gettext_lazy("De mailserver weigert de naam of het wachtwoord."),
    Trouble.FOLDER: gettext_lazy("De map in de mailbox bestaat niet."),
    Trouble.BROKEN_OFF: gettext_lazy("De mailserver brak het lezen af. Verder leest over een uur opnieuw."),
}


@dataclass(frozen=True, slots=True)
class ReturnedMail:
    """How it goes with the mailbox, in words."""

    words: str
    is_wrong: bool = False


def returned_mail(*, at: datetime) -> ReturnedMail:
    """Tell whether mail that comes back is read."""
    if not settings.BOUNCE_IMAP:
        words = _("Er is geen mailbox voor mail die later terugkomt. Verder ziet alleen wat meteen wordt geweigerd.")
        return ReturnedMail(words)
    box = return_box(place_of(settings.BOUNCE_IMAP).hash)
    if box is None:
        return ReturnedMail(_("De mailbox voor mail die terugkomt is nog niet gelezen. Dat gebeurt elk uur."))
    if box.trouble:
        words = f"{_('De mailbox kan niet worden gelezen.')} {TROUBLES[Trouble(box.trouble)]}"
        return ReturnedMail(words, is_wrong=True)
    return _read(box, at=at)


def _read(box: ReturnBox, *, at: datetime) -> ReturnedMail:
    when = {"when": date_format(timezone.localtime(box.tried_at), "j F Y H:i")}
    if at - box.tried_at > IS_READ_WITHIN:
        words = _("De mailbox is sinds %(when)s niet gelezen. Kijk of het werkproces van Verder draait.") % when
        return ReturnedMail(words, is_wrong=True)
    return ReturnedMail(_("De mailbox voor mail die terugkomt wordt elk uur gelezen, het laatst op %(when)s.") % when)
