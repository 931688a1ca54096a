"""What is asked of whoever invites people, and of the people invited."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from verder.deliberation.models import Invitation, InvitedAs, Reply
from verder.deliberation.operations.invitations import Slot
from verder.web.asking import OnceForm, VersionForm
from verder.web.checking import FreeText
from verder.web.meetings.planning_forms import moment, time_box
from verder.web.words.meetings import OWN_REPLY_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from verder.network.models import Person

SUBMITTER = "submitter"


class InviteForm(VersionForm):
    """The words that stand in the invitation besides date and place."""

    introduction = FreeText(
        label=gettext_lazy("Inleiding"),
        rows=4,
        max_length=1000,
        required=False,
        help_text=gettext_lazy("Noem geen agendapunten: e-mail kan door anderen gelezen worden."),
    )


class GuestForm(VersionForm):
    """Who comes for one item, from when until when."""

    guest = forms.ChoiceField(label=gettext_lazy("Wie is de gast?"))
    begin = forms.TimeField(label=gettext_lazy("Komt om"), widget=time_box())
    end = forms.TimeField(label=gettext_lazy("Tot"), widget=time_box())

    def __init__(self, *arguments: Any, people: Iterable[Person], submitter: bool, **options: Any) -> None:
        super().__init__(*arguments, **options)
        presents = [(SUBMITTER, _("Wie het dilemma inbracht, en het zelf wil vertellen"))] if submitter else []
        asked = cast("forms.ChoiceField", self.fields["guest"])
        asked.choices = [*presents, *((str(one.opaque_id), _described(one)) for one in people)]

    def slot_on(self, day: date) -> Slot:
        """Return when the guest is there, on the day of the meeting."""
        return Slot(moment(day, self.cleaned_data["begin"]), moment(day, self.cleaned_data["end"]))


def _described(person: Person) -> str:
    return f"{person.name}, {person.organisation.name}" if person.organisation else person.name


class ReplyForm(forms.Form):
    """Whether somebody comes; a member may say who comes instead."""

    reply = forms.ChoiceField(label=gettext_lazy("Komt u?"), widget=forms.RadioSelect)
    colleague = forms.ChoiceField(
        label=gettext_lazy("Een collega met een account komt"),
        required=False,
        help_text=gettext_lazy("Uw collega krijgt een eigen uitnodiging."),
    )
    words = FreeText(
        label=gettext_lazy("Iemand zonder account komt"),
        rows=1,
        max_length=150,
        required=False,
        help_text=gettext_lazy("Schrijf de functie op, geen naam."),
    )

    def __init__(self, *arguments: Any, invitation: Invitation, colleagues: Iterable[Person], **options: Any) -> None:
        super().__init__(*arguments, **options)
        is_member = invitation.invited_as == InvitedAs.MEMBER
        asked = cast("forms.ChoiceField", self.fields["reply"])
        asked.choices = [
            (str(one), words) for one, words in OWN_REPLY_WORDS.items() if is_member or one is not Reply.SUBSTITUTE
        ]
        people = [
            (str(one.opaque_id), f"{one.name}, {one.function}" if one.function else one.name) for one in colleagues
        ]
        cast("forms.ChoiceField", self.fields["colleague"]).choices = [("", _("niemand gekozen")), *people]
        if not people:
            del self.fields["colleague"]
        if not is_member:
            del self.fields["words"]


class InputForm(OnceForm):
    """What somebody has to say about an item before the meeting."""

    text = FreeText(
        label=gettext_lazy("Wat wilt u meegeven?"),
        rows=6,
        max_length=3000,
        required=False,
        help_text=gettext_lazy(
            "Bijvoorbeeld wat bij u hielp. De leden en het secretariaat lezen dit. "
            "Maak het vak leeg om uw tekst weg te halen."
        ),
    )
