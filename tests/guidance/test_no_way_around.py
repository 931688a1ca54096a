"""Whatever is done with a draft that lacks something, in whatever order: readers never see it."""

from __future__ import annotations

import pytest

from tests.factories import checked
from tests.guidance.pieces import NOON, decided, route, shared_principle
from tests.personas import participant, secretary
from verder.guidance.models import AidStep, Publication, PublicationKind, PublicationState
from verder.guidance.operations import publish
from verder.guidance.operations.aid import StepWords, set_aid
from verder.guidance.operations.editions import begin_next, withdraw
from verder.guidance.operations.parts import Contents, set_parts
from verder.guidance.operations.pen import ChangedMeanwhile
from verder.guidance.operations.publish import AidNotSound, NeedsASecondReader, NotReady
from verder.guidance.operations.review import hand_over, send_back
from verder.guidance.queries import published
from verder.network.models import Person
from verder.network.standing import Standing, standing_of

pytestmark = pytest.mark.django_db
TODAY = NOON.date()
WORDS = publish.Draft(PublicationKind.ACTION_FRAMEWORK, checked("Titel"), checked("Kort."), checked("Tekst."))
OUTCOME = StepWords("einde", checked("Klaar"), checked(""), is_outcome=True)


def standing(person: Person) -> Standing:
    return standing_of(person, TODAY)


def release(draft: Publication, reader: Person) -> Publication:
    decision = decided(TODAY.replace(year=TODAY.year + 1))
    return publish.publish(draft.key, decision, version=draft.version, standing=standing(reader), at=NOON)


def test_no_operation_but_publishing_shows_a_draft_to_readers_and_publishing_refuses_until_all_is_there():
    shared_principle()
    writer, reader = secretary(), secretary()
    draft = publish.write(WORDS, standing=standing(writer), at=NOON)
    contents = Contents([], [route()], experts_heard=None, experts=checked(""))
    steps = [
        lambda: publish.rewrite(draft.key, WORDS, version=draft.version, standing=standing(writer), at=NOON),
        lambda: set_parts(draft.key, contents, version=draft.version, standing=standing(writer), at=NOON),
        lambda: set_aid(draft.key, [OUTCOME], version=draft.version, standing=standing(writer), at=NOON),
        lambda: hand_over(draft.key, reader, version=draft.version, standing=standing(writer), at=NOON),
        lambda: publish.ask_second_reader(draft.key, reader, version=draft.version, standing=standing(writer), at=NOON),
        lambda: send_back(draft.key, checked("Niet zo."), version=draft.version, standing=standing(reader), at=NOON),
    ]

    for step in steps:
        step()
        draft.refresh_from_db()
        with pytest.raises(NotReady):
            release(draft, reader)

    assert draft.state == PublicationState.DRAFT
    assert list(published(standing(reader))) == []


def test_an_aid_in_which_one_gets_stuck_is_refused_however_its_rows_came_there():
    shared_principle()
    draft = publish.write(WORDS, standing=standing(secretary()), at=NOON)
    AidStep.objects.create(publication=draft, key="vast", position=0, title="En nu?")

    with pytest.raises(AidNotSound):
        release(draft, secretary())


def test_a_draft_is_neither_withdrawn_nor_succeeded_into_view():
    clerk = secretary()
    draft = publish.write(WORDS, standing=standing(clerk), at=NOON)

    with pytest.raises(ChangedMeanwhile):
        begin_next(draft.key, checked("Anders."), version=draft.version, standing=standing(clerk), at=NOON)
    with pytest.raises(ChangedMeanwhile):
        withdraw(
            draft.key,
            checked("Weg."),
            replaced_by=None,
            version=draft.version,
            standing=standing(clerk),
            at=NOON,
        )


def test_who_mends_what_was_sent_back_does_not_publish_it():
    shared_principle()
    writer = participant()
    draft = publish.write(WORDS, standing=standing(writer), at=NOON)
    send_back(draft.key, checked("Niet zo."), version=draft.version, standing=standing(secretary()), at=NOON)
    draft.refresh_from_db()
    mended = publish.rewrite(draft.key, WORDS, version=draft.version, standing=standing(writer), at=NOON)

    with pytest.raises(NeedsASecondReader):
        release(mended, writer)
