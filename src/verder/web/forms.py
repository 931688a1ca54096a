"""How forms are drawn: every field by `web/ui/field.html`, every form by `web/ui/form.html`; and what they ask for."""

from django.forms import ChoiceField, Field
from django.forms.renderers import DjangoTemplates
from django.utils.translation import gettext_lazy as _


class FormRenderer(DjangoTemplates):
    """Draws forms and fields with the components of this house."""

    form_template_name = "web/ui/form.html"
    field_template_name = "web/ui/field.html"


def ask_plainly() -> None:
    """Let a field that was left empty say what to do, where Django's own words only say that it is obligatory."""
    Field.default_error_messages["required"] = _("Vul dit in.")
    ChoiceField.default_error_messages["required"] = _("Maak een keuze.")
