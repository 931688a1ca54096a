"""The sections of the form: their titles, the tips that go with them, and how they stand in its table of contents."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from verder.web.components import Part

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from django import forms
    from django.forms.boundfield import BoundField
    from django.utils.functional import Promise

    from verder.web.coaching.remarks import Coaching
    from verder.web.proof import Proof


@dataclass(frozen=True, slots=True)
class Outline:
    """A section as it is planned: which fields it holds, under which title, and with which tips."""

    anchor: str
    short: Promise
    title: Promise
    fields: tuple[str, ...]
    tips_title: Promise | str = ""
    tips: tuple[Promise, ...] = ()
    note: str = ""
    """A template with what else there is to say."""


@dataclass(frozen=True, slots=True)
class Question:
    """A field as it stands in a section, with the proof of its text when something was found, or advice on it."""

    field: BoundField
    proof: Proof | None = None
    coaching: Coaching | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A section as it stands on the page."""

    outline: Outline
    questions: tuple[Question, ...] = field(default_factory=tuple)

    @property
    def part(self) -> Part:
        """The section as an entry in the table of contents."""
        wrong = any(question.proof or question.field.errors for question in self.questions)
        return Part(str(self.outline.short), self.outline.anchor, is_filled=self._is_filled, is_wrong=wrong)

    @property
    def _is_filled(self) -> bool:
        return any(question.field.value() not in {None, "", question.field.initial} for question in self.questions)


OUTLINES = (
    Outline(
        "vraag",
        _("Uw vraag"),
        _("Waar twijfelt u over?"),
        ("question",),
        _("Tips voor een goede vraag"),
        (
            _("Begin liever met mag, kan, moet, wil of durf dan met hoe."),
            _("Houd het bij één keuze. Staat er een komma in? Dan zijn het er vaak twee."),
            _("Vijftien woorden zijn meestal genoeg."),
            _("Laat open wat het antwoord is."),
        ),
    ),
    Outline(
        "situatie",
        _("Situatie"),
        _("Wat is de situatie?"),
        ("situation", "involved"),
        _("Tips voor de situatie"),
        (
            _("Schrijf op wat iemand doet, niet wie iemand is."),
            _("Laat namen, adressen, nummers en data weg. ‘Een leerling van dertien’ is genoeg."),
            _("Noem het verschijnsel, nooit een groep mensen."),
            _("Houd feiten en wat u ervan vindt uit elkaar. Uw mening past verderop."),
        ),
    ),
    Outline("afweging", _("Afweging"), _("Wat weegt u af?"), ("one_side", "other_side", "options", "own_view")),
    Outline(
        "hulpvraag",
        _("Hulpvraag"),
        _("Wat heeft u nodig?"),
        ("tried", "blocked", "asked", "decides"),
    ),
    Outline(
        "bijlagen",
        _("Bijlagen"),
        _("Hoort er een bestand bij?"),
        ("attachments",),
        note="web/intake/note_on_files.html",
    ),
    Outline(
        "delen",
        _("Delen"),
        _("Met wie mogen wij dit delen?"),
        ("theme", "presenter", "tlp"),
        note="web/intake/note_on_sharing.html",
    ),
    Outline(
        "over-u",
        _("Over u"),
        _("Wie bent u?"),
        ("role", "name", "organisation", "email", "known_to"),
        note="web/intake/note_on_you.html",
    ),
)


def lay_out(
    form: forms.Form, proofs: Sequence[Proof], advice: Mapping[str, Coaching] = MappingProxyType({})
) -> tuple[Section, ...]:
    """Lay the form out in its sections, each text with its proof and with the advice that was asked."""
    by_field = {proof.field: proof for proof in proofs}
    return tuple(
        Section(
            outline,
            tuple(
                Question(form[name], by_field.get(name), advice.get(name))
                for name in outline.fields
                if name in form.fields
            ),
        )
        for outline in OUTLINES
    )


def contents_of(sections: Sequence[Section]) -> tuple[Part, ...]:
    """List the sections for the table of contents; the last one is sending it."""
    return (*(section.part for section in sections), Part(str(_("Versturen")), "versturen"))
