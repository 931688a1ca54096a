"""Every operation on the way of a dilemma, each with a scene in which it can be carried out."""

from __future__ import annotations

import inspect
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from tests import factories
from tests.deliberation import agenda_acts
from tests.factories import MONDAY, checked, words
from tests.files import making
from tests.files.making import checked_file
from tests.personas import as_actor, director, organisation, participant, person, secretary
from verder.deliberation.actor import Actor, Intent
from verder.deliberation.links import Purpose, link_to
from verder.deliberation.models import (
    AgendaItem,
    Dilemma,
    HowSeen,
    ItemKind,
    ItemState,
    KnownTo,
    Manner,
    Meeting,
    Outlook,
    PollOption,
    Presenter,
    SignalKind,
    SignalReach,
    SignOffRole,
    Submitter,
)
from verder.deliberation.operations import (
    actions,
    agenda,
    asking,
    attachments,
    commitments,
    council,
    exchange,
    filling,
    group_seats,
    groups,
    handing_over,
    intake,
    invitations,
    meetings,
    outcomes,
    packs,
    papers,
    planning,
    platform,
    polls,
    preparation,
    proceedings,
    progress,
    reminders,
    reopening,
    replies,
    secretariat,
    sending,
    sharing,
    signalling,
    submitter,
)
from verder.domain.tlp import Tlp
from verder.network.models import BodyKind, Person, Theme

ADDRESS = "inbrenger@voorbeeld.example"
SAID = checked("Dit is een reden.")
MESSAGE = checked("Dit betekent het voor u.")
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything stands ready: who acts, when, on what, and with which needs."""

    actor: Actor | None
    at: datetime = MONDAY
    dilemma: Dilemma | None = None
    subject: tuple[object, ...] | None = None
    needs: Mapping[str, object] = field(default_factory=dict)

    @property
    def arguments(self) -> tuple[object, ...]:
        """What the operation is about: the dilemma's number unless said otherwise."""
        if self.subject is not None:
            return self.subject
        return (self.dilemma.number,) if self.dilemma else ()


@dataclass(frozen=True, slots=True)
class Act:
    """One operation and its scene."""

    operation: Callable[..., object]
    set_scene: Callable[[], Scene]

    @property
    def takes_intent(self) -> bool:
        """Whether a form leads to it, with a version and a key."""
        return "intent" in inspect.signature(self.operation).parameters

    def perform(self, scene: Scene, intent: Intent | None = None) -> object:
        """Carry the operation out."""
        given: dict[str, object] = {"at": scene.at, **scene.needs}
        if scene.actor is not None:
            given["actor"] = scene.actor
        if self.takes_intent:
            given["intent"] = intent or Intent(request_key=uuid.uuid4())
        return self.operation(*scene.arguments, **given)

    def __str__(self) -> str:
        module, name = self.operation.__module__.rsplit(".", 1)[-1], self.operation.__name__
        return f"{module}.{name}"


def _as_submitter(dilemma: Dilemma) -> Actor:
    return Actor(submitter_of=dilemma.key)


def _reachable(dilemma: Dilemma) -> Dilemma:
    Submitter.objects.filter(dilemma=dilemma).update(email=ADDRESS, email_confirmed_at=dilemma.submitted_at)
    return factories.fresh(dilemma)


def _at_intake(**needs: object) -> Scene:
    clerk = secretary()
    secretary()
    return Scene(as_actor(clerk, MONDAY), dilemma=_reachable(factories.dilemma_at_intake()), needs=needs)


def _asked() -> Scene:
    scene = _at_intake(reason=SAID)
    exchange.ask_submitter(
        scene.arguments[0], question=checked("Wie?"), actor=scene.actor, at=scene.at, intent=Intent()
    )
    return replace(scene, dilemma=factories.fresh(scene.dilemma))


