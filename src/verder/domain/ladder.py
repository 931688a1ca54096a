"""The ladder: one table of steps, the single truth for buttons, operations and database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from verder.domain.rungs import ENDS, RUNGS, STANDING, Need, Party, Rung


@dataclass(frozen=True, slots=True)
class Step:
    """One way to go: from which rungs, to which, taken by whom, and what it needs.

    `target` is None where the rung stays as it is (`extend`).
    """

    name: str
    source: frozenset[Rung]
    target: Rung | None
    taken_by: frozenset[Party]
    needs: frozenset[Need]

    @property
    def ends(self) -> bool:
        """Tell whether the dilemma ends with this step."""
        return self.target in ENDS

    def lands_on(self, rung: Rung) -> Rung:
        """Name the rung that this step leads to from `rung`."""
        return self.target or rung


class Refusal(StrEnum):
    """Why a step cannot be taken."""

    NOT_FROM_HERE = "not_from_here"
    NOT_YOURS = "not_yours"
    SOMETHING_MISSING = "something_missing"


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a step can be taken, and if not: why, and which needs are missing."""

    refusal: Refusal | None
    missing: frozenset[Need] = frozenset()

    def __bool__(self) -> bool:
        return self.refusal is None


NOWHERE = ""
ANY_RUNG = " ".join(RUNGS)
SAME = "same"
ANYONE = " ".join(Party)


def _step(name: str, source: str, target: str, taken_by: str, needs: str) -> Step:
    landing = None if target == SAME else Rung(target)
    end_needs = {Need.MESSAGE_TO_SUBMITTER} if landing in ENDS else set[Need]()
    return Step(
        name=name,
        source=frozenset(Rung(word) for word in source.split()),
        target=landing,
        taken_by=frozenset(Party(word) for word in taken_by.split()),
        needs=frozenset(Need(word) for word in needs.split()) | end_needs,
    )


LADDER: tuple[Step, ...] = (
    _step("submit", NOWHERE, "intake", "submitter", "text_check"),
    _step("record", NOWHERE, "intake", "secretariat", "text_check"),
    _step("ask_submitter", "intake", "awaiting_submitter", "secretariat", "question"),
    _step("reply", "awaiting_submitter", "intake", "submitter", "answer"),
    _step("proceed", "awaiting_submitter", "intake", "secretariat", "reason"),
    _step("answer", "intake awaiting_platform", "answered", "secretariat", "guidance_or_link"),
    _step("refer", "intake awaiting_platform platform", "referred", "secretariat", "where_to"),
    _step("decline", "intake", "declined", "secretariat", "reason"),
    _step("merge", "intake awaiting_platform", "merged", "secretariat", "dilemma_to_join"),
    _step(
        "admit",
        "intake",
        "awaiting_platform",
        "secretariat",
        "shared_version seen_by_submitter tlp_label presenter",
    ),
    _step(
        "place_on_agenda",
        "awaiting_platform",
        "platform",
        "secretariat",
        "planned_meeting shared_version seen_by_submitter",
    ),
    _step("carry_over", "platform", "awaiting_platform", "secretariat", "reason"),
    _step("resolve", "platform", "resolved", "platform", "on_an_open_agenda solution how_spread"),
    _step("assign_working_group", "platform", "awaiting_working_group", "platform", "on_an_open_agenda assignment"),
    _step("form_working_group", "awaiting_working_group", "working_group", "secretariat", "group_with_date"),
    _step(
        "escalate_directly",
        "platform",
        "awaiting_council",
        "platform",
        "on_an_open_agenda why_no_group asked_of_directors",
    ),
    _step("deliver", "working_group", "resolved", "working_group", "published_product"),
    _step("report_back", "working_group", "awaiting_platform", "working_group", "to_decide"),
    _step("let_lapse", "working_group", "lapsed", "working_group", "why_gone"),
    _step(
        "escalate",
        "working_group",
        "awaiting_council",
        "working_group",
        "what_was_tried why_no_result that_it_persists asked_of_directors",
    ),
    _step("place_on_council_agenda", "awaiting_council", "council", "secretariat", "planned_meeting"),
    _step("defer", "council", "awaiting_council", "secretariat", "reason"),
    _step("commit", "council", "follow_up", "council", "on_an_open_agenda entry_or_commitment"),
    _step("settle", "council", "resolved", "council", "on_an_open_agenda decision"),
    _step("return_to_platform", "council", "awaiting_platform", "council", "on_an_open_agenda direction"),
    _step("return_to_working_group", "council", "awaiting_working_group", "council", "on_an_open_agenda what_more"),
    _step(
        "close_unsolved",
        "council",
        "unsolved",
        "council",
        "on_an_open_agenda reason what_was_tried date_to_look_again",
    ),
    _step("conclude", "follow_up", "resolved", "secretariat", "commitments_settled outcome"),
    _step("resume", "follow_up", "awaiting_council", "secretariat", "failed_commitment reason"),
    _step("extend", ANY_RUNG, SAME, ANYONE, "reason new_date"),
    _step(
        "reopen",
        "resolved answered referred lapsed unsolved declined",
        "awaiting_platform",
        "secretariat",
        "evidence",
    ),
    _step(
        "withdraw",
        "intake awaiting_submitter awaiting_platform platform",
        "withdrawn",
        "submitter secretariat",
        "reason",
    ),
)

STEPS: dict[str, Step] = {step.name: step for step in LADDER}

RESPONSIBLE: dict[Rung, Party] = {
    Rung.INTAKE: Party.SECRETARIAT,
    Rung.AWAITING_SUBMITTER: Party.SUBMITTER,
    Rung.AWAITING_PLATFORM: Party.SECRETARIAT,
    Rung.PLATFORM: Party.PLATFORM,
    Rung.AWAITING_WORKING_GROUP: Party.SECRETARIAT,
    Rung.WORKING_GROUP: Party.WORKING_GROUP,
    Rung.AWAITING_COUNCIL: Party.SECRETARIAT,
    Rung.COUNCIL: Party.COUNCIL,
    Rung.FOLLOW_UP: Party.SECRETARIAT,
}


def responsible_now(rung: Rung, next_date: date | None, today: date) -> Party | None:
    """Name who has to act: after its date, a question to the submitter is the secretariat's again. None: it ended."""
    if rung is Rung.AWAITING_SUBMITTER and next_date is not None and next_date < today:
        return Party.SECRETARIAT
    return RESPONSIBLE.get(rung)


def taken_as(step: Step, parties: frozenset[Party], responsible: Party | None) -> Party | None:
    """Name the party as which someone who speaks for `parties` takes the step; None: not theirs to take."""
    takers = {responsible} if step.target is None else step.taken_by
    return next((party for party in Party if party in parties and party in takers), None)


def judge(
    step: Step, *, rung: Rung | None, parties: frozenset[Party], responsible: Party | None, given: frozenset[Need]
) -> Verdict:
    """Judge whether `step` can be taken from `rung` (None: before intake) with the needs that are `given`."""
    if rung not in (step.source or {None}):
        return Verdict(Refusal.NOT_FROM_HERE)
    if taken_as(step, parties, responsible) is None:
        return Verdict(Refusal.NOT_YOURS)
    missing = step.needs - given
    return Verdict(Refusal.SOMETHING_MISSING, missing) if missing else Verdict(None)


def steps_from(rung: Rung) -> tuple[Step, ...]:
    """List the steps that lead on from `rung`, in the order of the table."""
    return tuple(step for step in LADDER if rung in step.source)


def standing_needs(step: Step) -> frozenset[Need]:
    """Name what must stand already before the step's page can help."""
    return step.needs & STANDING
