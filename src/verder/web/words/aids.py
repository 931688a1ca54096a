"""What is wrong with a decision aid, told to who can mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from verder.domain.decision_aid import Aid, Fault, FaultKind, Step

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.utils.functional import Promise

FAULT_WORDS: dict[FaultKind, Promise] = {
    FaultKind.EMPTY: gettext_lazy("De keuzehulp heeft nog geen stappen."),
    FaultKind.NO_ANSWERS: gettext_lazy("Deze vraag heeft nog geen antwoorden."),
    FaultKind.LEADS_NOWHERE: gettext_lazy("Antwoord %(answer)s leidt nergens heen. Kies de stap die dan komt."),
    FaultKind.NO_WAY_OUT: gettext_lazy(
        "Vanaf deze vraag komt niemand bij een uitkomst. Laat een antwoord ernaartoe leiden."
    ),
    FaultKind.UNREACHABLE: gettext_lazy("Geen enkel antwoord leidt vanaf het begin naar deze stap."),
    FaultKind.ANSWERS_AFTER_THE_END: gettext_lazy("Dit is een uitkomst. Haal de antwoorden weg."),
}


def told_fault(aid: Aid, fault: Fault) -> str:
    """Tell in which step a fault is, and what is wrong there."""
    number, title = next((number, step.title) for number, step in enumerate(aid.steps, 1) if step.key == fault.step)
    what = FAULT_WORDS[fault.kind] % {"answer": fault.answer}
    return _("Keuzehulp, stap %(number)s (‘%(title)s’): %(what)s") % {"number": number, "title": title, "what": what}


def faults_by_step(aid: Aid, found: Iterable[Fault]) -> list[tuple[Step, list[str]]]:
    """Tell what is wrong with each step that has a fault, in the order of the steps."""
    wrong: dict[str, list[str]] = {}
    for fault in found:
        wrong.setdefault(fault.step, []).append(FAULT_WORDS[fault.kind] % {"answer": fault.answer})
    return [(step, wrong[step.key]) for step in aid.steps if step.key in wrong]
