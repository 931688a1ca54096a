"""A walk in which people do what comes up, on any dilemma, on any day; chance is the only one who decides."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import datetime, timedelta
from random import Random

from tests import factories
from tests.deliberation.doing import SAID, do, submitter_of
from tests.factories import MONDAY, words
from tests.personas import as_actor, council_chair, director, participant, platform_chair, secretary
from verder.deliberation.actor import Actor, Intent
from verder.deliberation.models import (
    Commitment,
    CommitmentState,
    Dilemma,
    HowSeen,
    ItemKind,
    Meeting,
    MeetingState,
    Presenter,
    Submitter,
    WorkingGroup,
)
from verder.deliberation.operations import (
    agenda,
    commitments,
    council,
    exchange,
    groups,
    intake,
    platform,
    secretariat,
    sharing,
)
from verder.deliberation.queries.agenda import item_to_decide
from verder.domain.ladder import Step, steps_from
from verder.domain.rungs import ENDS, Party, Rung
from verder.domain.tlp import Tlp
from verder.network.models import BodyKind

MOST_DILEMMAS = 12
DAY = timedelta(days=1)


class Walk:
    """The people, the clock and the chance of one walk."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)  # noqa: S311 -- a walk can be walked again
        self.now: datetime = MONDAY
        self.clerk, self.colleague = secretary(), secretary()
        self.chair, self.council_chair = platform_chair(), council_chair()
        self.lead, self.owner = participant(), director()
        self.publication = factories.published_guidance()
        self.taken: list[str] = []

    def go_on(self) -> Dilemma:
        """Let something happen, and return the dilemma that it happened to."""
        self.now += self.chance.choice((0, 0, 1, 2, 5)) * DAY
        under_way = list(Dilemma.objects.select_related("submitter").exclude(rung__in=ENDS))
        if not under_way or (Dilemma.objects.count() < MOST_DILEMMAS and self.chance.random() < 0.2):
            return self._put_in()
        ended = list(Dilemma.objects.select_related("submitter").filter(rung__in=ENDS))
        dilemma = self.chance.choice(ended if ended and self.chance.random() < 0.1 else under_way)
        steps = [step for step in steps_from(Rung(dilemma.rung)) if self._is_wanted(step)]
        if steps:
            step = self.chance.choice(steps)
            getattr(self, f"_{step.name}")(dilemma)
            self.taken.append(step.name)
        return factories.fresh(dilemma)

    def _is_wanted(self, step: Step) -> bool:
        return not step.ends or self.chance.random() < 0.2  # or most walks would end where they begin

    def _put_in(self) -> Dilemma:
        by_telephone = self.chance.random() < 0.3
        request = intake.Request(words(), intake.Sender(role="docent"))
        enter = intake.record_for_caller if by_telephone else intake.submit
        actor = as_actor(self.clerk, self.now) if by_telephone else Actor()
        receipt = enter(request, actor=actor, at=self.now, intent=Intent(request_key=uuid.uuid4()))
        address = f"inbrenger-{receipt.number}@voorbeeld.example"
        Submitter.objects.filter(dilemma__number=receipt.number).update(email=address, email_confirmed_at=self.now)
        self.taken.append("record" if by_telephone else "submit")
        return Dilemma.objects.select_related("submitter").get(number=receipt.number)

    def _take(self, operation: Callable[..., object], dilemma: Dilemma, by: object = None, **needs: object) -> None:
        do(operation, dilemma, by or self.clerk, at=self.now, **needs)

    def _ask_submitter(self, dilemma: Dilemma) -> None:
        self._take(exchange.ask_submitter, dilemma, question=SAID)

    def _reply(self, dilemma: Dilemma) -> None:
        self._take(exchange.reply, dilemma, submitter_of(dilemma), answer=SAID)

    def _proceed(self, dilemma: Dilemma) -> None:
        self._take(exchange.proceed, dilemma, reason=SAID)

    def _answer(self, dilemma: Dilemma) -> None:
        self._take(secretariat.answer, dilemma, publications=[self.publication], link=None, message=SAID)

    def _refer(self, dilemma: Dilemma) -> None:
        self._take(secretariat.refer, dilemma, where_to=SAID, message=SAID)

    def _decline(self, dilemma: Dilemma) -> None:
        self._take(secretariat.decline, dilemma, reason=SAID, message=SAID)

    def _merge(self, dilemma: Dilemma) -> None:
        others = Dilemma.objects.exclude(rung__in=ENDS).exclude(pk=dilemma.pk).order_by("pk")
        other = others.first() or self._put_in()
        self._take(secretariat.merge, dilemma, into=other.number, message=SAID)

    def _admit(self, dilemma: Dilemma) -> None:
        self._share(dilemma)
        needs = {"tlp": Tlp(dilemma.tlp), "presenter": Presenter.SECRETARIAT, "public_title": ""}
        self._take(secretariat.admit, dilemma, **needs)

    def _share(self, dilemma: Dilemma) -> None:
        self._take(sharing.prepare_shared_version, dilemma, words=words())
        self._take(sharing.state_how_seen, dilemma, how=HowSeen.BY_TELEPHONE)

    def _place_on_agenda(self, dilemma: Dilemma) -> None:
        self._share(dilemma)
        self._place(dilemma, BodyKind.PLATFORM)

    def _place_on_council_agenda(self, dilemma: Dilemma) -> None:
        self._place(dilemma, BodyKind.COUNCIL)

    def _place(self, dilemma: Dilemma, kind: BodyKind) -> None:
        planned = Meeting.objects.filter(body__kind=kind, state=MeetingState.PLANNED, starts_at__gte=self.now)
        meeting = planned.first() or factories.meeting_of(kind, self.clerk, at=self.now, in_days=5)
        self._take(agenda.place_on_agenda, dilemma, meeting=meeting.key, kind=ItemKind.DECISION)

    def _carry_over(self, dilemma: Dilemma) -> None:
        if self.chance.random() < 0.5:
            self._take(agenda.carry_over, dilemma, reason=SAID)
            return
        meeting, cancelled = item_to_decide(dilemma).meeting, self.chance.random() < 0.5
        self.now = self.now if cancelled else max(self.now, meeting.starts_at)
        actor = as_actor(self.clerk, self.now)
        agenda.close_meeting(meeting.key, reason=SAID, cancelled=cancelled, actor=actor, at=self.now)

    _defer = _carry_over

    def _decide(self, operation: Callable[..., object], dilemma: Dilemma, **needs: object) -> None:
        self.now = max(self.now, item_to_decide(dilemma).meeting.starts_at)
        chair = self.chair if dilemma.rung == Rung.PLATFORM else self.council_chair
        self._take(operation, dilemma, chair, **needs)

    def _resolve(self, dilemma: Dilemma) -> None:
        self._decide(platform.resolve, dilemma, solution=SAID, how_spread=SAID, message=SAID)

    def _assign_working_group(self, dilemma: Dilemma) -> None:
        self._decide(platform.assign_working_group, dilemma, assignment=SAID)

    def _escalate_directly(self, dilemma: Dilemma) -> None:
        self._decide(platform.escalate_directly, dilemma, why_no_group=SAID, asked_of_directors=SAID)

    def _form_working_group(self, dilemma: Dilemma) -> None:
        running = WorkingGroup.objects.filter(ended_at=None).first()
        joins = running is not None and self.chance.random() < 0.4
        new = groups.NewGroup("Werkgroep", [], self.lead, self.now.date() + 14 * DAY)
        self._take(groups.form_working_group, dilemma, group=running.body.key if joins else new)

    def _deliver(self, dilemma: Dilemma) -> None:
        group = dilemma.served_by.get(until=None).group
        groups.add_product(group, self.publication, actor=as_actor(self.lead, self.now), at=self.now)
        self._take(groups.deliver, dilemma, self.lead, message=SAID)

    def _report_back(self, dilemma: Dilemma) -> None:
        self._take(groups.report_back, dilemma, self.lead, to_decide=SAID)

    def _let_lapse(self, dilemma: Dilemma) -> None:
        self._take(groups.let_lapse, dilemma, self.lead, why_gone=SAID, message=SAID)

    def _escalate(self, dilemma: Dilemma) -> None:
        said = {"what_was_tried": SAID, "why_no_result": SAID, "that_it_persists": SAID, "asked_of_directors": SAID}
        self._take(groups.escalate, dilemma, self.lead, **said)

    def _commit(self, dilemma: Dilemma) -> None:
        self.now = max(self.now, item_to_decide(dilemma).meeting.starts_at)
        promise = council.Promise(SAID, self.owner, self.now.date() + 20 * DAY, forum="Kamerbrief")
        self._decide(council.commit, dilemma, promises=[promise])

    def _settle(self, dilemma: Dilemma) -> None:
        self._decide(council.settle, dilemma, decision=SAID, message=SAID)

    def _return_to_platform(self, dilemma: Dilemma) -> None:
        self._decide(council.return_to_platform, dilemma, direction=SAID)

    def _return_to_working_group(self, dilemma: Dilemma) -> None:
        self._decide(council.return_to_working_group, dilemma, what_more=SAID)

    def _close_unsolved(self, dilemma: Dilemma) -> None:
        later = max(self.now, item_to_decide(dilemma).meeting.starts_at).date() + 200 * DAY
        said = {"reason": SAID, "what_was_tried": SAID, "message": SAID}
        self._decide(council.close_unsolved, dilemma, look_again_on=later, **said)

    def _conclude(self, dilemma: Dilemma) -> None:
        for open_one in Commitment.objects.filter(dilemma=dilemma, state=CommitmentState.OPEN):
            actor = as_actor(self.owner, self.now)
            commitments.keep_commitment(open_one.key, result=SAID, actor=actor, at=self.now, intent=Intent())
        self._take(council.conclude, dilemma, outcome=SAID, message=SAID)

    def _resume(self, dilemma: Dilemma) -> None:
        failed = dilemma.commitments.filter(state=CommitmentState.OPEN).last()
        actor = as_actor(self.owner, self.now)
        commitments.drop_commitment(failed.key, reason=SAID, actor=actor, at=self.now, intent=Intent())
        self._take(council.resume, dilemma, failed=failed.key, reason=SAID)

    def _extend(self, dilemma: Dilemma) -> None:
        asked = dilemma.responsible == Party.SUBMITTER and dilemma.next_date >= self.now.date()
        by = submitter_of(dilemma) if asked else self.clerk
        self._take(secretariat.extend, dilemma, by, reason=SAID, new_date=self.now.date() + 9 * DAY)

    def _reopen(self, dilemma: Dilemma) -> None:
        self._take(secretariat.reopen, dilemma, evidence=SAID)

    def _withdraw(self, dilemma: Dilemma) -> None:
        self._take(secretariat.withdraw, dilemma, submitter_of(dilemma), reason=SAID)
