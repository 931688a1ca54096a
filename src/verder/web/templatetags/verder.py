"""Tags for what stands on a page many times: made once for each value, so that a long table stays cheap."""

from __future__ import annotations

from functools import lru_cache

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from verder.domain.decision_aid import Aid, Answer, Step
from verder.domain.rungs import Rung
from verder.domain.tlp import Tlp

register = template.Library()

COLOURS = {Tlp.RED: "red", Tlp.AMBER_STRICT: "amber", Tlp.AMBER: "amber", Tlp.GREEN: "green", Tlp.CLEAR: "clear"}
HALTS = {
    Rung.INTAKE: 1,
    Rung.AWAITING_SUBMITTER: 1,
    Rung.AWAITING_PLATFORM: 2,
    Rung.PLATFORM: 2,
    Rung.AWAITING_WORKING_GROUP: 3,
    Rung.WORKING_GROUP: 3,
    Rung.AWAITING_COUNCIL: 4,
    Rung.COUNCIL: 4,
    Rung.FOLLOW_UP: 5,
}
LAST_HALT = 6
GAP = 18


@register.simple_tag
def steps_in_words(aid: Aid) -> list[tuple[Step, list[tuple[Answer, Step | None]]]]:
    """List the steps of a decision aid, each with its answers and the steps that those lead to, if any."""
    steps = aid.by_key()
    return [(step, [(answer, steps.get(answer.leads_to)) for answer in step.answers]) for step in aid.steps]


@register.simple_tag
def tlp(label: str) -> SafeString:
    """Write a TLP label, as FIRST prescribes: capitals, untranslated, in its colour on black."""
    return _tlp(Tlp(label))


@lru_cache
def _tlp(label: Tlp) -> SafeString:
    return format_html('<span class="verder-tlp verder-tlp--{}">{}</span>', COLOURS[label], label.value)


@register.simple_tag
def mini_journey(rung: str) -> SafeString:
    """Draw how far a dilemma on `rung` has come, as a line with six halts; its end is the last."""
    return _mini_journey(HALTS.get(Rung(rung), LAST_HALT), get_language() or "")


@lru_cache
def _mini_journey(halt: int, _language: str) -> SafeString:
    here, last = _x(halt), _x(LAST_HALT)
    stations = format_html_join(
        "",
        '<circle class="{}" cx="{}" cy="8" r="{}"/>',
        [(_look(number, halt), _x(number), _radius(number, halt)) for number in range(1, LAST_HALT + 1)],
    )
    return format_html(
        '<svg class="verder-mini" viewBox="2 0 108 16" role="img" aria-label="{}">'
        '<path class="way" d="M{} 8H{}"/><path class="gone" d="M8 8H{}"/>{}</svg>',
        _("Halte %(halt)s van %(last)s") % {"halt": halt, "last": LAST_HALT},
        here,
        last,
        here,
        stations,
    )


def _x(halt: int) -> int:
    return 8 + GAP * (halt - 1)


def _look(number: int, halt: int) -> str:
    return "past" if number < halt else "now" if number == halt else "next"


def _radius(number: int, halt: int) -> int:
    return 4 if number < halt else 6 if number == halt else 3
