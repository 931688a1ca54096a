"""Saying under which themes and for which professions readers find a piece, and what that carries along."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest

from tests.factories import checked
from tests.guidance.pieces import decided, made_ready
from tests.personas import participant, secretary
from tests.web.guidance_help import NOW, TODAY, YEAR, published, written
from verder.audit.models import Event
from verder.guidance.finding import Narrowing, pieces, professions_with_guidance, themes_with_guidance
from verder.guidance.history import edition_of
from verder.guidance.models import Publication
from verder.guidance.operations.editions import begin_next, withdraw
from verder.guidance.operations.pen import ChangedMeanwhile, DoneAlready, MayNotWrite
from verder.guidance.operations.placing import place
from verder.guidance.operations.publish import publish
from verder.guidance.queries import places_of
from verder.network.models import Person, Profession, Theme
from verder.network.standing import Standing, standing_of

pytestmark = pytest.mark.django_db
OUTSIDER = Standing()


def theme(name: str = "Uithuwelijking") -> Theme:
    return Theme.objects.get_or_create(name=name)[0]


def profession(name: str = "wijkteam") -> Profession:
    return Profession.objects.get_or_create(name=name)[0]


def placed(
    publication: Publication,
    *,
    themes: tuple[Theme, ...] = (),
    professions: tuple[Profession, ...] = (),
    by: Person | None = None,
    **changes,
) -> Publication:
    known = {"version": publication.version, "standing": standing_of(by or secretary(), TODAY), "at": NOW} | changes
    return place(publication.key, themes=themes, professions=professions, **known)


def test_a_draft_and_a_published_piece_are_placed_without_taking_the_pen():
    for piece in (written(), published("Al gepubliceerd")):
        before = piece.written_by

        after = placed(piece, themes=(theme(),), professions=(profession(),))

        found = places_of(after)
        assert (found.themes, found.professions) == ([theme()], [profession()])
        assert (after.written_by, after.version) == (before, piece.version + 1)
        assert Event.objects.latest("pk").action == "publication.placed"


def test_who_has_it_not_in_hands_does_not_place_it():
    piece = published()

    with pytest.raises(Publication.DoesNotExist):
        placed(piece, by=participant())
    with pytest.raises(MayNotWrite):
        placed(piece, standing=OUTSIDER)


def test_a_colleague_who_was_first_a_second_click_and_a_withdrawn_piece_are_refused():
    piece, request_key = published(), uuid.uuid4()
    after = placed(piece, themes=(theme(),), request_key=request_key)

    with pytest.raises(DoneAlready):
        placed(piece, request_key=request_key)
    with pytest.raises(ChangedMeanwhile):
        placed(piece)
    clerk = standing_of(secretary(), TODAY)
    gone = withdraw(piece.key, checked("Weg."), replaced_by=None, version=after.version, standing=clerk, at=NOW)
    with pytest.raises(ChangedMeanwhile):
        placed(gone)


def test_a_next_edition_takes_its_places_along_and_the_earlier_one_keeps_what_it_had():
    piece = placed(published(), themes=(theme(),), professions=(profession(),))
    clerk = standing_of(secretary(), TODAY)
    draft = begin_next(piece.key, checked("Meer."), version=piece.version, standing=clerk, at=NOW)
    assert places_of(draft).themes == [theme()]
    draft = placed(draft, themes=(theme("Uitstappen"),), professions=(profession(),))

    live = publish(
        made_ready_again(draft).key,
        decided(TODAY + YEAR),
        version=draft.version,
        standing=standing_of(secretary(), TODAY),
        at=NOW,
    )

    assert places_of(live).themes == [theme("Uitstappen")]
    assert places_of(live).professions == [profession()]
    assert places_of(edition_of(OUTSIDER, slug=live.slug, edition=1)).themes == [theme()]


def made_ready_again(draft: Publication) -> Publication:
    draft.parts.all().delete()
    return made_ready(draft)


def test_pieces_are_found_by_theme_and_by_profession_and_what_is_for_everyone_is_for_each():
    mine = placed(published("Voor het wijkteam"), themes=(theme(),), professions=(profession(), profession("politie")))
    every = published("Voor iedereen", at=NOW - timedelta(days=1))
    school = profession("school")
    placed(every, themes=(theme("Uitstappen"),))

    assert list(pieces(OUTSIDER, Narrowing(theme=theme().pk))) == [mine]
    assert list(pieces(OUTSIDER, Narrowing(profession=profession().pk))) == [mine, every]
    assert list(pieces(OUTSIDER, Narrowing(profession=school.pk))) == [every]
    assert [(one.name, one.count) for one in themes_with_guidance(OUTSIDER)] == [
        ("Uithuwelijking", 1),
        ("Uitstappen", 1),
    ]
    assert [one.name for one in professions_with_guidance(OUTSIDER)] == ["politie", "wijkteam"]


def test_a_theme_of_a_draft_alone_is_not_offered():
    placed(written(), themes=(theme(),))

    assert themes_with_guidance(OUTSIDER) == []