def _shared(**needs: object) -> Scene:
    scene = _at_intake(**needs)
    sharing.prepare_shared_version(scene.dilemma.number, words=words(), actor=scene.actor, at=scene.at, intent=Intent())
    return replace(scene, dilemma=factories.fresh(scene.dilemma))


def _seen(**needs: object) -> Scene:
    scene = _shared(**needs)
    sharing.agree_to_shared_version(
        scene.dilemma.number, actor=_as_submitter(scene.dilemma), at=scene.at, intent=Intent()
    )
    return replace(scene, dilemma=factories.fresh(scene.dilemma))


def _red(**needs: object) -> Scene:
    clerk = secretary()
    secretary()
    dilemma = _reachable(factories.dilemma_at_intake(tlp=Tlp.RED))
    return Scene(as_actor(clerk, MONDAY), dilemma=dilemma, needs=needs)


def _waiting(**needs: object) -> Scene:
    clerk = secretary()
    dilemma = factories.admitted(_reachable(factories.dilemma_at_intake()), clerk)
    return Scene(as_actor(clerk, MONDAY), dilemma=dilemma, needs=needs)


def _to_be_placed() -> Scene:
    scene = _waiting()
    meeting = factories.meeting_of(BodyKind.PLATFORM, scene.actor.standing.person)
    needs = {"meeting": meeting.key, "kind": ItemKind.DECISION}
    return replace(scene, dilemma=factories.fresh(scene.dilemma), needs=needs)


def _at_platform(**needs: object) -> Scene:
    clerk = secretary()
    dilemma, meeting = factories.at_platform(clerk)
    return Scene(as_actor(clerk, MONDAY), meeting.starts_at, _reachable(dilemma), needs=needs)


def _assigned() -> Scene:
    scene, lead = _at_platform(), participant()
    platform.assign_working_group(
        scene.dilemma.number, assignment=SAID, actor=scene.actor, at=scene.at, intent=Intent()
    )
    group = groups.NewGroup("Werkgroep", [participant()], lead, date(2026, 4, 1))
    return replace(scene, dilemma=factories.fresh(scene.dilemma), needs={"group": group})


def _in_group(**needs: object) -> Scene:
    lead, at = participant(), MONDAY + 20 * DAY
    dilemma = _reachable(factories.in_working_group(secretary(), lead=lead))
    return Scene(as_actor(lead, at), at, dilemma, needs=needs)


def _with_product() -> Scene:
    scene = _in_group(message=MESSAGE)
    group = scene.dilemma.served_by.get().group
    groups.add_product(group, factories.published_guidance(), actor=scene.actor, at=scene.at)
    return scene


def _product_to_add() -> Scene:
    scene = _in_group()
    group = scene.dilemma.served_by.get().group
    return replace(scene, dilemma=None, subject=(group, factories.published_guidance()))


def _group_to_join() -> Scene:
    scene = _in_group()
    return replace(scene, dilemma=None, subject=(scene.dilemma.served_by.get().group, person("lid")))


def _specialist_to_invite() -> Scene:
    scene = _in_group()
    guest = group_seats.Guest("Een specialist", "nieuw@voorbeeld.example", "Een universiteit", date(2026, 5, 1))
    return replace(scene, dilemma=None, subject=(scene.dilemma.served_by.get().group, guest))


def _specialist_invited(**needs: object) -> Scene:
    scene = _specialist_to_invite()
    membership = group_seats.invite_specialist(*scene.subject, actor=scene.actor, at=MONDAY + 8 * DAY)
    return replace(scene, subject=(membership.body.working_group, membership), needs=needs)


def _own_seat_in_group() -> Scene:
    scene = _in_group(shown=True)
    group = scene.dilemma.served_by.get().group
    own = group.body.memberships.get(person=scene.actor.standing.person)
    return replace(scene, dilemma=None, subject=(group, own))


def _group_to_leave() -> Scene:
    scene = _in_group(reason=SAID)
    group, member = scene.dilemma.served_by.get().group, person("lid")
    membership = group_seats.join_group(group, member, actor=scene.actor, at=MONDAY + 8 * DAY)
    return replace(scene, dilemma=None, subject=(group, membership))


