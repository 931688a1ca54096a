"""What an organisation reads in its mail: a neutral title and its personal link; nothing in it watches."""

from __future__ import annotations

from django.utils.translation import gettext as _

from verder.distribution.links import link_of
from verder.distribution.models import Recipient
from verder.post.owe import Letter


def there_is_guidance(recipient: Recipient) -> Letter:
    """Bring an organisation its personal link."""
    return Letter(
        subject=_("Nieuwe kennis voor uw organisatie"),
        body=_(
            "Er is nieuwe kennis voor professionals. U leest die hier, zonder account. Op deze pagina laat u ook weten "
            "dat u het kreeg, en aan hoeveel collega’s u het doorgaf:\n\n%(link)s\n\n"
            "Deze link is van uw organisatie. Wij zien pas iets als u op een knop drukt; openen alleen zien wij niet. "
            "Is deze mail niet voor u? Geef hem dan aan wie binnen uw organisatie kennis verspreidt.\n"
        )
        % {"link": link_of(recipient.secret)},
    )


def did_it_arrive(recipient: Recipient) -> Letter:
    """Ask once whether it arrived."""
    return Letter(
        subject=_("Kreeg uw organisatie dit?"),
        body=_(
            "Wij stuurden uw organisatie nieuwe kennis voor professionals. Wij weten nog niet of die is aangekomen. "
            "Laat u het weten? Dat kan met één knop, zonder account:\n\n%(link)s\n\n"
            "Wij vragen dit één keer. U hoeft verder niets te doen.\n"
        )
        % {"link": link_of(recipient.secret)},
    )
