"""How far an approach came, as readers see it; and the rules for it, written down by who may for the Platform."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from verder.domain.evidence import WHOLE, Evidence, Thresholds
from verder.domain.tlp import Tlp
from verder.guidance.evidence import current_rules, heard_of, versions_of_rules
from verder.guidance.operations.evidence import set_rules
from verder.guidance.queries import may_set_principle
from verder.web.asking import Asked, VersionForm, answer
from verder.web.checking import FreeText
from verder.web.guidance.desk import REFUSALS
from verder.web.standing import for_community, standing
from verder.web.words.evidence import EVIDENCE_WORDS, heard_in_words, rules_in_words

if TYPE_CHECKING:
    from typing import Any

    from django.http import HttpRequest, HttpResponse
    from django.utils.functional import Promise

    from verder.guidance.models import Publication
    from verder.web.checking import CheckedForm

MOST = 1000


@dataclass(frozen=True, slots=True)
class HowFar:
    """How far a piece came: one word, the numbers, and a sentence as long as there are no rules."""

    word: Promise
    numbers: str
    without_rules: str

    @property
    def words(self) -> str:
        """Everything in one line."""
        return " ".join(part for part in (f"{self.word}.", self.numbers, self.without_rules) if part)


def how_far(publication: Publication) -> HowFar | None:
    """Return how far a published piece came; None for one that is never sent to organisations."""
    if publication.tlp != Tlp.CLEAR:
        return None
    without_rules = "" if current_rules() else _("Het Platform heeft nog niet vastgelegd wanneer iets bewezen is.")
    word = EVIDENCE_WORDS[Evidence(publication.evidence)]
    return HowFar(word, heard_in_words(heard_of(publication)), without_rules)


class RulesForm(VersionForm):
    """From when a piece is tried and from when it is proven, and why the Platform chose that."""

    used = forms.IntegerField(
        label=gettext_lazy("Hoeveel organisaties moeten het gebruiken voor ‘wordt geprobeerd’?"),
        min_value=1,
        max_value=MOST,
    )
    helped = forms.IntegerField(
        label=gettext_lazy("Bij hoeveel organisaties moet het helpen voor ‘bewezen’?"), min_value=1, max_value=MOST
    )
    percent = forms.IntegerField(
        label=gettext_lazy("Bij hoeveel procent moet het helpen voor ‘bewezen’?"),
        help_text=gettext_lazy("Van de organisaties die weten of het hielp."),
        validators=[MinValueValidator(1), MaxValueValidator(WHOLE)],
    )
    percent_to_stay = forms.IntegerField(
        label=gettext_lazy("Onder hoeveel procent is het niet meer bewezen?"),
        help_text=gettext_lazy("Hoogstens het percentage hierboven. Is het lager, dan wisselt een stuk niet steeds."),
        validators=[MinValueValidator(1), MaxValueValidator(WHOLE)],
    )
    reason = FreeText(label=gettext_lazy("Waarom stelt het Platform dit vast?"), rows=3, max_length=1000)

    def clean(self) -> dict[str, Any]:
        """Refuse rules by which something is proven before it is tried, or falls back as soon as it is proven."""
        given = super().clean() or self.cleaned_data
        if given.get("helped", MOST) < given.get("used", 1):
            self.add_error("helped", _("Kies minstens zoveel organisaties als bij ‘wordt geprobeerd’."))
        if given.get("percent_to_stay", 1) > given.get("percent", WHOLE):
            self.add_error("percent_to_stay", _("Kies hoogstens het percentage dat nodig is voor ‘bewezen’."))
        return given


def rules(request: HttpRequest) -> HttpResponse:
    """Show to anybody when a piece is new, tried and proven, and what the rules were before."""
    versions = [(one, rules_in_words(one.thresholds)) for one in versions_of_rules()]
    known = {"versions": versions, "may_set": may_set_principle(standing(request))}
    return render(request, "web/guidance/evidence_rules.html", known)


@for_community
def set_anew(request: HttpRequest) -> HttpResponse:
    """Write down a new version of the rules."""
    if not may_set_principle(standing(request)):
        raise Http404
    asked = Asked(
        _("Vastleggen wanneer iets bewezen is"),
        _("Leg vast"),
        _("De regels zijn vastgelegd. Elk stuk is er meteen aan getoetst."),
        reverse("guidance-evidence"),
        lead=_("Leg vast wat het Platform besloot. Alleen wat organisaties met hun persoonlijke link vertellen, telt."),
        refusals=REFUSALS,
        version_now=_number_now,
    )

    def do(form: RulesForm, checked: CheckedForm) -> str:
        given = form.cleaned_data
        thresholds = Thresholds(given["used"], given["helped"], given["percent"], given["percent_to_stay"])
        set_rules(
            thresholds,
            checked.words["reason"],
            seen=given["version"],
            standing=standing(request),
            at=timezone.now(),
            request_key=given["request_key"],
        )
        return asked.back

    return answer(request, asked, partial(RulesForm, initial=_now()), do=do)


def _number_now() -> int:
    latest = current_rules()
    return latest.number if latest else 0


def _now() -> dict[str, int]:
    latest = current_rules()
    if latest is None:
        return {"version": 0}
    names = ("used", "helped", "percent", "percent_to_stay")
    return {"version": latest.number, **{name: getattr(latest, name) for name in names}}