def _group_to_show() -> Scene:
    scene = _in_group(question=SAID)
    return replace(scene, dilemma=None, subject=(scene.dilemma.served_by.get().group,))


def _group_to_stay() -> Scene:
    scene = _in_group(reason=SAID, until=date(2026, 12, 1))
    return replace(scene, dilemma=None, subject=(scene.dilemma.served_by.get().group,))


def _at_council(**needs: object) -> Scene:
    clerk = secretary()
    dilemma, meeting = factories.at_council(clerk, lead=participant())
    return Scene(as_actor(clerk, MONDAY), meeting.starts_at, _reachable(dilemma), needs=needs)


def _to_commit() -> Scene:
    owner = director()
    promise = council.Promise(SAID, owner, date(2026, 5, 1), organisation=organisation())
    return _at_council(promises=[promise])


def _followed_up(**needs: object) -> Scene:
    scene = _to_commit()
    council.commit(scene.dilemma.number, actor=scene.actor, at=scene.at, intent=Intent(), **scene.needs)
    return replace(scene, dilemma=factories.fresh(scene.dilemma), needs=needs)


def _promise_to_settle(**needs: object) -> Scene:
    scene = _followed_up(**needs)
    return replace(scene, subject=(scene.dilemma.commitments.get().key,))


def _question_by_mail() -> Scene:
    scene = _promise_to_settle(report=progress.Report(Outlook.STUCK, SAID), asked_on=MONDAY.date())
    owner = scene.dilemma.commitments.get().owner
    return replace(scene, subject=(*scene.arguments, owner.opaque_id), actor=None)


def _to_ask_and_warn() -> Scene:
    scene = _followed_up()
    scene.dilemma.commitments.update(ask_on=scene.at.date())
    return replace(scene, dilemma=None, actor=None, at=MONDAY + 200 * DAY)


def _kept() -> Scene:
    scene = _promise_to_settle()
    commitments.keep_commitment(*scene.arguments, result=SAID, actor=scene.actor, at=scene.at, intent=Intent())
    return replace(
        scene, subject=None, dilemma=factories.fresh(scene.dilemma), needs={"outcome": SAID, "message": MESSAGE}
    )


def _failed() -> Scene:
    scene = _followed_up()
    key = scene.dilemma.commitments.get().key
    return replace(scene, at=MONDAY + 120 * DAY, needs={"failed": key, "reason": SAID})


def _declined(**needs: object) -> Scene:
    scene = _seen()
    secretariat.decline(
        scene.dilemma.number, reason=SAID, message=MESSAGE, actor=scene.actor, at=scene.at, intent=Intent()
    )
    return replace(scene, dilemma=factories.fresh(scene.dilemma), needs=needs)


def _with_file(content: bytes) -> Scene:
    scene = _shared()
    files = [checked_file(content)]
    attachments.attach(scene.dilemma.number, files=files, actor=scene.actor, at=scene.at, intent=Intent())
    return replace(scene, needs={"file": scene.dilemma.files.get().file.key})


def _by_submitter(scene: Scene) -> Scene:
    return replace(scene, actor=_as_submitter(scene.dilemma))


def _to_merge() -> Scene:
    other = factories.dilemma_at_intake()
    return _at_intake(into=other.number, message=MESSAGE)


def _to_answer() -> Scene:
    return _at_intake(publications=[factories.published_guidance()], link=None, message=MESSAGE)


def _unhelpful() -> Scene:
    scene, piece = _at_intake(), factories.published_guidance()
    dilemma = factories.answered_with(piece, scene.dilemma, scene.actor)
    needs = {"publication": piece, "heard": factories.did_not_help(piece).pk, "reason": SAID}
    return replace(scene, dilemma=dilemma, needs=needs)


def _meeting_to_plan() -> Scene:
    scene = _waiting(plan=meetings.Plan(MONDAY + 9 * DAY, "Utrecht"))
    return replace(scene, subject=(factories.body_of(BodyKind.PLATFORM),))


