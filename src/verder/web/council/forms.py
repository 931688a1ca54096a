"""What is asked of the owner of a commitment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from verder.deliberation.models import CommitmentKind, Outlook
from verder.deliberation.operations.progress import FITS
from verder.web.asking import OnceForm, VersionForm
from verder.web.checking import FreeText
from verder.web.words.promises import OUTLOOK_WORDS

if TYPE_CHECKING:
    from django.utils.functional import Promise

NO_NAMES = _("De inbrenger leest dit. Noem geen namen.")
OUTLOOKS: dict[CommitmentKind, tuple[Outlook, ...]] = {
    CommitmentKind.ORGANISATION: (Outlook.NOT_BEGUN, Outlook.UNDER_WAY, Outlook.STUCK),
    CommitmentKind.POLITICAL: (Outlook.NOT_BEGUN, Outlook.REQUESTED, Outlook.SCHEDULED, Outlook.STUCK),
}


class KeepForm(VersionForm):
    """What a commitment that was kept brought."""

    result = FreeText(label=_("Wat heeft het opgeleverd?"), help_text=NO_NAMES)


class DropForm(VersionForm):
    """Why a commitment is dropped."""

    reason = FreeText(label=_("Waarom gaat het niet door?"), help_text=NO_NAMES)


class ReportForm(OnceForm):
    """How a commitment stands, in one minute."""

    outlook = forms.ChoiceField(label=_("Hoe staat het ermee?"), widget=forms.RadioSelect)
    text = FreeText(
        label=_("Toelichting, in één of twee zinnen"),
        rows=3,
        max_length=600,
        required=False,
        help_text=_("Wie het dilemma leest, leest dit ook. Noem geen namen."),
    )

    def __init__(self, *arguments: Any, kind: CommitmentKind, **options: Any) -> None:
        super().__init__(*arguments, **options)
        choices: list[tuple[str, Promise]] = [(str(one), OUTLOOK_WORDS[one]) for one in OUTLOOKS[kind]]
        field = self.fields["outlook"]
        if isinstance(field, forms.ChoiceField):
            field.choices = choices


class StepsForm(VersionForm):
    """The steps of a commitment, each with whether it was taken; rows left empty are no steps."""

    def __init__(self, *arguments: Any, rows: int, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.rows = range(1, min(rows, FITS) + 1)
        for row in self.rows:
            label = _("Stap %(row)s") % {"row": row}
            self.fields[f"text_{row}"] = FreeText(label=label, rows=1, max_length=200, required=False)
            done = _("Stap %(row)s is gezet") % {"row": row}
            self.fields[f"done_{row}"] = forms.BooleanField(label=done, required=False)
