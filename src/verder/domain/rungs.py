"""The places where a dilemma can be, the parties that take steps, and what a step can need."""

from __future__ import annotations

from enum import StrEnum


class Rung(StrEnum):
    """Where a dilemma is: nine rungs on which it travels, and eight ends."""

    INTAKE = "intake"
    AWAITING_SUBMITTER = "awaiting_submitter"
    AWAITING_PLATFORM = "awaiting_platform"
    PLATFORM = "platform"
    AWAITING_WORKING_GROUP = "awaiting_working_group"
    WORKING_GROUP = "working_group"
    AWAITING_COUNCIL = "awaiting_council"
    COUNCIL = "council"
    FOLLOW_UP = "follow_up"
    RESOLVED = "resolved"
    ANSWERED = "answered"
    REFERRED = "referred"
    MERGED = "merged"
    LAPSED = "lapsed"
    UNSOLVED = "unsolved"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


ENDS: frozenset[Rung] = frozenset(
    {
        Rung.RESOLVED,
        Rung.ANSWERED,
        Rung.REFERRED,
        Rung.MERGED,
        Rung.LAPSED,
        Rung.UNSOLVED,
        Rung.DECLINED,
        Rung.WITHDRAWN,
    }
)
RUNGS: tuple[Rung, ...] = tuple(rung for rung in Rung if rung not in ENDS)


class Party(StrEnum):
    """Who takes a step, or is responsible for the next one."""

    SUBMITTER = "submitter"
    SECRETARIAT = "secretariat"
    PLATFORM = "platform"
    WORKING_GROUP = "working_group"
    COUNCIL = "council"


class Need(StrEnum):
    """What a step asks: words given with it, a choice made with it, or something that must stand already."""

    # words, given with the step
    QUESTION = "question"
    ANSWER = "answer"
    REASON = "reason"
    WHERE_TO = "where_to"
    SOLUTION = "solution"
    HOW_SPREAD = "how_spread"
    ASSIGNMENT = "assignment"
    WHAT_WAS_TRIED = "what_was_tried"
    WHY_NO_GROUP = "why_no_group"
    ASKED_OF_DIRECTORS = "asked_of_directors"
    TO_DECIDE = "to_decide"
    WHY_GONE = "why_gone"
    WHY_NO_RESULT = "why_no_result"
    THAT_IT_PERSISTS = "that_it_persists"
    DECISION = "decision"
    DIRECTION = "direction"
    WHAT_MORE = "what_more"
    OUTCOME = "outcome"
    EVIDENCE = "evidence"
    MESSAGE_TO_SUBMITTER = "message_to_submitter"
    # choices, made with the step
    TEXT_CHECK = "text_check"
    GUIDANCE_OR_LINK = "guidance_or_link"
    DILEMMA_TO_JOIN = "dilemma_to_join"
    TLP_LABEL = "tlp_label"
    PRESENTER = "presenter"
    PLANNED_MEETING = "planned_meeting"
    GROUP_WITH_DATE = "group_with_date"
    ENTRY_OR_COMMITMENT = "entry_or_commitment"
    FAILED_COMMITMENT = "failed_commitment"
    NEW_DATE = "new_date"
    DATE_TO_LOOK_AGAIN = "date_to_look_again"
    # what must stand already
    SHARED_VERSION = "shared_version"
    SEEN_BY_SUBMITTER = "seen_by_submitter"
    ON_AN_OPEN_AGENDA = "on_an_open_agenda"
    PUBLISHED_PRODUCT = "published_product"
    COMMITMENTS_SETTLED = "commitments_settled"


STANDING: frozenset[Need] = frozenset(
    {
        Need.SHARED_VERSION,
        Need.SEEN_BY_SUBMITTER,
        Need.ON_AN_OPEN_AGENDA,
        Need.PUBLISHED_PRODUCT,
        Need.COMMITMENTS_SETTLED,
    }
)
CHOICES: frozenset[Need] = frozenset(
    {
        Need.TEXT_CHECK,
        Need.GUIDANCE_OR_LINK,
        Need.DILEMMA_TO_JOIN,
        Need.TLP_LABEL,
        Need.PRESENTER,
        Need.PLANNED_MEETING,
        Need.GROUP_WITH_DATE,
        Need.ENTRY_OR_COMMITMENT,
        Need.FAILED_COMMITMENT,
        Need.NEW_DATE,
        Need.DATE_TO_LOOK_AGAIN,
    }
)
WORDS: frozenset[Need] = frozenset(Need) - STANDING - CHOICES
