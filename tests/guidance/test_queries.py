"""Who may read which guidance: by its label once published, and before that only those whose hands it is in."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests import factories
from tests.factories import MONDAY, checked
from tests.guidance.pieces import decided
from tests.personas import administrator, director, participant, person, secretary, specialist
from verder.domain.tlp import Tlp
from verder.guidance import queries
from verder.guidance.models import Publication, PublicationKind
from verder.guidance.operations import publish
from verder.network.models import Body, Person
from verder.network.standing import Standing, standing_of

pytestmark = pytest.mark.django_db
TODAY = MONDAY.date()
OUTSIDER = Standing()


def standing(someone: Person) -> Standing:
    return standing_of(someone, TODAY)


def draft_by(writer: Person) -> Publication:
    words = publish.Draft(PublicationKind.FACTSHEET, checked("Concept"), checked("Kort."), checked("Tekst."))
    return publish.write(words, standing=standing(writer), at=MONDAY)


def test_clear_is_for_everyone_and_green_for_whoever_takes_part():
    clear, green = factories.published_guidance(), factories.published_guidance(tlp=Tlp.GREEN)
    invited = specialist(Body.objects.create(kind="working_group", name="groep"), ends_on=date(2030, 1, 1))

    def seen(reader: Standing) -> set[Publication]:
        return set(queries.publications_visible_to(reader))

    for reader in (OUTSIDER, standing(invited), standing(administrator()), standing(person("nieuw"))):
        assert seen(reader) == {clear}
    for reader in (standing(participant()), standing(director()), standing(secretary())):
        assert seen(reader) == {clear, green}


def test_a_draft_is_seen_by_its_writer_the_reader_asked_and_the_secretariat():
    writer, reader, clerk = participant(), participant(), secretary()
    draft = draft_by(writer)
    publish.ask_second_reader(draft.key, reader, version=1, standing=standing(writer), at=MONDAY)

    for hands in (writer, reader, clerk):
        assert queries.piece_in_hands(standing(hands), key=draft.key) == draft
        assert list(queries.publications_visible_to(standing(hands))) == [draft]
    for other in (OUTSIDER, standing(participant()), standing(administrator())):
        assert not queries.drafts_open_to(other).exists()
        assert not queries.publications_visible_to(other).exists()


def test_the_list_is_newest_first_and_can_be_of_one_kind():
    older = factories.published_guidance()
    newer = factories.published_guidance(at=MONDAY + timedelta(days=1))

    every = list(queries.published(OUTSIDER))

    assert every == [newer, older]
    assert list(queries.published(OUTSIDER, kind=PublicationKind.INSIGHT)) == [newer, older]
    assert not queries.published(OUTSIDER, kind=PublicationKind.FACTSHEET).exists()


def test_a_published_piece_is_found_by_its_address_alone_by_who_may_read_it():
    green = factories.published_guidance(tlp=Tlp.GREEN)

    found = queries.publication_of(standing(participant()), slug=green.slug)

    assert found == green
    with pytest.raises(Publication.DoesNotExist):
        queries.publication_of(OUTSIDER, slug=green.slug)


def test_a_draft_has_no_page_yet():
    writer = secretary()
    draft = draft_by(writer)

    with pytest.raises(Publication.DoesNotExist):
        queries.publication_of(standing(writer), slug=draft.slug)


def test_its_edition_is_how_often_it_was_published():
    publication = factories.published_guidance()
    clerk, reader = secretary(), secretary()
    back = publish.take_back(publication.key, version=publication.version, standing=standing(clerk), at=MONDAY)
    again = publish.publish(
        back.key,
        decided(TODAY + timedelta(days=9)),
        version=back.version,
        standing=standing(reader),
        at=MONDAY,
    )

    assert (publication.edition, again.edition) == (1, 2)


def test_second_readers_sit_in_the_secretariat_the_platform_or_the_council():
    writer = secretary()
    readers = {secretary(), participant(), director()}
    gone = participant()
    Person.objects.filter(pk=gone.pk).update(is_active=False)
    administrator()
    specialist(Body.objects.create(kind="working_group", name="groep"), ends_on=date(2030, 1, 1))

    asked = queries.second_readers(on=TODAY, besides=writer)

    assert set(asked) == readers
