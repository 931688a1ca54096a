"""What is asked of who sends a signal, and of the secretariat that closes one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from verder.deliberation.models import SignalKind, SignalReach
from verder.domain.tlp import Tlp
from verder.network.queries import themes
from verder.web.asking import OnceForm, VersionForm
from verder.web.checking import FreeText
from verder.web.words.agenda import SIGNAL_REACH_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from verder.network.models import Body

LABELS = (
    (str(Tlp.AMBER_STRICT), _("Alleen de overleggen waar het op de agenda komt")),
    (str(Tlp.GREEN), _("Iedereen die meedoet aan Verder")),
    (str(Tlp.CLEAR), _("Iedereen")),
)


class SignalForm(OnceForm):
    """What somebody sees or understood."""

    kind = forms.ChoiceField(
        label=_("Wat wilt u doorgeven?"),
        choices=[
            (str(SignalKind.SIGNAL), _("Een signaal: ik zie iets gebeuren")),
            (str(SignalKind.INSIGHT), _("Een inzicht: ik begrijp nu iets")),
        ],
        widget=forms.RadioSelect,
        initial=str(SignalKind.SIGNAL),
    )
    title = FreeText(
        label=_("Wat is het, in één zin?"), rows=1, max_length=150, help_text=_("Dit leest men op een agenda.")
    )
    text = FreeText(label=_("Wat ziet u?"), rows=6, help_text=_("Beschrijf het verschijnsel, zonder iemand te noemen."))
    reach = forms.ChoiceField(
        label=_("Waar speelt het?"),
        choices=[(str(reach), words) for reach, words in SIGNAL_REACH_WORDS.items()],
        widget=forms.RadioSelect,
        initial=str(SignalReach.ONE_PLACE),
    )
    theme = forms.ChoiceField(label=_("Bij welk thema hoort het?"), required=False)
    dilemma = forms.CharField(
        label=_("Hoort het bij een dilemma?"),
        required=False,
        max_length=12,
        help_text=_("Vul dan het nummer in, zoals 2020-014."),
        widget=forms.TextInput(attrs={"class": "verder-input--short"}),
    )
    tlp = forms.ChoiceField(
        label=_("Wie mag dit lezen?"),
        choices=LABELS,
        widget=forms.RadioSelect,
        initial=str(Tlp.AMBER_STRICT),
        help_text=_("Het secretariaat leest het altijd. Het Strategisch Beraad krijgt het ter informatie."),
    )
    body = forms.ChoiceField(label=_("Namens wie?"), widget=forms.RadioSelect)

    def __init__(self, *arguments: Any, bodies: Iterable[Body], **options: Any) -> None:
        super().__init__(*arguments, **options)
        by = cast("forms.ChoiceField", self.fields["body"])
        by.choices = [(str(body.key), body.name) for body in bodies]
        if len(by.choices) == 1:
            by.initial = by.choices[0][0]
            by.widget = forms.HiddenInput()
        theme = cast("forms.ChoiceField", self.fields["theme"])
        theme.choices = [("", _("Geen van deze")), *((str(one.pk), one.name) for one in themes())]


class CloseForm(VersionForm):
    """The words back to who sent a signal."""

    reply = FreeText(
        label=_("Wat werd ervan?"), rows=5, help_text=_("Wie dit stuurde, leest het en krijgt er bericht van.")
    )