def _meeting_to_fill() -> Scene:
    scene = _at_intake(title=checked("Mededelingen"), kind=ItemKind.INFORMATION)
    meeting = factories.meeting_of(BodyKind.PLATFORM, scene.actor.standing.person)
    return replace(scene, dilemma=None, subject=(meeting,))


def _agenda_to_change(**needs: object) -> Scene:
    at_work = agenda_acts.desk()
    return Scene(at_work.actor, subject=(at_work.meeting.key,), needs=needs)


def _waiting_for_an_agenda(kind: str) -> Scene:
    scene, clerk = _agenda_to_change(kind=ItemKind.DISCUSSION), secretary()
    meeting = scene.arguments[0]
    reference: object = {
        "dilemma": lambda: factories.admitted(factories.dilemma_at_intake(), clerk).number,
        "signal": lambda: agenda_acts.signal().key,
        "guidance": lambda: factories.published_guidance().key,
    }[kind]()
    return replace(scene, subject=(reference,), needs={**scene.needs, "meeting": meeting})


def _item(**needs: object) -> Scene:
    at_work = agenda_acts.desk()
    item = at_work.add("Rondvraag")
    at_work.write_note(item)
    return Scene(at_work.actor, subject=(item.key,), needs=needs)


def _item_with_paper(content: bytes) -> Scene:
    scene = _item()
    paper = papers.add_paper(
        *scene.arguments, file=checked_file(content), title=SAID, actor=scene.actor, at=scene.at, intent=Intent()
    )
    return replace(scene, needs={"file": paper.file.key})


def _to_arrange() -> Scene:
    at_work = agenda_acts.desk()
    first, second = at_work.add("Een"), at_work.add("Twee")
    return Scene(at_work.actor, subject=(at_work.meeting.key,), needs={"order": [second.key, first.key]})


def _to_sign() -> Scene:
    at_work = agenda_acts.desk(BodyKind.COUNCIL)
    at_work.add("Mededelingen")
    return Scene(at_work.actor, subject=(at_work.meeting.key,), needs={"role": SignOffRole.SECRETARIAT})


def _to_send() -> Scene:
    at_work = agenda_acts.desk(BodyKind.COUNCIL)
    at_work.add("Mededelingen")
    agenda_acts.signal()
    at_work.sign(*SignOffRole)
    return Scene(at_work.actor, subject=(at_work.meeting.key,))


def _signal_to_send() -> Scene:
    sender = as_actor(participant(), MONDAY)
    body = sender.standing.seats[0].body
    seen = signalling.Seen(SignalKind.INSIGHT, SAID, SAID, SignalReach.REGION, Tlp.GREEN, body)
    return Scene(sender, subject=(seen,))


def _signal_to_close() -> Scene:
    return Scene(as_actor(secretary(), MONDAY), subject=(agenda_acts.signal().key,), needs={"reply": SAID})


def _meeting_to_close() -> Scene:
    scene = _at_platform(reason=SAID, cancelled=False)
    second = factories.admitted(factories.dilemma_at_intake(), scene.actor.standing.person)
    meeting = scene.dilemma.agenda_items.get().meeting
    factories.placed(second, meeting, scene.actor.standing.person)
    return replace(scene, subject=(meeting.key,))


def _of_a_meeting(*rest: object, **needs: object) -> Scene:
    scene, _member = _at_platform(**needs), participant()
    meeting = scene.dilemma.agenda_items.get().meeting
    return replace(scene, at=MONDAY, dilemma=None, subject=(meeting.key, *rest))


def _called(*rest: object, **needs: object) -> Scene:
    scene = _of_a_meeting(*rest, **needs)
    invitations.invite(
        scene.arguments[0], introduction=checked(""), actor=scene.actor, at=MONDAY, intent=factories.new_intent()
    )
    return scene


