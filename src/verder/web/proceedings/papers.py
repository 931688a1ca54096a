"""What goes out after a meeting: decision list, action list and minutes, each one document that gives all its forms.

Nothing of an item under TLP:RED stands in them. Under the Chatham House Rule no name and no organisation of anyone who
sits in the body or was there stands anywhere in them.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from enum import Enum, StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

from django.utils import timezone
from django.utils.translation import gettext as _

from verder.deliberation.queries.proceedings import Recorded, Sitting, is_readable
from verder.domain.rungs import Need
from verder.domain.tlp import DEFAULT, Tlp
from verder.paper.document import Block, Document, Facts, Heading, Paragraph, Quote, Small, Table, day_in_words
from verder.web.meetings.agenda import label_of, title_of
from verder.web.words.meetings import DECIDED_WORDS, ITEM_KIND_WORDS, became
from verder.web.words.needs import NEED
from verder.web.words.steps import STEP

if TYPE_CHECKING:
    from collections.abc import Mapping

    from verder.deliberation.models import Action, Commitment
    from verder.deliberation.queries.outcomes import Taken
    from verder.network.models import Person

Value = TypeVar("Value")
NO_BREAK = "\u00a0"


class Kind(StrEnum):
    """Which of the three documents it is; the value stands in its address."""

    DECISIONS = "besluitenlijst"
    ACTIONS = "actielijst"
    MINUTES = "verslag"


def document_of(
    sitting: Sitting, kind: Kind, *, steps: Mapping[int, Taken], as_it_leaves: Callable[[str], str]
) -> Document:
    """Write a document of a meeting for who may read it, each text of it as it may leave the room.

    `steps` says which step each dilemma took there: that is the decision where nobody wrote another one.
    """
    return with_texts(_MAKERS[kind](sitting, steps), as_it_leaves)


def with_texts(value: Value, change: Callable[[str], str]) -> Value:
    """Return a document, or a part of one, with every text in it changed."""
    changed: Any = value
    if isinstance(value, str) and not isinstance(value, Enum):
        changed = change(value)
    elif isinstance(value, tuple):
        changed = tuple(with_texts(part, change) for part in value)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
        changed = dataclasses.replace(value, **{name: with_texts(part, change) for name, part in fields.items()})
    result: Value = changed
    return result


def _decisions(sitting: Sitting, steps: Mapping[int, Taken]) -> Document:
    blocks: list[Block] = [*_who_and_where(sitting)]
    decided = [(one, made) for one in _open_ones(sitting) if (made := _decision(one, steps))]
    for one, made in decided:
        blocks += [*_head(one), *made]
    if not decided:
        blocks.append(Paragraph(_("Er zijn geen besluiten vastgelegd.")))
    return _document(sitting, _("Besluitenlijst"), blocks)


def _decision(one: Recorded, steps: Mapping[int, Taken]) -> list[Block]:
    """Tell what was decided at an item in one sentence, and what was said with the step that its dilemma took."""
    dilemma = one.point.dilemma
    taken = steps.get(dilemma.pk) if dilemma and _may_go_out(one) else None
    told = one.decision or (f"{STEP[taken.step].happened}." if taken else str(DECIDED_WORDS.get(one.point.state, "")))
    if not told:
        return []
    return [Quote(told), *(_said(taken) if taken else ())]


def _said(taken: Taken) -> list[Block]:
    pairs = [(str(NEED[need].label), text) for need, text in taken.words if need is not Need.MESSAGE_TO_SUBMITTER]
    pairs += [(_where(promise), _promised(promise)) for promise in taken.promises]
    return [block for label, text in pairs for block in (Small(label), Paragraph(text))]


def _where(promise: Commitment) -> str:
    return promise.organisation.name if promise.organisation else promise.forum


def _promised(promise: Commitment) -> str:
    day = day_in_words(promise.due_on)
    return _("%(text)s Klaar op %(day)s.") % {"text": promise.text, "day": day.replace(" ", NO_BREAK)}


def _actions(sitting: Sitting, _steps: Mapping[int, Taken]) -> Document:
    shown = [action for action in sitting.actions if not _is_red(action)]
    blocks: list[Block] = [_action_table(shown, sitting)] if shown else [Paragraph(_("Er zijn geen acties gegeven."))]
    return _document(sitting, _("Actielijst"), blocks)


def _minutes(sitting: Sitting, steps: Mapping[int, Taken]) -> Document:
    blocks: list[Block] = [*_who_and_where(sitting)]
    for one in _open_ones(sitting):
        blocks += _head(one)
        blocks += [Paragraph(part) for part in one.minutes.split("\n\n") if part.strip()]
        if made := _decision(one, steps):
            blocks += [Small(_("Besluit")), *made]
    shown = [action for action in sitting.actions if not _is_red(action)]
    if shown:
        blocks += [Heading(2, _("Acties")), _action_table(shown, sitting)]
    return _document(sitting, _("Verslag"), blocks)


_MAKERS: dict[Kind, Callable[[Sitting, Mapping[int, Taken]], Document]] = {
    Kind.DECISIONS: _decisions,
    Kind.ACTIONS: _actions,
    Kind.MINUTES: _minutes,
}


def _open_ones(sitting: Sitting) -> list[Recorded]:
    """Return the items with their words; of a confidential one only its number and state are left."""
    return [one if _may_go_out(one) else Recorded(one.point) for one in sitting.items]


def _may_go_out(one: Recorded) -> bool:
    dilemma = one.point.dilemma
    return is_readable(one.point) and not (dilemma and dilemma.tlp == Tlp.RED)


def _is_red(action: Action) -> bool:
    item = action.item
    return item is not None and item.dilemma is not None and item.dilemma.tlp == Tlp.RED


def _head(one: Recorded) -> list[Block]:
    kind, state = str(ITEM_KIND_WORDS[one.point.kind]), became(one.point.kind, one.point.state)
    return [Heading(2, title_of(one.point), str(one.point.number)), Small(f"{kind}, {state}")]


def _who_and_where(sitting: Sitting) -> list[Block]:
    meeting, held = sitting.meeting, sitting.proceedings
    moment = timezone.localtime(meeting.starts_at)
    pairs = [(_("Wanneer"), f"{day_in_words(moment.date())}, {moment:%H.%M} uur"), (_("Waar"), meeting.place)]
    if held and held.chatham_house:
        pairs.append((_("Aanwezig"), _("De Chatham House Rule geldt: wie er was, staat hier niet.")))
    elif sitting.present:
        pairs.append((_("Aanwezig"), "; ".join(_with_place(one) for one in sitting.present)))
    if held and held.approved_at and held.approved_in:
        day = day_in_words(held.approved_in.day)
        pairs.append((_("Vastgesteld"), _("in de vergadering van %(day)s") % {"day": day}))
    return [Facts(tuple(pair for pair in pairs if pair[1]))]


def _with_place(person: Person) -> str:
    return f"{person.name} ({person.organisation.name})" if person.organisation else person.name


def _action_table(actions: Sequence[Action], sitting: Sitting) -> Table:
    hidden = bool(sitting.proceedings and sitting.proceedings.chatham_house)
    rows = tuple(
        (
            action.text,
            _("bekend bij het secretariaat") if hidden else action.owner.name,
            day_in_words(action.due_on),
            _("klaar") if action.done_at else _("te doen"),
        )
        for action in actions
    )
    return Table(_("Wat er te doen is"), (_("Actie"), _("Wie"), _("Klaar op"), _("Stand")), rows)


def _document(sitting: Sitting, kind: str, blocks: Sequence[Block]) -> Document:
    meeting, held = sitting.meeting, sitting.proceedings
    return Document(
        title=f"{kind} {meeting.body.name}, {day_in_words(meeting.day).replace(' ', NO_BREAK)}",
        kind=kind,
        date=meeting.day,
        tlp=label_of([one.point for one in sitting.items]) or DEFAULT,
        blocks=tuple(blocks),
        issuer=meeting.body.name,
        mark="" if held and held.approved_at else _("concept"),
    )
