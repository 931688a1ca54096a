"""Forms on the submitter's pages. Each carries a key of its own, so that a second click does nothing."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from verder.deliberation.models import KnownTo
from verder.web.asking import OnceForm
from verder.web.checking import FreeText
from verder.web.intake.forms import KNOWN_TO, label_choices

CHECKED_TOO = _("Ook deze tekst wordt eerst gecontroleerd op namen, nummers en adressen.")


class CodeForm(forms.Form):
    """Asks for the receipt code; capitals, spaces and hyphens do not matter."""

    code = forms.CharField(
        label=_("Uw ontvangstcode"),
        help_text=_("Zestien letters en cijfers. Hoofdletters, spaties en streepjes maken niet uit."),
        max_length=60,
        widget=forms.TextInput(
            attrs={"class": "verder-input--code", "autocomplete": "off", "autocapitalize": "off", "spellcheck": "false"}
        ),
        error_messages={"required": _("Vul uw ontvangstcode in.")},
    )


class AddressForm(forms.Form):
    """Asks for a mail address."""

    email = forms.EmailField(
        label=_("Uw e-mailadres"),
        widget=forms.EmailInput(attrs={"class": "verder-input--short", "autocomplete": "email"}),
        error_messages={"required": _("Vul uw e-mailadres in.")},
    )


class KeyedForm(OnceForm):
    """One of several forms on a page, each sent once."""

    def __init__(self, data: Any = None, *, initial: Any = None) -> None:
        super().__init__(data, initial=initial, auto_id=f"{type(self).__name__.lower()}_%s")


class VersionedForm(KeyedForm):
    """A form about the dilemma as it stood on the page."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class SayForm(KeyedForm):
    """Something to add, to ask or to tell."""

    text = FreeText(
        label=_("Wilt u iets toevoegen?"),
        help_text=CHECKED_TOO,
        error_messages={"required": _("Schrijf eerst wat u wilt zeggen.")},
    )


class ChangeForm(SayForm):
    """What should be different in the shared text."""

    def __init__(self, data: Any = None, *, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        self.fields["text"].label = _("Wat moet er anders?")


class ReplyForm(KeyedForm):
    """The answer to the secretariat's question."""

    answer = FreeText(
        label=_("Uw antwoord"), help_text=CHECKED_TOO, error_messages={"required": _("Schrijf eerst uw antwoord.")}
    )


class SharingForm(VersionedForm):
    """How far the shared text may travel."""

    tlp = forms.ChoiceField(
        label=_("Hoe ver mag dit verder verteld worden?"), choices=label_choices, widget=forms.RadioSelect
    )


class KnownForm(KeyedForm):
    """Who may know the submitter."""

    known_to = forms.ChoiceField(
        label=_("Wie mag weten wie u bent?"),
        choices=[(KnownTo(known), words) for known, words in KNOWN_TO.items()],
        widget=forms.RadioSelect,
    )


class MailForm(KeyedForm):
    """Whether a letter comes at every step."""

    wants_mail = forms.BooleanField(label=_("Stuur mij een bericht bij elke stap"), required=False)


class NewAddressForm(KeyedForm):
    """Where letters go; empty for nowhere."""

    email = forms.EmailField(
        label=_("E-mailadres"),
        help_text=_("Laat het leeg als u geen berichten meer wilt. Dan wissen wij het adres."),
        required=False,
        widget=forms.EmailInput(attrs={"class": "verder-input--short", "autocomplete": "email"}),
    )


class ReasonForm(VersionedForm):
    """Why a dilemma is withdrawn."""

    reason = FreeText(
        label=_("Waarom trekt u het in?"),
        help_text=_("Eén zin is genoeg. Het secretariaat leest hem."),
        rows=3,
        max_length=1000,
        error_messages={"required": _("Schrijf in één zin waarom.")},
    )


class HelpedForm(KeyedForm):
    """Whether the outcome helped."""

    helped = forms.TypedChoiceField(
        label=_("Hielp dit u verder?"),
        choices=[("yes", _("Ja, dit hielp mij")), ("no", _("Nee, dit hielp niet"))],
        coerce=lambda said: said == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies ja of nee.")},
    )