def _series_to_plan() -> Scene:
    scene = _waiting(plans=[meetings.Plan(MONDAY + days * DAY, "Utrecht") for days in (9, 16)])
    return replace(scene, dilemma=None, subject=(factories.body_of(BodyKind.PLATFORM),))


def _guest_to_invite() -> Scene:
    begin = MONDAY + 7 * DAY
    slot = invitations.Slot(begin, begin + timedelta(hours=1))
    return _of_a_meeting(1, guest=person("gast"), slot=slot)


def _guest_to_withdraw() -> Scene:
    scene = _guest_to_invite()
    guest = invitations.invite_guest(
        *scene.arguments, actor=scene.actor, at=MONDAY, intent=factories.new_intent(), **scene.needs
    )
    return replace(scene, subject=(scene.arguments[0], guest.key), needs={})


def _input_to_write() -> Scene:
    scene = _of_a_meeting(1, text=SAID)
    factories.sent(Meeting.objects.get(), scene.actor.standing.person)
    return replace(scene, actor=as_actor(participant(), MONDAY))


def _poll_to_open() -> Scene:
    clerk, _member = secretary(), participant()
    dates = [(MONDAY + days * DAY, MONDAY + days * DAY + timedelta(hours=2)) for days in (20, 21)]
    asking = polls.Asking(dates, "Utrecht", Manner.IN_PERSON, MONDAY + 7 * DAY)
    return Scene(as_actor(clerk, MONDAY), subject=(factories.body_of(BodyKind.PLATFORM), asking))


def _poll_to_keep() -> Scene:
    scene = _poll_to_open()
    poll = polls.open_poll(*scene.arguments, actor=scene.actor, at=MONDAY, intent=factories.new_intent())
    return replace(scene, subject=(poll.key,))


def _date_to_choose() -> Scene:
    scene = _poll_to_keep()
    option = PollOption.objects.order_by("starts_at")[0]
    return replace(scene, subject=(*scene.arguments, option.pk))


def _to_hand_over() -> Scene:
    scene = _at_intake()
    clerk = scene.actor.standing.person
    other = factories.dilemma_at_intake()
    Dilemma.objects.filter(pk__in=[scene.dilemma.pk, other.pk]).update(handler=clerk)
    return replace(scene, subject=(clerk,), needs={"to": secretary()})


def _form() -> Scene:
    secretary()
    request = intake.Request(words(), intake.Sender(role="docent", email=ADDRESS), tlp=Tlp.RED)
    return Scene(Actor(), subject=(request,))


def _call() -> Scene:
    return replace(_form(), actor=as_actor(secretary(), MONDAY))


def _to_confirm() -> Scene:
    dilemma = factories.dilemma_at_intake()
    Submitter.objects.filter(dilemma=dilemma).update(email=ADDRESS)
    token = link_to(dilemma.key, Purpose.CONFIRM, address=ADDRESS).rsplit("/", 1)[-1]
    return Scene(None, subject=(token,))


def _links_to_send() -> Scene:
    _reachable(factories.dilemma_at_intake())
    return Scene(None, subject=(ADDRESS,))


def _action_to_give() -> Scene:
    scene = _meeting_to_fill()
    meeting = scene.arguments[0]
    to_do = actions.ToDo(SAID, _colleague(), date(2026, 4, 1))
    return replace(scene, subject=(meeting.key,), needs={"to_do": to_do})


def _action_given(**needs: object) -> Scene:
    scene = _action_to_give()
    given = actions.give_action(*scene.arguments, actor=scene.actor, at=scene.at, intent=Intent(), **scene.needs)
    return replace(scene, subject=(given.key,), needs=needs)


def _action_to_ask_after() -> Scene:
    scene = _action_given()
    return replace(scene, needs={"meeting": Meeting.objects.get().key, "kind": ItemKind.DISCUSSION})


