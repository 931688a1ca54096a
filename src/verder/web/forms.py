"""How forms are drawn: every field by `web/ui/field.html`, every form by `web/ui/form.html`."""

from django.forms.renderers import DjangoTemplates


class FormRenderer(DjangoTemplates):
    """Draws forms and fields with the components of this house."""

    form_template_name = "web/ui/form.html"
    field_template_name = "web/ui/field.html"
