"""The form of a dilemma. Only the question and the situation are needed; the rest helps others to understand."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from verder.deliberation.models import KnownTo, Presenter
from verder.domain.tlp import DEFAULT, Tlp
from verder.network.queries import themes
from verder.textcheck import Label, check
from verder.web.checking import FreeText
from verder.web.files.fields import FilesField
from verder.web.proof import KINDS
from verder.web.templatetags.verder import tlp
from verder.web.words.labels import TLP_IN_SHORT

LONG = 8000
PRESENTERS = {
    Presenter.SECRETARIAT: _("Het secretariaat"),
    Presenter.PARTICIPANT: _("Een deelnemer van het Platform"),
    Presenter.SUBMITTER: _("Ikzelf"),
}
KNOWN_TO = {
    KnownTo.SECRETARIAT: _("Alleen het secretariaat"),
    KnownTo.BODIES: _("Ook de leden van elk overleg waar mijn dilemma komt"),
}


def label_choices() -> list[tuple[Tlp, SafeString]]:
    """List the TLP labels from strict to wide, each with what it means here."""
    return [(label, format_html("<span>{} {}</span>", tlp(label), TLP_IN_SHORT[label])) for label in reversed(Tlp)]


def only_a_name(written: str) -> None:
    """Refuse numbers and addresses where a name is asked; the name itself is the writer's own to give."""
    kinds = {str(KINDS[one.label]).lower() for one in check(written, allowed=frozenset()) if one.label != Label.PERSON}
    if kinds:
        found = ", ".join(sorted(kinds))
        raise forms.ValidationError(
            _("Hier staat meer dan een naam: %(found)s. Haal dat weg."), params={"found": found}
        )


class IntakeForm(forms.Form):
    """A dilemma as it is put in."""

    question = FreeText(
        label=_("Uw vraag"),
        help_text=_("Schrijf één vraag op, zonder het antwoord al in te vullen."),
        rows=3,
        max_length=500,
        attrs={"class": "verder-input--question"},
        coach="question",
        error_messages={"required": _("Schrijf uw vraag op. Een eerste poging is genoeg.")},
    )
    situation = FreeText(
        label=_("Wat speelt er?"),
        help_text=_("Alleen feiten. Wat ziet en hoort u? Hoe lang al? Waarom is het nu lastig?"),
        rows=8,
        max_length=LONG,
        error_messages={"required": _("Schrijf op wat er speelt. Een paar zinnen zijn genoeg.")},
    )
    involved = FreeText(
        label=_("Wie zijn erbij betrokken?"),
        help_text=_("Noem rollen en geen namen. Bijvoorbeeld: een leerling, een ouder, de school, de wijkagent."),
        rows=3,
        required=False,
    )
    one_side = FreeText(
        label=_("Wat pleit voor de ene keuze?"),
        help_text=_("Denk aan waarden, rechten en belangen. Een recht is iets anders dan een belang."),
        rows=3,
        required=False,
    )
    other_side = FreeText(label=_("Wat pleit voor de andere keuze?"), rows=3, required=False)
    options = FreeText(
        label=_("Wat kunt u doen, en wat gebeurt er dan?"),
        help_text=_("Noem ook mogelijkheden die u zelf niet zou kiezen."),
        rows=3,
        required=False,
    )
    own_view = FreeText(
        label=_("Wat vindt u er zelf van?"),
        help_text=_("Dit is uw persoonlijke mening. Zij staat apart van de feiten, zodat lezers het verschil zien."),
        rows=3,
        required=False,
    )
    tried = FreeText(label=_("Wat is al geprobeerd?"), rows=3, required=False)
    blocked = FreeText(
        label=_("Waarop liep het vast?"),
        help_text=_("Bijvoorbeeld: ik mag iets niet delen, niemand is ervoor verantwoordelijk, er is geen hulp."),
        rows=3,
        required=False,
    )
    asked = FreeText(
        label=_("Wat vraagt u van anderen?"),
        help_text=_("Bijvoorbeeld: ervaring, advies, een besluit, een regel die verandert."),
        rows=3,
        required=False,
    )
    decides = FreeText(
        label=_("Wie mag hierover beslissen?"),
        help_text=_("Noem een functie of organisatie, geen persoon. Weet u het niet? Schrijf dat dan op."),
        rows=2,
        max_length=1000,
        required=False,
    )
    attachments = FilesField(label=_("Wilt u iets meesturen?"), required=False)
    theme = forms.TypedChoiceField(label=_("Waar gaat het over?"), coerce=int, empty_value=None, required=False)
    presenter = forms.ChoiceField(
        label=_("Wie legt het dilemma voor aan het Platform?"),
        choices=list(PRESENTERS.items()),
        widget=forms.RadioSelect,
        initial=Presenter.SECRETARIAT,
    )
    tlp = forms.ChoiceField(
        label=_("Hoe ver mag dit verder verteld worden?"),
        choices=label_choices,
        widget=forms.RadioSelect,
        initial=DEFAULT,
    )
    role = FreeText(
        label=_("Vanuit welke rol schrijft u?"),
        help_text=_("Bijvoorbeeld: leerplichtambtenaar, wijkagent, jeugdbeschermer. Zo begrijpen anderen uw vraag."),
        rows=1,
        max_length=120,
        required=False,
        attrs={"class": "verder-input--short"},
    )
    name = forms.CharField(
        label=_("Uw naam"),
        max_length=120,
        required=False,
        validators=[only_a_name],
        widget=forms.TextInput(attrs={"class": "verder-input--short", "autocomplete": "name"}),
    )
    organisation = forms.CharField(
        label=_("Uw organisatie"),
        max_length=150,
        required=False,
        validators=[only_a_name],
        widget=forms.TextInput(attrs={"class": "verder-input--short", "autocomplete": "organization"}),
    )
    email = forms.EmailField(
        label=_("Uw e-mailadres"),
        help_text=_(
            "U krijgt eerst een e-mail om het adres te bevestigen. Daarna krijgt u bij elke stap een kort bericht met "
            "een link. Er staat nooit iets over de inhoud in."
        ),
        required=False,
        widget=forms.EmailInput(attrs={"class": "verder-input--short", "autocomplete": "email"}),
    )
    known_to = forms.ChoiceField(
        label=_("Wie mag weten wie u bent?"),
        choices=list(KNOWN_TO.items()),
        widget=forms.RadioSelect,
        initial=KnownTo.SECRETARIAT,
    )
    request_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen = [(theme.pk, theme.name) for theme in themes()]
        self.fields["theme"].choices = [("", _("Weet ik niet")), *chosen]  # type: ignore[attr-defined]


class AccountForm(IntakeForm):
    """The same for somebody with an account, whose name and address are known; it says so when it is sent."""

    as_account = forms.BooleanField(widget=forms.HiddenInput, initial=True, required=False)

    name = None  # type: ignore[assignment]
    organisation = None  # type: ignore[assignment]
    email = None  # type: ignore[assignment]