def _item_carried_over() -> Scene:
    at_work = agenda_acts.desk()
    item = at_work.add("Begroting")
    AgendaItem.objects.filter(pk=item.pk).update(state=ItemState.CARRIED_OVER)
    return Scene(
        at_work.actor, subject=(item.key,), needs={"meeting": at_work.meeting.key, "kind": ItemKind.DISCUSSION}
    )


def _meeting_to_hold(**needs: object) -> Scene:
    scene = _at_platform(**needs)
    meeting = Meeting.objects.get()
    return replace(scene, dilemma=None, subject=(meeting.key,), at=meeting.starts_at)


def _at_its_item(scene: Scene) -> Scene:
    return replace(scene, subject=(*scene.arguments, AgendaItem.objects.get(dilemma__isnull=False).key))


def _meeting_over() -> Scene:
    scene = _meeting_to_hold()
    agenda.close_meeting(*scene.arguments, reason=SAID, cancelled=False, actor=scene.actor, at=scene.at)
    return scene


def _minutes_to_approve() -> Scene:
    scene = _meeting_over()
    proceedings.send_minutes(*scene.arguments, actor=scene.actor, at=scene.at, intent=Intent())
    later = factories.meeting_of(BodyKind.PLATFORM, scene.actor.standing.person, at=scene.at, in_days=90)
    return replace(scene, at=later.starts_at, needs={"during": later.key})


def _to_remind() -> Scene:
    secretary()
    factories.dilemma_at_intake()
    return Scene(None, at=MONDAY + 9 * DAY)


def _reader() -> Scene:
    return _red(reader=participant())


def _reader_to_remove() -> Scene:
    scene = _reader()
    sharing.name_reader(scene.dilemma.number, actor=scene.actor, at=scene.at, intent=Intent(), **scene.needs)
    return replace(scene, dilemma=factories.fresh(scene.dilemma))


def _colleague() -> Person:
    return secretary()


