"""Letters about a date that is near or over: a number and a link, never what a dilemma says."""

from __future__ import annotations

from enum import StrEnum

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from verder.deliberation.links import Purpose, link_to
from verder.deliberation.models import Action, Dilemma, Submitter, WorkingGroup
from verder.deliberation.operations.group_letters import way_to
from verder.domain.rungs import Rung
from verder.post.owe import Letter


class Kind(StrEnum):
    """Whether the date is still to come."""

    BEFORE = "before"
    AFTER = "after"


def about_dilemma(dilemma: Dilemma, kind: Kind) -> Letter:
    """Write the letter that reminds whoever is to act of a dilemma, or says that its date has passed."""
    if dilemma.rung == Rung.WORKING_GROUP:
        return _asking_verdict(dilemma, kind)
    if kind is Kind.BEFORE:
        subject, asked = _("Herinnering: een dilemma wacht op u"), _("Bekijk het hier")
    else:
        subject = _("De datum van een dilemma is voorbij")
        asked = _("Het wacht op u. Zet een stap, of geef het een nieuwe datum met een reden")
    return _letter(subject, _date_of(_named(dilemma), kind), asked, _page_of(dilemma))


def _asking_verdict(dilemma: Dilemma, kind: Kind) -> Letter:
    asked = _(
        "Zeg wat eruit komt: wat de groep maakte, terug naar het Platform, vervallen of naar het Beraad. "
        "Lukt dat nog niet? Geef het een nieuwe datum met een reden"
    )
    return _letter(_("Wat komt er uit de werkgroep?"), _date_of(_named(dilemma), kind), asked, _page_of(dilemma))


def about_stay(group: WorkingGroup, kind: Kind) -> Letter:
    """Write the letter that asks a group that stays whether it still needs to."""
    if kind is Kind.BEFORE:
        said = _("De dag tot wanneer uw werkgroep blijft, komt dichterbij.")
    else:
        said = _("De dag tot wanneer uw werkgroep bleef, is voorbij. Een bijeenkomst plannen kan nu niet meer.")
    asked = _("Zeg per dilemma wat eruit komt, of laat de werkgroep langer blijven met een reden")
    return _letter(_("Wat komt er uit de werkgroep?"), said, asked, way_to(group.body))


def to_submitter(submitter: Submitter) -> Letter:
    """Write the letter that reminds a submitter of the secretariat's question."""
    return Letter(
        subject=_("Herinnering: er staat een vraag voor u klaar"),
        body=_("Het secretariaat wacht op uw antwoord. U leest de vraag en antwoordt hier:\n\n%(link)s\n")
        % {"link": link_to(submitter.dilemma.key, Purpose.OPEN, address=submitter.email)},
    )


def without_answer(dilemma: Dilemma) -> Letter:
    """Write the letter that tells the secretariat that no answer came to its question."""
    said = _date_of(_("uw vraag bij %(dilemma)s") % {"dilemma": _named(dilemma)}, Kind.AFTER)
    asked = _("De inbrenger antwoordde niet. Bekijk het hier")
    return _letter(_("Er kwam nog geen antwoord op een vraag"), said, asked, _page_of(dilemma))


def about_promise(dilemma: Dilemma, kind: Kind) -> Letter:
    """Write the letter that reminds a director of a promise, or says that its date has passed."""
    said = _date_of(_("uw toezegging bij %(dilemma)s") % {"dilemma": _named(dilemma)}, kind)
    return _letter(_("Herinnering: uw toezegging"), said, _("Laat weten hoe het staat"), _page_of(dilemma))


def about_action(action: Action, kind: Kind) -> Letter:
    """Write the letter that reminds somebody of an action, or says that its date has passed."""
    said = _date_of(_("een actie op uw naam"), kind)
    link = settings.BASE_URL + reverse("meeting-action", args=[action.key])
    return _letter(_("Herinnering: uw actie"), said, _("Meld haar klaar, of draag haar over"), link)


def _date_of(what: str, kind: Kind) -> str:
    """Say that the date of something comes near, or that it has passed."""
    said = (
        _("De datum van %(what)s komt dichterbij.") if kind is Kind.BEFORE else _("De datum van %(what)s is voorbij.")
    )
    return said % {"what": what}


def _named(dilemma: Dilemma) -> str:
    return _("dilemma %(number)s") % {"number": dilemma.number}


def _page_of(dilemma: Dilemma) -> str:
    return settings.BASE_URL + reverse("dilemma", args=[dilemma.number])


def _letter(subject: str, said: str, asked: str, link: str) -> Letter:
    """Write what is so and what is asked, with the way to where that is done, behind the login."""
    body = _("%(said)s %(asked)s (u logt eerst in):\n\n%(link)s\n") % {"said": said, "asked": asked, "link": link}
    return Letter(subject=subject, body=body)
