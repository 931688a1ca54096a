"""Words that slipped through in a workspace are found with each dilemma that the group serves, and hidden there."""

from __future__ import annotations

import pytest

from tests import factories
from tests.factories import checked
from tests.files.making import checked_file
from tests.slips.scenes import TEXT, WORD, hidden
from tests.workspace.scenes import NOW, Scene, at_work, do, first_section, says, shared_text, worksheet
from verder.deliberation.models import Dilemma, ServedDilemma
from verder.domain.tlp import Tlp
from verder.slips.queries import places_of
from verder.workspace.models import Section, SectionVersion
from verder.workspace.operations import discussion, papers, points, remarks, texts, writing

pytestmark = pytest.mark.django_db

ABOUT_ONE = {"workspace.sectionversion", "workspace.remark", "workspace.grouptext", "workspace.earliertitle"}
SHARED = {"workspace.contribution", "workspace.openpoint", "workspace.grouppaper"}


def told(scene: Scene) -> Section:
    """Let the word slip into everything that a workspace can hold, and return the section of a worksheet."""
    lead = scene.lead
    sheet = worksheet(scene)
    section = first_section(sheet)
    do(writing.save_section, scene, lead, section=section.key, says=says(TEXT))
    do(writing.save_section, scene, lead, section=section.key, says=says("Dit gaat over school."))
    said = remarks.RemarkWords(checked(TEXT), checked(TEXT))
    do(remarks.make_remark, scene, lead, section=section.key, says=said)
    for title in (TEXT, "Werkblad"):
        do(texts.rename_text, scene, lead, text=sheet.key, title=checked(title))
    _share(scene)
    return section


def _share(scene: Scene) -> None:
    do(discussion.contribute, scene, scene.lead, words=checked(TEXT))
    do(points.add_point, scene, scene.lead, new=points.NewPoint(checked(TEXT), scene.lead, NOW.date()))
    do(papers.add_paper, scene, scene.lead, file=checked_file(), title=checked(TEXT))


def tables(dilemma: Dilemma) -> set[str]:
    """Return the tables of workspaces in which the word is found for a dilemma."""
    places = places_of(dilemma, word=WORD)
    return {place.table for place in places if place.table.startswith("workspace.")}


def serve_another(scene: Scene, tlp: Tlp) -> Dilemma:
    """Let the group serve a second dilemma."""
    dilemma = factories.admitted(factories.dilemma_at_intake(tlp=tlp), scene.clerk, tlp=tlp)
    ServedDilemma.objects.create(group=scene.group, dilemma=dilemma, since=NOW)
    return dilemma


def test_it_is_hidden_in_every_version_and_in_all_that_the_group_shares():
    scene = at_work()
    section = told(scene)
    assert tables(scene.dilemma) == (ABOUT_ONE - {"workspace.grouptext"}) | SHARED

    hidden(scene.dilemma, scene.clerk, "perceel")

    assert [one.words for one in section.versions.all()] == [
        "",
        "Dit gaat over het perceel en school.",
        "Dit gaat over school.",
    ]
    assert tables(scene.dilemma) == set()


def test_a_title_of_today_is_found_as_well():
    scene = at_work()
    do(texts.rename_text, scene, scene.lead, text=worksheet(scene).key, title=checked(TEXT))

    assert tables(scene.dilemma) == {"workspace.grouptext"}


def test_beside_another_dilemma_the_own_worksheet_belongs_to_one_and_what_is_shared_to_both():
    scene = at_work()
    told(scene)
    other = serve_another(scene, Tlp.AMBER_STRICT)

    assert tables(scene.dilemma) >= SHARED
    assert tables(other) == SHARED


def test_beside_a_dilemma_under_red_only_that_one_tells_of_what_is_shared():
    scene = at_work()
    told(scene)
    text = shared_text(scene)
    do(texts.add_section, scene, scene.lead, text=text.key, heading=checked(TEXT))
    secret = serve_another(scene, Tlp.RED)

    assert tables(scene.dilemma) == ABOUT_ONE - {"workspace.grouptext"}
    assert tables(secret) == SHARED | {"workspace.sectionversion"}


def test_a_form_that_was_open_meanwhile_does_not_bring_it_back():
    scene = at_work()
    section = first_section(worksheet(scene))
    do(writing.save_section, scene, scene.lead, section=section.key, says=says(TEXT))

    hidden(scene.dilemma, scene.clerk)
    with pytest.raises(writing.SectionChanged):
        do(writing.save_section, scene, scene.lead, version=2, section=section.key, says=says(TEXT))

    assert not SectionVersion.objects.filter(words__contains=WORD).exists()
