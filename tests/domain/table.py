"""The ladder as it was agreed on, written down a second time, so that a slip in the code's own table shows."""

from __future__ import annotations

import re
from dataclasses import dataclass

from verder.domain.rungs import ENDS, RUNGS, Need, Party, Rung

TABLE = """
submit: nowhere -> intake, by submitter
    with every finding accounted for
record: nowhere -> intake, by secretariat
    with every finding accounted for
ask_submitter: intake -> awaiting_submitter, by secretariat
    with a question
reply: awaiting_submitter -> intake, by submitter
    with an answer
proceed: awaiting_submitter -> intake, by secretariat
    with a reason
answer: intake, awaiting_platform -> answered, by secretariat
    with guidance here or a link
refer: intake, awaiting_platform, platform -> referred, by secretariat
    with where to
decline: intake -> declined, by secretariat
    with a reason
merge: intake, awaiting_platform -> merged, by secretariat
    with the dilemma it joins
admit: intake -> awaiting_platform, by secretariat
    with a shared version; seen by its submitter; a label; a presenter
place_on_agenda: awaiting_platform -> platform, by secretariat
    with a planned meeting; a shared version; seen by its submitter
carry_over: platform -> awaiting_platform, by secretariat
    with a reason
resolve: platform -> resolved, by platform
    with the solution; how it spreads
assign_working_group: platform -> awaiting_working_group, by platform
    with the assignment
form_working_group: awaiting_working_group -> working_group, by secretariat
    with a group with a date
escalate_directly: platform -> awaiting_council, by platform
    with why no group; what is asked
deliver: working_group -> resolved, by working_group
    with a published product
report_back: working_group -> awaiting_platform, by working_group
    with what to decide
let_lapse: working_group -> lapsed, by working_group
    with why it is gone
escalate: working_group -> awaiting_council, by working_group
    with what was tried; why no result; that it persists; what is asked
place_on_council_agenda: awaiting_council -> council, by secretariat
    with a planned meeting
defer: council -> awaiting_council, by secretariat
    with a reason
commit: council -> follow_up, by council
    with an entry or commitment
settle: council -> resolved, by council
    with the decision
return_to_platform: council -> awaiting_platform, by council
    with the direction
return_to_working_group: council -> awaiting_working_group, by council
    with what more
close_unsolved: council -> unsolved, by council
    with a reason; what was tried; when to look again
conclude: follow_up -> resolved, by secretariat
    with commitments settled; the outcome
resume: follow_up -> awaiting_council, by secretariat
    with which commitment failed; a reason
extend: anywhere -> same, by whoever is responsible
    with a reason; a new date
reopen: resolved, answered, referred, lapsed, unsolved, declined -> awaiting_platform, by secretariat
    with evidence
withdraw: intake, awaiting_submitter, awaiting_platform, platform -> withdrawn, by submitter or secretariat
    with a reason
"""

NEEDS = {
    "every finding accounted for": Need.TEXT_CHECK,
    "a question": Need.QUESTION,
    "an answer": Need.ANSWER,
    "a reason": Need.REASON,
    "guidance here or a link": Need.GUIDANCE_OR_LINK,
    "where to": Need.WHERE_TO,
    "the dilemma it joins": Need.DILEMMA_TO_JOIN,
    "a shared version": Need.SHARED_VERSION,
    "seen by its submitter": Need.SEEN_BY_SUBMITTER,
    "a label": Need.TLP_LABEL,
    "a presenter": Need.PRESENTER,
    "a planned meeting": Need.PLANNED_MEETING,
    "the solution": Need.SOLUTION,
    "how it spreads": Need.HOW_SPREAD,
    "the assignment": Need.ASSIGNMENT,
    "a group with a date": Need.GROUP_WITH_DATE,
    "why no group": Need.WHY_NO_GROUP,
    "what is asked": Need.ASKED_OF_DIRECTORS,
    "a published product": Need.PUBLISHED_PRODUCT,
    "what to decide": Need.TO_DECIDE,
    "why it is gone": Need.WHY_GONE,
    "why no result": Need.WHY_NO_RESULT,
    "that it persists": Need.THAT_IT_PERSISTS,
    "an entry or commitment": Need.ENTRY_OR_COMMITMENT,
    "the decision": Need.DECISION,
    "the direction": Need.DIRECTION,
    "what more": Need.WHAT_MORE,
    "what was tried": Need.WHAT_WAS_TRIED,
    "when to look again": Need.DATE_TO_LOOK_AGAIN,
    "commitments settled": Need.COMMITMENTS_SETTLED,
    "the outcome": Need.OUTCOME,
    "which commitment failed": Need.FAILED_COMMITMENT,
    "a new date": Need.NEW_DATE,
    "evidence": Need.EVIDENCE,
}
AT_A_MEETING = frozenset({Party.PLATFORM, Party.COUNCIL})

RESPONSIBLE = {
    "intake": "secretariat",
    "awaiting_submitter": "submitter",
    "awaiting_platform": "secretariat",
    "platform": "platform",
    "awaiting_working_group": "secretariat",
    "working_group": "working_group",
    "awaiting_council": "secretariat",
    "council": "council",
    "follow_up": "secretariat",
}
DAYS = {
    "intake": 5,
    "awaiting_submitter": 14,
    "awaiting_platform": 30,
    "awaiting_working_group": 30,
    "working_group": 90,
    "awaiting_council": 30,
}


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table; a target of None keeps the rung, takers of None mean whoever is responsible."""

    name: str
    sources: frozenset[Rung | None]
    target: Rung | None
    takers: frozenset[Party] | None
    needs: frozenset[Need]

    def takers_on(self, rung: Rung | None) -> frozenset[Party]:
        """Name who may take this step from a rung on which its date has not passed."""
        if self.takers is not None:
            return self.takers
        return frozenset({Party(RESPONSIBLE[rung])}) if rung in RUNGS else frozenset()


def _row(said: re.Match[str]) -> Row:
    name, sources, target, takers, needs = said.groups()
    landing = None if target == "same" else Rung(target)
    parties = None if "responsible" in takers else frozenset(map(Party, takers.split(" or ")))
    asked = {NEEDS[need] for need in needs.split("; ")}
    asked |= {Need.MESSAGE_TO_SUBMITTER} if landing in ENDS else set()  # every end tells the submitter
    asked |= {Need.ON_AN_OPEN_AGENDA} if (parties or set()) & AT_A_MEETING else set()  # bodies decide at meetings
    return Row(name, _rungs(sources), landing, parties, frozenset(asked))


def _rungs(words: str) -> frozenset[Rung | None]:
    if words == "nowhere":
        return frozenset({None})
    return frozenset(RUNGS) if words == "anywhere" else frozenset(map(Rung, words.split(", ")))


ROWS = tuple(map(_row, re.finditer(r"(.+): (.+) -> (.+), by (.+)\n    with (.+)\n", TABLE)))
EVERYWHERE: tuple[Rung | None, ...] = (None, *Rung)
