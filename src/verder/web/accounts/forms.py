"""What people fill in on the way in, and about their own account."""

from __future__ import annotations

from textwrap import wrap

from allauth.account.forms import ConfirmLoginCodeForm, RequestLoginCodeForm
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django import forms
from django.utils.translation import gettext_lazy as _

from verder.web.changing import VersionedForm


def _code_box(keyboard: str) -> forms.TextInput:
    return forms.TextInput(
        attrs={"class": "verder-input--code", "autocomplete": "one-time-code", "inputmode": keyboard, "maxlength": 20}
    )


def _app_code() -> forms.CharField:
    return forms.CharField(
        label=_("Code uit uw app"),
        help_text=_("Zes cijfers. Hebt u uw telefoon niet? Vul dan een herstelcode in."),
        widget=_code_box("numeric"),
    )


class OwnNameForm(VersionedForm):
    """How someone is called, and what they do."""

    name = forms.CharField(label=_("Naam"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    function = forms.CharField(
        label=_("Functie"),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "organization-title"}),
    )


class AskCodeForm(RequestLoginCodeForm):
    """The mail address that a code goes to."""

    email = forms.EmailField(
        label=_("E-mailadres"),
        help_text=_("Het adres waarop u bent uitgenodigd."),
        widget=forms.EmailInput(attrs={"autocomplete": "username"}),
    )


class GiveCodeForm(ConfirmLoginCodeForm):
    """The code from the mail."""

    code = forms.CharField(
        label=_("Code uit de mail"), help_text=_("Acht cijfers, met of zonder streepje."), widget=_code_box("numeric")
    )


class SecondStepForm(AuthenticateForm):
    """A code of the app, or a recovery code."""

    code = _app_code()


class ProveAgainForm(ReauthenticateForm):
    """A code of the app, or a recovery code, once more."""

    code = _app_code()


class AddAppForm(ActivateTOTPForm):
    """The first code of an app that is being set up."""

    code = forms.CharField(label=_("Code uit de app"), help_text=_("Zes cijfers."), widget=_code_box("numeric"))

    @property
    def readable_secret(self) -> str:
        """Return the key of the app in groups of four, as one copies it by hand."""
        return " ".join(wrap(self.secret, 4))


class AddPasskeyForm(AddWebAuthnForm):
    """A passkey that counts as both steps: the device checks who holds it."""

    name = forms.CharField(
        label=_("Naam van de passkey"),
        help_text=_("Bijvoorbeeld: telefoon, of laptop van het werk."),
        max_length=80,
        required=False,
    )
    passwordless = forms.BooleanField(widget=forms.HiddenInput, initial=True)


class PasskeyNameForm(EditWebAuthnForm):
    """How a passkey is called in one's own list."""

    name = forms.CharField(label=_("Naam van de passkey"), max_length=80)
