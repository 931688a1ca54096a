"""What stands in a dossier, in words that are ready to read."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from verder.deliberation.models import NARRATIVE_FIELDS, Commitment
from verder.deliberation.operations.checked import IN_A_FILE
from verder.deliberation.operations.sharing import REWRITTEN_ON
from verder.deliberation.queries.dossier import Kind
from verder.domain.rungs import ENDS, Party, Rung
from verder.domain.tlp import Tlp
from verder.textcheck import Label
from verder.web.components import Message
from verder.web.dilemmas.openings import open_steps, shut_steps, whose_turn
from verder.web.dilemmas.tasks import question_of
from verder.web.dilemmas.way import history, stations
from verder.web.files.rows import rows_of
from verder.web.proof import KINDS
from verder.web.words.dossier import CHANNELS, HOW_SEEN, NARRATIVE
from verder.web.words.promises import state_in_words
from verder.workspace.queries.texts import worksheets_about

if TYPE_CHECKING:
    from verder.deliberation.models import Dilemma, Original, SharedVersion
    from verder.deliberation.queries.dossier import Dossier, Said


@dataclass(frozen=True, slots=True)
class Remark:
    """A note between colleagues, or an exemption of the text check: who or what, when, and the words."""

    by: str
    when: date | None
    text: str


@dataclass(frozen=True, slots=True)
class Promised:
    """A promise, and how far it has come."""

    promise: Commitment
    state: Promise
    is_late: bool


def dossier_words(dossier: Dossier) -> dict[str, object]:
    """Lay out a dossier for its page; what only the secretariat may see is left out for anyone else."""
    situation, dilemma = dossier.situation, dossier.dilemma
    words = {
        "dossier": dossier,
        "dilemma": dilemma,
        "question": question_of(situation) or _wordless(dilemma),
        "stations": stations(dossier),
        "shared": _shared(dossier),
        "submitter": _submitter(dossier),
        "history": history(dossier),
        "rows": rows_of(dossier.files, dilemma, route="dilemma-file"),
        "worksheets": list(worksheets_about(dilemma, situation.actor.standing)),
        "promises": [_promised(one, situation.today) for one in dossier.promises],
        "open": open_steps(situation),
        "shut": shut_steps(situation),
        "whose_turn": whose_turn(situation),
    }
    return {**words, **_for_secretariat(dossier)} if dossier.is_for_secretariat else words


def _promised(promise: Commitment, today: date) -> Promised:
    return Promised(promise, state_in_words(promise, today=today), promise.has_lapsed(today))


def _wordless(dilemma: Dilemma) -> str:
    return _("De tekst is weggehaald") if Rung(dilemma.rung) in ENDS else _("Nog niet gedeeld")


def _shared(dossier: Dossier) -> list[tuple[str, str]]:
    dilemma = dossier.dilemma
    if not hasattr(dilemma, "shared") or not (dilemma.admitted_at or dossier.is_for_secretariat):
        return []
    return narrative(dilemma.shared)[bool(dilemma.admitted_at) :]  # its question is the title of the page then


def narrative(text: Original | SharedVersion) -> list[tuple[str, str]]:
    """List the parts of a text that were filled in, each under its name."""
    parts = [(str(NARRATIVE[name]), getattr(text, name)) for name in NARRATIVE_FIELDS]
    return [(label, words) for label, words in parts if words]


def _submitter(dossier: Dossier) -> list[tuple[str, str]]:
    submitter = dossier.dilemma.submitter
    if not dossier.names_submitter:
        return []
    name = submitter.name or (submitter.person.name if submitter.person else "")
    lines = [(_("Naam"), name), (_("Organisatie"), submitter.organisation), (_("Rol"), submitter.role)]
    if dossier.is_for_secretariat:
        lines.append((_("E-mail"), submitter.email))
        lines.append((_("Kwam binnen"), str(CHANNELS[submitter.channel])))
    return [(label, words) for label, words in lines if words]


def _for_secretariat(dossier: Dossier) -> dict[str, object]:
    dilemma = dossier.dilemma
    return {
        "original": narrative(dilemma.original) if hasattr(dilemma, "original") else [],
        "seen": _seen(dilemma),
        "is_unseen": hasattr(dilemma, "shared") and dilemma.shared.seen_at is None,
        "conversation": [_message(said) for said in dossier.words(Kind.MESSAGE)],
        "unread": max(
            (one.pk for one in dossier.words(Kind.MESSAGE) if one.about == Party.SUBMITTER and one.read_at is None),
            default=None,
        ),
        "awaited": next(
            (one.answer_by for one in reversed(dossier.said) if one.answer_by and not one.answered_at), None
        ),
        "notes": [Remark(said.who, _day(said), said.text) for said in dossier.words(Kind.NOTE)],
        "exemptions": [_exemption(said) for said in dossier.words(Kind.EXEMPTION)],
        "readers": [said.who for said in dossier.words(Kind.READER)],
        "is_rewritable": dossier.situation.rung in REWRITTEN_ON,
        "is_red": dilemma.tlp == Tlp.RED,
        "may_be_mine": dilemma.handler_id != _own_key(dossier),
        "request_key": uuid.uuid4(),
    }


def _own_key(dossier: Dossier) -> int | None:
    person = dossier.situation.actor.standing.person
    return person.pk if person else None


def _seen(dilemma: Dilemma) -> str:
    if not hasattr(dilemma, "shared") or dilemma.shared.seen_at is None:
        return ""
    return str(HOW_SEEN[dilemma.shared.how_seen])


def _message(said: Said) -> Message:
    if said.about == Party.SUBMITTER:
        return Message(_("Inbrenger"), _day(said), said.text)
    who = said.who or _("Secretariaat")
    asked = _("%(who)s vroeg") if said.answer_by else _("%(who)s schreef")
    return Message(asked % {"who": who}, _day(said), said.text, own=True)


def _exemption(said: Said) -> Remark:
    field = _("bestand") if said.about == IN_A_FILE else NARRATIVE.get(said.about)
    kind = str(KINDS[Label(said.who)])
    return Remark(f"{kind}, {str(field).lower()}" if field else kind, _day(said), said.text)


def _day(said: Said) -> date | None:
    return timezone.localdate(said.at) if said.at else None
