"""What is asked of who subscribes, and of the secretariat that publishes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from verder.notices.queries import bodies_to_follow
from verder.web.asking import VersionForm
from verder.web.checking import FreeText
from verder.web.follow.forms import AddressForm

if TYPE_CHECKING:
    from verder.network.models import Body

ALL = "all"


class SubscribeForm(AddressForm):
    """Asks for a mail address, and of which meetings it wants to hear."""

    topic = forms.ChoiceField(label=_("Over welke vergaderingen?"), initial=ALL, widget=forms.RadioSelect)

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._bodies = {str(body.key): body for body in bodies_to_follow()}
        topics = [(ALL, _("Allemaal")), *((key, body.name) for key, body in self._bodies.items())]
        cast("forms.ChoiceField", self.fields["topic"]).choices = topics

    @property
    def body(self) -> Body | None:
        """The body whose outcomes are followed; None for those of all."""
        return self._bodies.get(self.cleaned_data["topic"])


class PublishForm(VersionForm):
    """What the public reads of a meeting, in words."""

    summary = FreeText(
        label=_("Samenvatting voor iedereen"),
        rows=6,
        max_length=3000,
        help_text=_("Schrijf wat de vergadering opleverde. Noem geen mensen, geen organisaties en geen zaken."),
        error_messages={"required": _("Schrijf een samenvatting.")},
    )
