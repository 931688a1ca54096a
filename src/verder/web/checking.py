"""The text check on a form: what a person writes freely goes through it before any operation sees it.

    form = ReplyForm(request.POST)
    checked = check_form(form)
    if not checked.passed:
        return render(request, template, {"form": form, "proofs": checked.proofs}, status=UNPROCESSABLE)
    exchange.reply(number, answer=checked.words["answer"], ...)

Every `FreeText` of the form is checked, so none can be forgotten. Inside the form the template shows each proof with
`web/ui/proof.html`; nothing that was typed is lost, and nothing is kept between two requests.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from verder.network.queries import allowed_words
from verder.textcheck import CheckedText, Level, TextNotClear, check, clear, normalise
from verder.web.proof import KINDS, Answer, Proof, Settled, name_of, proof, settle, was_shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verder.textcheck import Finding

UNPROCESSABLE = 422
TOO_LONG = _(
    "Deze tekst heeft %(show_value)s tekens en er passen er %(limit_value)s. Maak de tekst korter. "
    "Er is niets weggehaald."
)


class FreeText(forms.CharField):
    """A field that a person writes freely in; a text that is too long comes back whole.

    `coach` says how Verder reads along while it is written: as any text, or as the question of a dilemma. A field that
    begins a row of fields is shown under a line.
    """

    def __init__(
        self,
        *,
        rows: int = 4,
        max_length: int = 4000,
        coach: str = "text",
        begins_row: bool = False,
        **options: Any,
    ) -> None:
        self.coach = coach
        self.begins_row = begins_row
        widget = forms.Textarea(attrs={"rows": rows}) if rows > 1 else forms.TextInput()
        widget.attrs.update(options.pop("attrs", {}))
        messages = {"max_length": TOO_LONG, **options.pop("error_messages", {})}
        super().__init__(widget=widget, max_length=max_length, error_messages=messages, **options)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Leave out `maxlength`: with it a browser cuts off what is pasted, without a word."""
        return {name: value for name, value in super().widget_attrs(widget).items() if name != "maxlength"}

    def to_python(self, value: Any) -> Any:
        """Count a line end as one character, as a browser does."""
        return super().to_python(normalise(value) if isinstance(value, str) else value)


@dataclass(frozen=True, slots=True)
class CheckedForm:
    """What the check made of a form: its words by field when all is well, or else what has to be looked at."""

    passed: bool
    words: Mapping[str, CheckedText] = field(default_factory=dict)
    proofs: tuple[Proof, ...] = ()


def check_form(form: forms.Form, *, also: frozenset[str] = frozenset()) -> CheckedForm:
    """Validate a form and check its free texts, with the writer's answers to what was found before.

    `also` holds words that may stand here besides those that may stand everywhere.

    Replacements that the writer asked for stand in the form afterwards. `form.cleaned_data` loses the free texts, so
    that only checked ones can be used.
    """
    allowed = allowed_words() | also
    readings = [_read(form, name, allowed) for name, asked in form.fields.items() if isinstance(asked, FreeText)]
    show_instead(form, {reading.name: reading.text for reading in readings})
    valid = form.is_valid()
    for reading in readings:
        form.cleaned_data.pop(reading.name, None)
    proofs = tuple(reading.proof for reading in readings if reading.proof)
    if proofs or not valid:
        return CheckedForm(passed=False, proofs=proofs)
    return CheckedForm(passed=True, words={one.name: one.checked for one in readings if one.checked is not None})


@dataclass(frozen=True, slots=True)
class _Reading:
    """One field after the check: its text with the answers put in, and either the checked text or a proof."""

    name: str
    text: str
    checked: CheckedText | None = None
    proof: Proof | None = None


def _read(form: forms.Form, name: str, allowed: frozenset[str]) -> _Reading:
    place = form.add_prefix(name)
    text = normalise(str(form.data.get(place, ""))).strip()
    findings = check(text, allowed=allowed)
    unfit = _unfit_reasons(place, text, findings, form.data, allowed)
    settled = settle(place, text, findings, form.data, unfit)
    checked = _clear(settled, allowed)
    left = check(settled.text, allowed=allowed)
    if checked is not None and all(was_shown(place, settled.text, one, form.data) for one in left):
        return _Reading(name, settled.text, checked)
    shown = proof(place, str(form[name].label), settled.text, left, form.data, unfit)
    return _Reading(name, settled.text, proof=shown)


def _clear(settled: Settled, allowed: frozenset[str]) -> CheckedText | None:
    try:
        return clear(settled.text, allowed=allowed, dismissals=settled.dismissals)
    except TextNotClear:
        return None


def _unfit_reasons(
    place: str, text: str, findings: Sequence[Finding], posted: Mapping[str, str], allowed: frozenset[str]
) -> dict[str, str]:
    """Check the reasons with which findings are kept: they are stored too."""
    unfit: dict[str, str] = {}
    for finding in findings:
        name = name_of(place, text, finding)
        if posted.get(name) == Answer.KEEP:
            found = check(posted.get(f"{name}-reason", ""), allowed=allowed)
            kinds = dict.fromkeys(str(KINDS[one.label]).lower() for one in found if one.level is Level.STOP)
            if kinds:
                unfit[name] = ", ".join(kinds)
    return unfit


def show_instead(form: forms.Form, values: Mapping[str, str]) -> None:
    """Put other values in a form that is about to be shown or validated; everything else stays as it was sent."""
    data = QueryDict(mutable=True)
    data.update(form.data)
    for name, value in values.items():
        data[form.add_prefix(name)] = value
    form.data = data
