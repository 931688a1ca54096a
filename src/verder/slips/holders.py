"""Every column that holds words of people, and how it is reached from a dilemma.

A new text column gets one line here: in HOLDERS when people write in it, in NOT_WORDS with a reason when they do not.
A test walks all tables and fails for a column that stands in neither.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Model, Q, QuerySet

from verder.deliberation import models as deliberation
from verder.deliberation.models import NARRATIVE_FIELDS, Dilemma, DilemmaPublication, GroupProduct
from verder.domain.tlp import Tlp
from verder.files.models import StoredFile
from verder.guidance.models import AidAnswer, AidStep, Feedback, Publication, PublicationPart, Review
from verder.network.models import Body, Membership
from verder.post.models import Delivery, LocalLetter
from verder.slips.models import Slip
from verder.workspace import models as workspace


@dataclass(frozen=True, slots=True)
class Holder:
    """A table with columns of words; `reach` finds its rows from a dilemma, None means: by the words themselves."""

    model: type[Model]
    columns: tuple[str, ...]
    reach: Callable[[Dilemma], Q] | None
    guard: str = ""
    """The trigger that keeps a row as it was; it makes way for hiding alone."""
    whole: Callable[[int], QuerySet[Any]] | None = None
    """Finds what carries the version for a row that has none of its own."""
    counter: str = "version"
    """The column of `whole` that counts its changes."""

    @property
    def table(self) -> str:
        """The code of the table, as it stands in events and in the journal."""
        return self.model._meta.label_lower  # noqa: SLF001 -- Django's public name for it


def _along(path: str) -> Callable[[Dilemma], Q]:
    return lambda dilemma: Q(**{path: dilemma.pk})


def _guidance_of(dilemma: Dilemma) -> Q:
    answering = DilemmaPublication.objects.filter(dilemma=dilemma).values("publication")
    made = GroupProduct.objects.filter(group__served__dilemma=dilemma).values("publication")
    led_to = Q(pk__in=answering) | Q(pk__in=made)
    pieces = Publication.objects.filter(led_to)
    return led_to | Q(edition_of__in=pieces) | Q(succeeds__in=pieces)


def _in_guidance(path: str) -> Callable[[Dilemma], Q]:
    """Find the parts, reviews, steps and answers that belong to guidance that a dilemma led to."""
    return lambda dilemma: Q(**{f"{path}__in": Publication.objects.filter(_guidance_of(dilemma))})


def _of_meeting_or_item(dilemma: Dilemma) -> Q:
    return Q(item__dilemma=dilemma) | Q(item=None, meeting__items__dilemma=dilemma)


def _of_paper(dilemma: Dilemma) -> Q:
    """Find the papers at items about a dilemma, about what led to it or came of it, and at those about nothing else."""
    free = Q(item__dilemma=None, item__signal=None, item__publication=None, item__meeting__items__dilemma=dilemma)
    written = Q(item__publication__in=Publication.objects.filter(_guidance_of(dilemma)))
    return Q(item__dilemma=dilemma) | Q(item__signal__dilemma=dilemma) | written | free


def _groups_that_tell_of(dilemma: Dilemma) -> QuerySet[deliberation.WorkingGroup]:
    """Find the groups that serve a dilemma; where one of several is under TLP:RED, that one holds what they share."""
    groups = deliberation.WorkingGroup.objects.filter(served__dilemma=dilemma)
    return groups if dilemma.tlp == Tlp.RED else groups.exclude(served__dilemma__tlp=Tlp.RED)


def _in_group(dilemma: Dilemma) -> Q:
    """Find what a group shares about all that it serves."""
    return Q(group__in=_groups_that_tell_of(dilemma))


def _in_text(path: str) -> Callable[[Dilemma], Q]:
    """Find what belongs to a text that a group wrote about a dilemma, or about all that it serves."""

    def reach(dilemma: Dilemma) -> Q:
        texts = workspace.GroupText.objects.filter(Q(dilemma=dilemma) | (Q(dilemma=None) & _in_group(dilemma)))
        return Q(**{f"{path}__in": texts.values("pk")})

    return reach


def files_of(dilemma: Dilemma) -> Q:
    """Find the files with a dilemma, and the papers that go with it."""
    papers = deliberation.ItemPaper.objects.filter(_of_paper(dilemma))
    of_groups = workspace.GroupPaper.objects.filter(_in_group(dilemma))
    links = (dilemma.files.values("file"), papers.values("file"), of_groups.values("file"))
    return reduce(or_, (Q(pk__in=files) for files in links))


HOLDERS: tuple[Holder, ...] = (
    Holder(deliberation.Dilemma, ("public_title",), _along("pk")),
    Holder(deliberation.Original, NARRATIVE_FIELDS, _along("dilemma")),
    Holder(deliberation.SharedVersion, NARRATIVE_FIELDS, _along("dilemma")),
    Holder(deliberation.Exemption, ("reason",), _along("dilemma")),
    Holder(deliberation.Message, ("text",), _along("dilemma")),
    Holder(deliberation.Note, ("text",), _along("dilemma")),
    Holder(deliberation.StepWords, ("text",), _along("dilemma")),
    Holder(deliberation.DeclinedReopening, ("reason",), _along("dilemma")),
    Holder(deliberation.Submitter, ("role", "name", "organisation"), _along("dilemma")),
    Holder(
        deliberation.AgendaItem,
        ("title", "annotation"),
        _along("dilemma"),
        whole=lambda row: deliberation.Meeting.objects.filter(items=row),
        counter="agenda_version",
    ),
    Holder(deliberation.ItemPaper, ("title",), _of_paper),
    Holder(
        deliberation.CoverNote,
        ("asked", "tried", "options"),
        _along("item__dilemma"),
        whole=lambda row: deliberation.Meeting.objects.filter(items__cover_note=row),
        counter="agenda_version",
    ),
    Holder(deliberation.WrittenInput, ("text",), _along("item__dilemma")),
    Holder(deliberation.ItemRecord, ("decision", "minutes"), _along("item__dilemma")),
    Holder(deliberation.SentItem, ("title",), _along("item__dilemma"), guard="deliberation.SentItem:stays_as_it_was"),
    Holder(deliberation.Action, ("text", "result"), _of_meeting_or_item),
    Holder(deliberation.Meeting, ("place", "introduction"), _along("items__dilemma")),
    Holder(deliberation.PublicOutcomes, ("summary",), _along("meeting__items__dilemma")),
    Holder(deliberation.DatePoll, ("place",), _along("meeting__items__dilemma")),
    Holder(deliberation.Invitation, ("substitute_words",), _along("meeting__items__dilemma")),
    Holder(deliberation.Signal, ("title", "text", "reply"), _along("dilemma")),
    Holder(StoredFile, ("name",), files_of),
    Holder(deliberation.Commitment, ("forum", "text", "reason"), _along("dilemma")),
    Holder(deliberation.CommitmentStep, ("text",), _along("commitment__dilemma")),
    Holder(deliberation.ProgressReport, ("text",), _along("commitment__dilemma")),
    Holder(
        deliberation.WorkingGroup, ("assignment", "public_question", "structural_reason"), _along("served__dilemma")
    ),
    Holder(deliberation.AccessChange, ("reason",), _along("group__served__dilemma")),
    Holder(Membership, ("on_behalf_of",), _along("body__working_group__served__dilemma")),
    Holder(Body, ("name",), _along("working_group__served__dilemma")),
    Holder(workspace.GroupText, ("title",), _in_text("pk")),
    Holder(workspace.EarlierTitle, ("title",), _in_text("text")),
    Holder(
        workspace.SectionVersion,
        ("heading", "words"),
        _in_text("section__text"),
        guard="workspace.SectionVersion:stays_as_it_was",
        whole=lambda row: workspace.Section.objects.filter(versions=row),
    ),
    Holder(workspace.Remark, ("words", "proposal", "reply"), _in_text("section__text")),
    Holder(workspace.Contribution, ("words",), _in_group),
    Holder(workspace.OpenPoint, ("words",), _in_group),
    Holder(workspace.GroupPaper, ("title",), _in_group),
    Holder(Publication, ("title", "slug", "summary", "text", "experts", "change", "withdrawn_because"), _guidance_of),
    Holder(
        PublicationPart,
        ("heading", "text", "source", "read_by"),
        _in_guidance("publication"),
        whole=lambda row: Publication.objects.filter(parts=row),
    ),
    Holder(Review, ("words",), _in_guidance("publication")),
    Holder(
        AidStep,
        ("title", "text"),
        _in_guidance("publication"),
        whole=lambda row: Publication.objects.filter(aid_steps=row),
    ),
    Holder(
        AidAnswer,
        ("text", "hint"),
        _in_guidance("step__publication"),
        whole=lambda row: Publication.objects.filter(aid_steps__answers=row),
    ),
    Holder(Feedback, ("why",), _in_guidance("publication")),
    Holder(Slip, ("reason",), lambda dilemma: Q(dilemma=dilemma.key)),
    Holder(Delivery, ("subject", "body", "calendar"), None),
    Holder(LocalLetter, ("subject", "body", "calendar"), None),
)
BY_TABLE = {holder.table: holder for holder in HOLDERS}

CODES = "a code that the software gives, never typed"
OFFICE = "kept by the secretariat or an administrator on a page of its own, where it can be changed"
NOT_WORDS: dict[str, str] = {
    **dict.fromkeys(
        (
            "audit.event",
            "deliberation.meetingpack",
            "distribution.recipient",
            "gate.count",
            "deliberation.numberseries",
            "deliberation.tally",
        ),
        CODES,
    ),
    **dict.fromkeys(
        (
            "network.person",
            "network.organisation",
            "network.organisationkind",
            "network.theme",
            "network.profession",
            "network.term",
            "network.urgentroute",
            "network.allowedword",
            "guidance.principle",
            "guidance.evidencerules",
        ),
        OFFICE,
    ),
    "slips.hiddenplace": "the locked place of the words themselves",
    "network.membership.seat": CODES,
    "deliberation.dilemma.number": CODES,
    "deliberation.dilemma.rung": CODES,
    "deliberation.dilemma.responsible": CODES,
    "deliberation.dilemma.tlp": CODES,
    "deliberation.dilemma.presenter": CODES,
    "deliberation.dilemma.ended_by": CODES,
    "deliberation.sharedversion.how_seen": CODES,
    "deliberation.exemption.field": CODES,
    "deliberation.exemption.label": CODES,
    "deliberation.message.party": CODES,
    "deliberation.stepwords.need": CODES,
    "deliberation.submitter.channel": CODES,
    "deliberation.submitter.known_to": CODES,
    "deliberation.submitter.receipt_hash": CODES,
    "deliberation.submitter.email": "an address, which submitters change and take away themselves",
    "deliberation.meeting.state": CODES,
    "deliberation.agendaitem.kind": CODES,
    "deliberation.agendaitem.state": CODES,
    "deliberation.commitment.kind": CODES,
    "deliberation.commitment.state": CODES,
    "deliberation.progressreport.outlook": CODES,
    "deliberation.serveddilemma.verdict": CODES,
    **dict.fromkeys(
        (
            "files.storedfile.kind",
            "files.storedfile.digest",
            "files.storedfile.state",
            "files.storedfile.scan",
            "deliberation.meeting.manner",
            "deliberation.signal.kind",
            "deliberation.signal.reach",
            "deliberation.signal.tlp",
            "deliberation.signal.state",
            "deliberation.agendaitem.purpose",
            "deliberation.dilemmafile.party",
            "deliberation.invitation.invited_as",
            "deliberation.invitation.token_hash",
            "deliberation.invitation.reply",
            "deliberation.invitation.earlier_reply",
            "deliberation.datepoll.manner",
            "deliberation.datepoll.state",
            "deliberation.ballot.token_hash",
            "deliberation.ballotanswer.suits",
            "deliberation.sentitem.kind",
            "deliberation.sentitem.state",
            "deliberation.sentoverview.rung",
            "deliberation.signoff.role",
            "deliberation.signoff.change",
        ),
        CODES,
    ),
    "notices.subscription.address": "an address, which its owner takes away by the link in each letter",
    "network.body.kind": CODES,
    "workspace.grouptext.template": CODES,
    "workspace.section.code": CODES,
    "workspace.remark.outcome": CODES,
    "guidance.aidstep.key": CODES,
    "guidance.aidanswer.leads_to": CODES,
    "guidance.publicationpart.code": CODES,
    "guidance.feedback.verdict": CODES,
    "guidance.feedback.voice": CODES,
    "guidance.publication.kind": CODES,
    "guidance.publication.tlp": CODES,
    "guidance.publication.state": CODES,
    "guidance.publication.evidence": CODES,
    "slips.slip.state": CODES,
    "post.delivery.recipient_hash": CODES,
    "post.delivery.recipient": "an address, gone once the letter is sent unless it comes back",
    "post.delivery.unsubscribe": "an address of our own, gone once the letter is sent",
    "post.delivery.state": CODES,
    "post.delivery.refusal": "what a mail server answered",
    "post.returnbox.place": CODES,
    "post.returnbox.trouble": CODES,
    "post.localletter.recipient": "an address in the demo, where nothing leaves the machine",
}
