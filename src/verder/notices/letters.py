"""What subscribers read in their mail: a neutral title, a link to the page, and always a way to stop."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from verder.deliberation.models import PublicOutcomes
from verder.deliberation.operations.naming import meeting_in_mail, which_meeting
from verder.network.models import Body
from verder.notices.links import Purpose, link_to
from verder.notices.models import Subscription
from verder.post.owe import Letter


def topic_of(body: Body | None) -> str:
    """Name what somebody subscribes to."""
    return body.name if body else _("alle overleggen")


def please_confirm(subscription: Subscription) -> Letter:
    """Ask whoever reads the mail of an address to confirm; without that nothing follows."""
    return Letter(
        subject=_("Bevestig dat u bericht wilt over uitkomsten"),
        body=_(
            "Iemand vroeg om op dit adres bericht te krijgen als er uitkomsten zijn (%(topic)s). Wilt u dat? Open dan "
            "deze link en kies ‘Ja’:\n\n%(link)s\n\n"
            "De link werkt 7 dagen. Vroeg u dit niet aan? Doe dan niets: wij vergeten uw adres na 7 dagen.\n"
        )
        % {"topic": topic_of(subscription.body), "link": link_to(subscription.key, Purpose.CONFIRM)},
    )


def stands_already(subscription: Subscription) -> Letter:
    """Say that a subscription stands already; the page that it was asked on says the same to everyone."""
    stop = link_to(subscription.key, Purpose.STOP)
    return Letter(
        subject=_("U krijgt al bericht over uitkomsten"),
        body=_(
            "Iemand vroeg om op dit adres bericht te krijgen als er uitkomsten zijn (%(topic)s). Dat krijgt u al. U "
            "hoeft niets te doen.\n\nWilt u geen bericht meer? Stop het hier:\n\n%(link)s\n"
        )
        % {"topic": topic_of(subscription.body), "link": stop},
        unsubscribe=stop,
    )


def there_are_outcomes(outcomes: PublicOutcomes, subscription: Subscription) -> Letter:
    """Tell of the outcomes of a meeting: its body and day, and where they can be read."""
    stop = link_to(subscription.key, Purpose.STOP)
    return Letter(
        subject=_("Uitkomsten: %(meeting)s") % {"meeting": meeting_in_mail(outcomes.meeting)},
        body=_(
            "De uitkomsten van een vergadering staan online.\n\n%(meeting)s\n\nIedereen mag ze lezen en delen:"
            "\n\n%(link)s\n\n"
            "Wilt u geen bericht meer? Stop het hier:\n\n%(stop)s\n"
        )
        % {
            "meeting": which_meeting(outcomes.meeting),
            "link": settings.BASE_URL + reverse("outcomes", args=[outcomes.key]),
            "stop": stop,
        },
        unsubscribe=stop,
    )
