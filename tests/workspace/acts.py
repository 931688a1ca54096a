"""Every operation of a workspace that a form leads to, each with a scene in which it can be carried out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from tests.factories import checked
from tests.files.making import checked_file
from tests.workspace.scenes import NOW, Scene, at_work, do, first_section, says, worksheet
from verder.network.models import Person
from verder.workspace.models import Section
from verder.workspace.operations import discussion, papers, points, remarks, texts, writing


@dataclass(frozen=True, slots=True)
class Ready:
    """Everything stands ready: where, by whom, and with which needs."""

    scene: Scene
    by: Person
    needs: Mapping[str, object] = field(default_factory=dict)


def _sheet(**needs: object) -> tuple[Scene, Section]:
    scene = at_work()
    return scene, first_section(worksheet(scene))


def _start() -> Ready:
    scene = at_work()
    return Ready(scene, scene.outsider, {"new": texts.NewText(checked("Werkblad"), scene.dilemma.number, "worksheet")})


def _add() -> Ready:
    scene, section = _sheet()
    return Ready(scene, scene.outsider, {"text": section.text.key, "heading": checked("Nog iets")})


def _rename() -> Ready:
    scene, section = _sheet()
    return Ready(scene, scene.outsider, {"text": section.text.key, "title": checked("Wat wij weten")})


def _take_out() -> Ready:
    scene, section = _sheet()
    return Ready(scene, scene.outsider, {"section": section.key})


def _move() -> Ready:
    scene, section = _sheet()
    return Ready(scene, scene.lead, {"text": section.text.key, "section": section.text.sections.last().key})


def _save() -> Ready:
    scene, section = _sheet()
    return Ready(scene, scene.outsider, {"section": section.key, "says": says("Een school zag iets.")})


def _restore() -> Ready:
    scene, section = _sheet()
    do(writing.save_section, scene, scene.lead, section=section.key, says=says("Een school zag iets."))
    return Ready(scene, scene.outsider, {"section": section.key, "number": 1})


def _remark() -> Ready:
    scene, section = _sheet()
    return Ready(scene, scene.outsider, {"section": section.key, "says": remarks.RemarkWords(checked("Klopt dit?"))})


def _with_proposal() -> tuple[Scene, dict[str, object]]:
    scene, section = _sheet()
    words = remarks.RemarkWords(checked("Korter."), checked("Een school."))
    made = do(remarks.make_remark, scene, scene.outsider, section=section.key, says=words)
    return scene, {"section": section.key, "remark": made.key}


def _take_over() -> Ready:
    scene, about = _with_proposal()
    return Ready(scene, scene.lead, {**about, "says": says("Een school.")})


def _settle() -> Ready:
    scene, about = _with_proposal()
    return Ready(scene, scene.lead, {**about, "reply": checked("Dit weten wij niet zeker.")})


def _contribute() -> Ready:
    scene = at_work()
    return Ready(scene, scene.outsider, {"words": checked("Laten wij het anders doen.")})


def _decide() -> Ready:
    ready = _contribute()
    said = do(discussion.contribute, ready.scene, ready.by, **ready.needs)
    return Ready(ready.scene, ready.scene.lead, {"contribution": said.key, "is_decision": True})


def _point() -> Ready:
    scene = at_work()
    new = points.NewPoint(checked("Vraag het na."), scene.outsider, (NOW + timedelta(days=3)).date())
    return Ready(scene, scene.lead, {"new": new})


def _point_done() -> Ready:
    ready = _point()
    point = do(points.add_point, ready.scene, ready.by, **ready.needs)
    return Ready(ready.scene, ready.scene.outsider, {"point": point.key, "is_done": True})


def _point_over() -> Ready:
    ready = _point()
    point = do(points.add_point, ready.scene, ready.by, **ready.needs)
    to = {"to": ready.scene.lead, "due_on": (NOW + timedelta(days=5)).date()}
    return Ready(ready.scene, ready.scene.outsider, {"point": point.key, **to})


def _paper() -> Ready:
    scene = at_work()
    return Ready(scene, scene.outsider, {"file": checked_file(), "title": checked("Wat elders werkt")})


def _paper_there(**needs: object) -> Ready:
    ready = _paper()
    paper = do(papers.add_paper, ready.scene, ready.by, **ready.needs)
    return Ready(ready.scene, ready.scene.lead, {"file": paper.file.key})


BY_FORM: tuple[tuple[Callable[..., object], Callable[[], Ready]], ...] = (
    (texts.start_text, _start),
    (texts.rename_text, _rename),
    (texts.add_section, _add),
    (writing.save_section, _save),
    (writing.restore, _restore),
    (writing.take_out, _take_out),
    (remarks.make_remark, _remark),
    (remarks.take_over, _take_over),
    (remarks.settle_remark, _settle),
    (discussion.contribute, _contribute),
    (points.add_point, _point),
    (points.hand_over_point, _point_over),
    (papers.add_paper, _paper),
    (papers.state_looked_at, _paper_there),
    (papers.remove_paper, _paper_there),
)
BY_BUTTON: tuple[tuple[Callable[..., object], Callable[[], Ready]], ...] = (
    (texts.move_up, _move),
    (discussion.mark_decision, _decide),
    (points.settle_point, _point_done),
)
