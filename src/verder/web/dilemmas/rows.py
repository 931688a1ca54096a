"""Lines of dilemmas in words that are ready to read, so that a long table has nothing left to work out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from verder.domain.ladder import responsible_now
from verder.domain.rungs import ENDS, Rung
from verder.web.templatetags.verder import mini_journey, tlp
from verder.web.words import PARTY_WORDS, RUNG_WORDS
from verder.web.words.dates import day_in_words

if TYPE_CHECKING:
    from django.utils.functional import Promise

    from verder.deliberation.queries.lines import Line

INVITATIONS: dict[str, Promise] = {
    Rung.INTAKE: gettext_lazy("Beoordeel"),
    Rung.AWAITING_SUBMITTER: gettext_lazy("Bekijk de vraag"),
    Rung.AWAITING_PLATFORM: gettext_lazy("Zet op agenda"),
    Rung.AWAITING_WORKING_GROUP: gettext_lazy("Vorm een groep"),
    Rung.AWAITING_COUNCIL: gettext_lazy("Zet op agenda"),
    Rung.FOLLOW_UP: gettext_lazy("Volg op"),
}
OPEN = gettext_lazy("Open")


@dataclass(frozen=True, slots=True)
class Row:
    """One dilemma in a work table."""

    number: str
    address: str
    question: str
    where: SafeString
    whose_turn: str
    when: str | SafeString
    label: SafeString
    handler: str
    invitation: str


def rows(lines: Iterable[Line], *, today: date, invitation: str = "", place: str = "") -> tuple[Row, ...]:
    """Put lines of dilemmas in words; each leads to its dossier, or to a place in it by another invitation."""
    dossiers, language = reverse("dilemma", args=["0"])[:-1], get_language() or ""
    return tuple(
        Row(
            number=line.number,
            address=f"{dossiers}{line.number}{place}",
            question=line.question or _wordless(line.rung),
            where=_where(line.rung, language),
            whose_turn=_whose_turn(line.rung, line.next_date, today, language),
            when=_when(line.next_date, today, language),
            label=tlp(line.tlp),
            handler=line.handler,
            invitation=invitation or _invitation(line.rung, language),
        )
        for line in lines
    )


@lru_cache(maxsize=128)
def _where(rung: str, _language: str) -> SafeString:
    return format_html("{} {}", mini_journey(rung), RUNG_WORDS[Rung(rung)].title)


@lru_cache(maxsize=1024)
def _whose_turn(rung: str, next_date: date | None, today: date, _language: str) -> str:
    party = responsible_now(Rung(rung), next_date, today)
    return capfirst(str(PARTY_WORDS[party])) if party else ""


@lru_cache(maxsize=1024)
def _when(next_date: date | None, today: date, _language: str) -> str | SafeString:
    if next_date is None:
        return ""
    words = day_in_words(next_date, today=today)
    return format_html('<span class="verder-alert-text">{}</span>', words) if next_date < today else words


@lru_cache(maxsize=128)
def _invitation(rung: str, _language: str) -> str:
    return str(INVITATIONS.get(rung, OPEN))


def _wordless(rung: str) -> str:
    return _("De tekst is weggehaald") if rung in ENDS else _("Nog niet gedeeld")
