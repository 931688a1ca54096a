"""What each word on the way of an example dilemma does; every one is an operation."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from verder.deliberation.actor import Actor, Intent
from verder.deliberation.links import Purpose, link_to
from verder.deliberation.models import Commitment, Dilemma, HowSeen, ItemKind, Outlook, Presenter
from verder.deliberation.operations import (
    agenda,
    commitments,
    council,
    exchange,
    groups,
    intake,
    platform,
    progress,
    secretariat,
    sharing,
)
from verder.deliberation.starter import reading
from verder.deliberation.starter.network import DOMAIN
from verder.deliberation.starter.stage import Put, Stage, checked
from verder.deliberation.starter.texts import DilemmaText, PromiseText
from verder.domain.tlp import Tlp
from verder.textcheck import CheckedText

CLERK = "secretariaat"
ADVICE_BY = "delen"  # the group whose guidance answers dilemmas of the example


@dataclass(frozen=True, slots=True)
class Scene:
    """One step on the way of one dilemma, on its day."""

    stage: Stage
    dilemma: DilemmaText
    step: str
    argument: str
    at: datetime

    @property
    def put(self) -> Put:
        """What the dilemma is found by."""
        return self.stage.dilemmas[self.dilemma.key]

    @property
    def submitter(self) -> Actor:
        """Whoever put the dilemma in."""
        return Actor(submitter_of=self.put.key)

    def said(self, need: str) -> CheckedText:
        """Return the words that are said with this step."""
        return checked(self.dilemma.said[self.step][need])

    def words(self) -> Mapping[str, CheckedText]:
        """Return the dilemma in words, by field."""
        return {name: checked(text) for name, text in self.dilemma.words.items()}

    def by(self, role: str) -> Acting:
        """Say who takes the step, and when; its form is always a fresh one."""
        return Acting(self.stage.as_actor(role, self.at), self.at)

    def by_submitter(self) -> Acting:
        """Say that the submitter takes the step."""
        return Acting(self.submitter, self.at)


@dataclass(frozen=True, slots=True)
class Acting:
    """Who acts, and when."""

    actor: Actor
    at: datetime

    def __call__(self, operation: Callable[..., object], *subject: object, **needs: object) -> object:
        """Carry the operation out."""
        return operation(*subject, actor=self.actor, at=self.at, intent=Intent(request_key=uuid.uuid4()), **needs)


def _put_in(scene: Scene) -> None:
    text, at = scene.dilemma, scene.at
    by_account, by_telephone = bool(text.account), scene.step == "record"
    request = intake.Request(
        words=scene.words(),
        sender=intake.Sender(role=text.role, email="" if by_account else _address(text)),
        tlp=Tlp(text.tlp),
        presenter=Presenter.PARTICIPANT if by_account else Presenter.SECRETARIAT,
        theme=scene.stage.themes.get(text.theme),
    )
    role = CLERK if by_telephone else text.account
    actor = scene.stage.as_actor(role, at) if role else Actor()
    enter = intake.record_for_caller if by_telephone else intake.submit
    receipt = enter(request, actor=actor, at=at, intent=Intent(request_key=uuid.uuid4()))
    dilemma = Dilemma.objects.select_related("submitter").get(number=receipt.number)
    if dilemma.submitter.email and not by_account:
        link = link_to(dilemma.key, Purpose.CONFIRM, address=dilemma.submitter.email)
        intake.confirm_address(link.rsplit("/", 1)[-1], at=at + timedelta(minutes=2))
    scene.stage.dilemmas[text.key] = Put(dilemma.number, dilemma.key)


def _address(text: DilemmaText) -> str:
    return f"inbrenger-{text.key}@{DOMAIN}" if text.reachable else ""


def _handler(scene: Scene) -> None:
    handler = scene.stage.people[scene.argument]
    scene.by(scene.argument)(secretariat.assign_handler, scene.put.number, handler=handler)


def _share(scene: Scene) -> None:
    scene.by(CLERK)(sharing.prepare_shared_version, scene.put.number, words=scene.words())


def _seen(scene: Scene) -> None:
    if scene.argument == "telephone":
        scene.by(CLERK)(sharing.state_how_seen, scene.put.number, how=HowSeen.BY_TELEPHONE)
    else:
        scene.by_submitter()(sharing.agree_to_shared_version, scene.put.number)


def _admit(scene: Scene) -> None:
    scene.by(CLERK)(
        secretariat.admit,
        scene.put.number,
        tlp=Tlp(scene.dilemma.tlp),
        presenter=Presenter.PARTICIPANT if scene.dilemma.account else Presenter.SECRETARIAT,
        public_title=scene.dilemma.public_title,
    )


def _reader(scene: Scene) -> None:
    scene.by(CLERK)(sharing.name_reader, scene.put.number, reader=scene.stage.people[scene.argument])


def _place(scene: Scene) -> None:
    meeting = scene.stage.meetings[scene.argument]
    scene.by(CLERK)(agenda.place_on_agenda, scene.put.number, meeting=meeting.key, kind=ItemKind.DECISION)


def _form(scene: Scene) -> None:
    text = reading.groups()[scene.argument]
    people = scene.stage.people
    group = groups.NewGroup(
        name=text.name,
        members=[people[role] for role in text.members],
        lead=people[text.lead],
        first_meeting_on=scene.at.date() + timedelta(days=text.first),
        public_question=text.public_question,
    )
    scene.stage.groups[text.key] = groups.form_working_group(
        scene.put.number, group=group, actor=scene.stage.as_actor(CLERK, scene.at), at=scene.at, intent=Intent()
    )


def _join(scene: Scene) -> None:
    group = scene.stage.groups[scene.argument].body.key
    scene.by(CLERK)(groups.form_working_group, scene.put.number, group=group)


def _extend(scene: Scene) -> None:
    new_date = scene.stage.day(int(scene.argument))
    scene.by(CLERK)(secretariat.extend, scene.put.number, reason=scene.said("reason"), new_date=new_date)


def _answer(scene: Scene) -> None:
    elsewhere = scene.argument == "elsewhere"
    scene.by(CLERK)(
        secretariat.answer,
        scene.put.number,
        publications=[] if elsewhere else [scene.stage.publications[ADVICE_BY]],
        link=scene.said("link") if elsewhere else None,
        message=scene.said("message"),
    )


def _merge(scene: Scene) -> None:
    into = scene.stage.dilemmas[scene.argument].number
    scene.by(CLERK)(secretariat.merge, scene.put.number, into=into, message=scene.said("message"))


def _commit(scene: Scene) -> None:
    promises = [_promise(scene, text) for text in scene.dilemma.promises]
    scene.by("voorzitter-beraad")(council.commit, scene.put.number, promises=promises)


def _promise(scene: Scene, text: PromiseText) -> council.Promise:
    return council.Promise(
        text=checked(text.text),
        owner=scene.stage.people[text.owner],
        due_on=scene.stage.day(text.due),
        forum=text.forum,
        organisation=scene.stage.organisations.get(text.organisation),
    )


def _keep(scene: Scene) -> None:
    promise, commitment = _promised(scene)
    scene.by(promise.owner)(commitments.keep_commitment, commitment.key, result=scene.said("result"))


def _plan(scene: Scene) -> None:
    promise, commitment = _promised(scene)
    steps = [progress.PlannedStep(checked(text), done) for text, done in promise.steps]
    scene.by(promise.owner)(progress.plan_steps, commitment.key, steps=steps)


def _report(scene: Scene) -> None:
    promise, commitment = _promised(scene)
    report = progress.Report(Outlook(promise.outlook), scene.said("text"))
    scene.by(promise.owner)(progress.report_progress, commitment.key, report=report)


def _promised(scene: Scene) -> tuple[PromiseText, Commitment]:
    promise = scene.dilemma.promises[int(scene.argument)]
    return promise, Commitment.objects.get(dilemma__number=scene.put.number, text=checked(promise.text).text)


def _close_unsolved(scene: Scene) -> None:
    scene.by("voorzitter-beraad")(
        council.close_unsolved,
        scene.put.number,
        look_again_on=scene.stage.day(int(scene.argument)),
        **_words(scene),
    )


def _words(scene: Scene) -> Mapping[str, CheckedText]:
    return {need: checked(text) for need, text in scene.dilemma.said[scene.step].items()}


def _with_words(operation: Callable[..., object], by: str) -> Callable[[Scene], object]:
    def play(scene: Scene) -> object:
        actor = scene.by(by) if by else scene.by_submitter()
        return actor(operation, scene.put.number, **_words(scene))

    return play


def _by_lead(operation: Callable[..., object]) -> Callable[[Scene], object]:
    def play(scene: Scene) -> object:
        keys = [step.argument for step in scene.dilemma.way if step.name in {"form", "join"}]
        return _with_words(operation, reading.groups()[keys[-1]].lead)(scene)

    return play


STEPS: Mapping[str, Callable[[Scene], object]] = {
    "submit": _put_in,
    "record": _put_in,
    "handler": _handler,
    "ask_submitter": _with_words(exchange.ask_submitter, CLERK),
    "reply": _with_words(exchange.reply, ""),
    "say": _with_words(exchange.say, CLERK),
    "note": _with_words(exchange.write_note, CLERK),
    "share": _share,
    "seen": _seen,
    "admit": _admit,
    "reader": _reader,
    "place": _place,
    "resolve": _with_words(platform.resolve, "voorzitter-platform"),
    "assign_working_group": _with_words(platform.assign_working_group, "voorzitter-platform"),
    "escalate_directly": _with_words(platform.escalate_directly, "voorzitter-platform"),
    "form": _form,
    "join": _join,
    "deliver": _by_lead(groups.deliver),
    "let_lapse": _by_lead(groups.let_lapse),
    "escalate": _by_lead(groups.escalate),
    "extend": _extend,
    "answer": _answer,
    "refer": _with_words(secretariat.refer, CLERK),
    "decline": _with_words(secretariat.decline, CLERK),
    "merge": _merge,
    "reopen": _with_words(secretariat.reopen, CLERK),
    "withdraw": _with_words(secretariat.withdraw, ""),
    "commit": _commit,
    "keep": _keep,
    "plan": _plan,
    "report": _report,
    "conclude": _with_words(council.conclude, CLERK),
    "close_unsolved": _close_unsolved,
}