_ALL: tuple[Act, ...] = (
    Act(intake.submit, _form),
    Act(intake.record_for_caller, _call),
    Act(intake.confirm_address, _to_confirm),
    Act(exchange.ask_submitter, lambda: _at_intake(question=SAID)),
    Act(exchange.reply, lambda: replace(_by_submitter(_asked()), needs={"answer": SAID})),
    Act(exchange.proceed, _asked),
    Act(exchange.say, lambda: _at_intake(text=SAID, answer_by=date(2026, 3, 9))),
    Act(exchange.write_note, lambda: _at_intake(text=SAID)),
    Act(sharing.prepare_shared_version, lambda: _at_intake(words=words())),
    Act(sharing.agree_to_shared_version, lambda: _by_submitter(_shared())),
    Act(sharing.state_how_seen, lambda: _shared(how=HowSeen.BY_TELEPHONE)),
    Act(sharing.change_label, lambda: _at_intake(tlp=Tlp.RED)),
    Act(sharing.name_reader, _reader),
    Act(sharing.remove_reader, _reader_to_remove),
    Act(secretariat.answer, _to_answer),
    Act(secretariat.refer, lambda: _at_platform(where_to=SAID, message=MESSAGE)),
    Act(secretariat.decline, lambda: _at_intake(reason=SAID, message=MESSAGE)),
    Act(secretariat.merge, _to_merge),
    Act(secretariat.admit, lambda: _seen(tlp=Tlp.RED, presenter=Presenter.PARTICIPANT, public_title="Delen")),
    Act(secretariat.reopen, lambda: _declined(evidence=SAID)),
    Act(reopening.decline_to_reopen, _unhelpful),
    Act(secretariat.withdraw, lambda: _by_submitter(_at_platform(reason=SAID))),
    Act(secretariat.extend, lambda: _at_intake(reason=SAID, new_date=date(2026, 4, 1))),
    Act(secretariat.assign_handler, lambda: _at_intake(handler=_colleague())),
    Act(secretariat.set_theme, lambda: _at_intake(theme=Theme.objects.create(name="Informatie delen").pk)),
    Act(handing_over.hand_over, _to_hand_over),
    Act(planning.plan_meeting, _meeting_to_plan),
    Act(planning.plan_series, _series_to_plan),
    Act(planning.move_meeting, lambda: _called(meetings.Plan(MONDAY + 9 * DAY, "Den Haag"))),
    Act(invitations.invite, lambda: _of_a_meeting(introduction=SAID)),
    Act(invitations.remind_now, _called),
    Act(invitations.invite_guest, _guest_to_invite),
    Act(invitations.withdraw_guest, _guest_to_withdraw),
    Act(replies.write_input, _input_to_write),
    Act(polls.open_poll, _poll_to_open),
    Act(polls.choose_date, _date_to_choose),
    Act(polls.close_poll, _poll_to_keep),
    Act(polls.remind_of_poll, _poll_to_keep),
    Act(agenda.place_on_agenda, _to_be_placed),
    Act(agenda.add_item, _meeting_to_fill),
    Act(filling.put_fixed_items, _agenda_to_change),
    Act(filling.put_dilemma_on, lambda: _waiting_for_an_agenda("dilemma")),
    Act(filling.put_signal_on, lambda: _waiting_for_an_agenda("signal")),
    Act(filling.put_guidance_on, lambda: _waiting_for_an_agenda("guidance")),
    Act(filling.take_off, _item),
    Act(filling.arrange, _to_arrange),
    Act(filling.change_item, lambda: _item(words=filling.ItemWords(ItemKind.INFORMATION, 10))),
    Act(filling.write_cover_note, lambda: _item(asked=SAID, tried=SAID, options=SAID)),
    Act(filling.make_cover_note_anew, _item),
    Act(papers.add_paper, lambda: _item(file=checked_file(), title=SAID)),
    Act(papers.state_paper_looked_at, lambda: _item_with_paper(making.png())),
    Act(papers.remove_paper, lambda: _item_with_paper(making.docx())),
    Act(packs.ask_for_pack, _agenda_to_change),
    Act(preparation.sign_off, _to_sign),
    Act(sending.send_agenda, _to_send),
    Act(signalling.send_signal, _signal_to_send),
    Act(signalling.close_signal, _signal_to_close),
    Act(agenda.carry_over, lambda: _at_platform(reason=SAID)),
    Act(agenda.close_meeting, _meeting_to_close),
    Act(platform.resolve, lambda: _at_platform(solution=SAID, how_spread=SAID, message=MESSAGE)),
    Act(platform.assign_working_group, lambda: _at_platform(assignment=SAID)),
    Act(platform.escalate_directly, lambda: _at_platform(why_no_group=SAID, asked_of_directors=SAID)),
    Act(groups.form_working_group, _assigned),
    Act(groups.deliver, _with_product),
    Act(groups.report_back, lambda: _in_group(to_decide=SAID)),
    Act(groups.let_lapse, lambda: _in_group(why_gone=SAID, message=MESSAGE)),
    Act(
        groups.escalate,
        lambda: _in_group(what_was_tried=SAID, why_no_result=SAID, that_it_persists=SAID, asked_of_directors=SAID),
    ),
    Act(groups.add_product, _product_to_add),
    Act(groups.ask_in_public, _group_to_show),
    Act(group_seats.join_group, _group_to_join),
    Act(group_seats.invite_specialist, _specialist_to_invite),
    Act(group_seats.change_access, lambda: _specialist_invited(ends_on=date(2026, 6, 1), reason=SAID)),
    Act(group_seats.invite_again, _specialist_invited),
    Act(group_seats.leave_group, _group_to_leave),
    Act(group_seats.let_be_shown, _own_seat_in_group),
    Act(groups.let_stay, _group_to_stay),
    Act(council.commit, _to_commit),
    Act(council.settle, lambda: _at_council(decision=SAID, message=MESSAGE)),
    Act(council.return_to_platform, lambda: _at_council(direction=SAID)),
    Act(council.return_to_working_group, lambda: _at_council(what_more=SAID)),
    Act(
        council.close_unsolved,
        lambda: _at_council(reason=SAID, what_was_tried=SAID, look_again_on=date(2027, 1, 1), message=MESSAGE),
    ),
    Act(council.conclude, _kept),
    Act(council.resume, _failed),
    Act(commitments.keep_commitment, lambda: _promise_to_settle(result=SAID)),
    Act(commitments.drop_commitment, lambda: _promise_to_settle(reason=SAID)),
    Act(progress.plan_steps, lambda: _promise_to_settle(steps=[progress.PlannedStep(SAID, done=True)])),
    Act(progress.report_progress, lambda: _promise_to_settle(report=progress.Report(Outlook.STUCK, SAID))),
    Act(progress.report_by_link, _question_by_mail),
    Act(asking.ask_and_warn, _to_ask_and_warn),
    Act(submitter.change_address, lambda: _by_submitter(_at_intake(address="ander@voorbeeld.example"))),
    Act(submitter.switch_mail, lambda: _by_submitter(_at_intake(wanted=False))),
    Act(submitter.let_know, lambda: _by_submitter(_at_intake(known_to=KnownTo.BODIES))),
    Act(submitter.say_whether_it_helped, lambda: _by_submitter(_declined(helped=True))),
    Act(attachments.attach, lambda: _at_intake(files=[checked_file()])),
    Act(attachments.state_looked_at, lambda: _with_file(making.png())),
    Act(attachments.share_file, lambda: _with_file(making.docx())),
    Act(attachments.unshare_file, lambda: _with_file(making.docx())),
    Act(attachments.remove_file, lambda: _with_file(making.docx())),
    Act(submitter.erase_own_text, lambda: _by_submitter(_in_group())),
    Act(submitter.send_links, _links_to_send),
    Act(filling.put_action_on, _action_to_ask_after),
    Act(filling.put_item_on, _item_carried_over),
    Act(actions.give_action, _action_to_give),
    Act(actions.finish_action, lambda: _action_given(result=SAID)),
    Act(actions.hand_over_action, lambda: _action_given(to=_colleague())),
    Act(actions.move_action, lambda: _action_given(due_on=date(2026, 5, 1))),
    Act(proceedings.begin_meeting, _meeting_to_hold),
    Act(proceedings.turn_to, lambda: _at_its_item(_meeting_to_hold())),
    Act(proceedings.note_presence, lambda: _meeting_to_hold(present=[_colleague()])),
    Act(proceedings.set_chatham_house, lambda: _meeting_to_hold(applies=True)),
    Act(proceedings.write_record, lambda: _at_its_item(_meeting_to_hold(said=proceedings.Said(SAID, SAID)))),
    Act(proceedings.send_minutes, _meeting_over),
    Act(proceedings.approve_minutes, _minutes_to_approve),
    Act(outcomes.publish_outcomes, lambda: replace(_meeting_over(), needs={"summary": SAID})),
    Act(reminders.remind, _to_remind),
)
NOT_ON_ONE = {agenda.add_item, groups.ask_in_public, groups.let_stay, progress.report_by_link}
NOT_ABOUT_ONE = {
    room.__name__
    for room in (
        actions,
        filling,
        group_seats,
        intake,
        invitations,
        outcomes,
        packs,
        papers,
        planning,
        polls,
        preparation,
        proceedings,
        replies,
        sending,
        signalling,
    )
}
ON_A_DILEMMA = tuple(
    act
    for act in _ALL
    if act.takes_intent and act.operation.__module__ not in NOT_ABOUT_ONE and act.operation not in NOT_ON_ONE
)
BY_FORM = (*ON_A_DILEMMA, *(act for act in _ALL if act.takes_intent and act not in ON_A_DILEMMA))
ACTS = (*BY_FORM, *(act for act in _ALL if not act.takes_intent))


def scene_of(name: str) -> Scene:
    """Set the scene of one operation, by its name."""
    return next(act for act in ACTS if str(act) == name).set_scene()
