"""What the secretariat fills in to look after a dilemma, besides the steps of the ladder."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from verder.deliberation.models import NARRATIVE_FIELDS, HowSeen
from verder.deliberation.queries.dossier import conversation_of
from verder.deliberation.queries.people import named_readers_of, people_at_work, secretariat_on
from verder.domain.rungs import Rung
from verder.domain.tlp import Tlp, is_wider
from verder.network.queries import themes
from verder.web.checking import FreeText
from verder.web.dilemmas.steps.page import DayBox, name_of
from verder.web.dilemmas.tasks import TaskForm
from verder.web.words.dossier import NARRATIVE
from verder.web.words.labels import TLP_IN_SHORT

LONG = 8000
OFFERED = 500


class SharedVersionForm(TaskForm):
    """The version that others read; at first it says what the submitter wrote."""

    def offer(self) -> None:
        """Ask each part of the dilemma, filled with the shared version so far, or else with the original."""
        dilemma = self.situation.dilemma
        source = getattr(dilemma, "shared", None) or getattr(dilemma, "original", None)
        for name in NARRATIVE_FIELDS:
            is_needed = name in {"question", "situation"}
            self.fields[name] = FreeText(
                label=NARRATIVE[name],
                rows=8 if name == "situation" else 3,
                max_length=500 if name == "question" else LONG,
                required=is_needed,
                attrs={"class": "verder-input--question"} if name == "question" else {},
            )
            self.initial.setdefault(name, getattr(source, name, ""))


class SeenForm(TaskForm):
    """How the submitter came to know the shared version, where that was not on their own page."""

    how = forms.ChoiceField(
        label=gettext_lazy("Hoe heeft de inbrenger de gedeelde versie gezien?"),
        choices=[
            (HowSeen.BY_TELEPHONE, gettext_lazy("Wij bespraken de tekst aan de telefoon")),
            (HowSeen.NO_REPLY, gettext_lazy("Er kwam geen reactie binnen de tijd die daarvoor staat")),
        ],
        widget=forms.RadioSelect,
    )


class HandlerForm(TaskForm):
    """Who handles a dilemma."""

    handler = forms.TypedChoiceField(label=gettext_lazy("Behandelaar"), coerce=int, widget=forms.RadioSelect)

    def offer(self) -> None:
        """Offer the secretariat of today."""
        self.people = {one.pk: one for one in secretariat_on(self.situation.today).select_related("organisation")}
        _choose(self, "handler", [(one.pk, name_of(one)) for one in self.people.values()])

    def clean_handler(self) -> object:
        """Put the person in the place of their key."""
        return self.people[self.cleaned_data["handler"]]


class ThemeForm(TaskForm):
    """Which phenomenon a dilemma is about."""

    theme = forms.TypedChoiceField(
        label=gettext_lazy("Thema"), coerce=int, empty_value=None, required=False, widget=forms.RadioSelect
    )

    def offer(self) -> None:
        """Offer the themes that people have set."""
        _choose(self, "theme", [("", _("Geen thema")), *((theme.pk, theme.name) for theme in themes())])
        self.initial.setdefault("theme", self.situation.dilemma.theme_id or "")


class LabelForm(TaskForm):
    """A stricter label."""

    tlp_label = forms.TypedChoiceField(label=gettext_lazy("TLP-label"), coerce=Tlp, widget=forms.RadioSelect)

    def offer(self) -> None:
        """Offer the labels that are not wider than the one it has."""
        now = Tlp(self.situation.dilemma.tlp)
        allowed = [label for label in reversed(Tlp) if not is_wider(label, now)]
        _choose(self, "tlp_label", [(label, f"{label}: {TLP_IN_SHORT[label]}") for label in allowed])
        self.initial.setdefault("tlp_label", now)


class ReaderForm(TaskForm):
    """Somebody who may read a dilemma under TLP:RED."""

    reader = forms.TypedChoiceField(label=gettext_lazy("Wie mag dit ook lezen?"), coerce=int)

    def offer(self) -> None:
        """Offer everybody who works with content."""
        self.people = {one.pk: one for one in people_at_work(self.situation.today)[:OFFERED]}
        _choose(self, "reader", [("", _("Kies")), *((one.pk, name_of(one)) for one in self.people.values())])

    def clean_reader(self) -> object:
        """Put the person in the place of their key."""
        return self.people[self.cleaned_data["reader"]]


class NamedReaderForm(TaskForm):
    """Somebody who was named as reader, and no longer reads it."""

    reader = forms.TypedChoiceField(
        label=gettext_lazy("Wie leest dit niet meer?"), coerce=int, widget=forms.RadioSelect
    )

    def offer(self) -> None:
        """Offer the readers that were named."""
        self.people = {one.pk: one for one in named_readers_of(self.situation.dilemma)[:OFFERED]}
        _choose(self, "reader", [(one.pk, name_of(one)) for one in self.people.values()])

    def clean_reader(self) -> object:
        """Put the person in the place of their key."""
        return self.people[self.cleaned_data["reader"]]


class MessageForm(TaskForm):
    """A message to the submitter; on later rungs it may ask for an answer by a date."""

    minds_version = False
    last_read = forms.IntegerField(widget=forms.HiddenInput, required=False)
    text = FreeText(
        label=gettext_lazy("Uw bericht aan de inbrenger"),
        help_text=gettext_lazy("De inbrenger leest dit."),
        rows=7,
        error_messages={"required": gettext_lazy("Schrijf een bericht.")},
    )
    answer_by = forms.DateField(
        label=gettext_lazy("Antwoord graag voor"),
        help_text=gettext_lazy("Alleen als u iets vraagt. Het dilemma blijft staan waar het staat."),
        widget=DayBox,
        required=False,
    )

    def offer(self) -> None:
        """Remember what was read of the conversation; leave the date out at intake, where a question is a step."""
        self.conversation = conversation_of(self.situation.dilemma)
        self.initial.setdefault("last_read", max((one.pk for one in self.conversation), default=None))
        if self.situation.rung in {Rung.INTAKE, Rung.AWAITING_SUBMITTER}:
            del self.fields["answer_by"]


class NoteForm(TaskForm):
    """A note between colleagues."""

    minds_version = False
    text = FreeText(
        label=gettext_lazy("Nieuwe notitie"),
        help_text=gettext_lazy("Alleen voor het secretariaat. De inbrenger ziet dit nooit."),
        rows=4,
        error_messages={"required": gettext_lazy("Schrijf een notitie.")},
    )


def _choose(form: forms.Form, name: str, choices: list[tuple[Any, Any]]) -> None:
    field = form.fields[name]
    if isinstance(field, forms.ChoiceField):
        field.choices = choices
