"""The parts of a draft are written whole, and nothing is published around what is missing."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

import pytest

from tests.deliberation.letters import letters_to
from tests.factories import MONDAY, checked
from tests.guidance.pieces import decided, made_ready, route, shared_principle
from tests.personas import administrator, participant, platform_chair, secretary
from verder.audit.models import Event
from verder.domain.guidance_parts import LackKind, PartCode
from verder.guidance.models import Principle, Publication, PublicationKind, Review
from verder.guidance.operations import publish
from verder.guidance.operations.parts import Contents, PartWords, set_parts
from verder.guidance.operations.pen import ChangedMeanwhile, DoneAlready
from verder.guidance.operations.principle import set_principle
from verder.guidance.operations.publish import NeedsASecondReader, NotReady, PrincipleChanged, WordsNotJudged
from verder.guidance.operations.review import MayNotOwn, hand_over, send_back
from verder.guidance.operations.setting import MayNotSet
from verder.guidance.queries import contacts_of, parts_of, piece_in_hands
from verder.guidance.readiness import Need
from verder.network.models import Person
from verder.network.standing import Standing, standing_of

pytestmark = pytest.mark.django_db
TODAY = MONDAY.date()
NEXT_YEAR = TODAY + timedelta(days=365)
FRAMEWORK = PublicationKind.ACTION_FRAMEWORK


def standing(person: Person) -> Standing:
    return standing_of(person, TODAY)


def written(by: Person, kind: PublicationKind = FRAMEWORK) -> Publication:
    words = publish.Draft(kind, checked("Iemand wil weg"), checked("Kort."), checked("Tekst."))
    return publish.write(words, standing=standing(by), at=MONDAY)


def ready(by: Person, kind: PublicationKind = FRAMEWORK) -> Publication:
    return made_ready(written(by, kind))


def released(publication: Publication, by: Person, **changes: Any) -> Publication:
    release = decided(NEXT_YEAR, **changes)
    return publish.publish(publication.key, release, version=publication.version, standing=standing(by), at=MONDAY)


def contents(*parts: PartWords, heard: bool | None = False) -> Contents:
    return Contents(parts, [route()], experts_heard=heard, experts=checked("Er was geen tijd."))


def part(code: PartCode, text: str, number: int = 1, **words: str) -> PartWords:
    return PartWords(code, number, checked(text), **{name: checked(said) for name, said in words.items()})


def given(publication: Publication, by: Person, these: Contents, **changes: Any) -> Publication:
    options = {"version": publication.version, "standing": standing(by), "at": MONDAY, **changes}
    return set_parts(publication.key, these, **options)


def set_by(person: Person, text: str, seen: int, **changes: Any) -> Principle:
    options = {"seen": seen, "standing": standing(person), "at": MONDAY, **changes}
    return set_principle(checked(text), checked("Daarom."), **options)


def needs_of(publication: Publication, reader: Person) -> tuple[Need, ...]:
    with pytest.raises(NotReady) as refused:
        released(publication, reader)
    publication.refresh_from_db()
    assert publication.state == "draft"
    return refused.value.missing.needs


def test_parts_are_read_back_in_the_order_of_reading_and_the_text_comes_first():
    writer = secretary()
    dont, steps = part(PartCode.DONT, "Bel niet."), part(PartCode.STEPS, "Bel.", 2, heading="Politie")
    first = part(PartCode.STEPS, "Blijf.", heading="School")

    publication = given(written(writer), writer, contents(dont, steps, first))

    told = [(one.code, one.heading, one.text) for one in parts_of(publication)]
    assert told == [
        (PartCode.TEXT, "", "Tekst."),
        (PartCode.STEPS, "School", "Blijf."),
        (PartCode.STEPS, "Politie", "Bel."),
        (PartCode.DONT, "", "Bel niet."),
    ]
    assert contacts_of(publication) == [route()]
    assert Event.objects.last().action == "publication.parts_set"


def test_parts_that_were_there_before_go():
    writer = secretary()
    before = given(written(writer), writer, contents(part(PartCode.DONT, "Bel niet.")))

    after = given(before, writer, contents(part(PartCode.CHILD, "Vraag het kind.")))

    assert [one.code for one in parts_of(after)] == [PartCode.TEXT, PartCode.CHILD]


def test_an_insight_keeps_quiet_about_parts_that_are_not_for_it():
    writer = secretary()
    publication = given(written(writer), writer, contents(part(PartCode.DONT, "Bel niet.")))
    words = publish.Draft(PublicationKind.INSIGHT, checked("Iemand"), checked("Kort."), checked("Tekst."))

    insight = publish.rewrite(publication.key, words, version=2, standing=standing(writer), at=MONDAY)

    assert [one.code for one in parts_of(insight)] == [PartCode.TEXT]


def test_who_sets_parts_wrote_the_latest_version_and_does_not_publish_it():
    writer, helper = secretary(), secretary()
    publication = given(written(writer), helper, contents())

    assert (publication.written_by, publication.reviewed_by) == (helper, writer)
    with pytest.raises(NeedsASecondReader):
        released(publication, helper)


def test_parts_are_not_set_twice_nor_over_those_of_a_colleague():
    writer, key = secretary(), uuid.uuid4()
    publication = written(writer)
    given(publication, writer, contents(part(PartCode.DONT, "Bel niet.")), request_key=key)

    with pytest.raises(ChangedMeanwhile):
        given(publication, writer, contents(), version=1)
    with pytest.raises(DoneAlready):
        given(publication, writer, contents(), request_key=key)

    publication.refresh_from_db()
    assert len(parts_of(publication)) == 2


@pytest.mark.parametrize("kind", PublicationKind)
def test_a_piece_that_has_everything_is_published_with_its_review(kind):
    reader = secretary()
    publication = ready(secretary(), kind)

    released(publication, reader)

    review = Review.objects.get()
    assert (review.holds, review.reader, review.version, review.principle.number) == (True, reader, 1, 1)


def test_a_framework_without_its_parts_is_not_published_and_says_which():
    publication = ready(secretary())
    publication.parts.filter(code=PartCode.REPORTING_CODE, number=3).delete()
    publication.parts.filter(code=PartCode.SAFETY).delete()
    publication.contacts.clear()

    with pytest.raises(NotReady) as refused:
        released(publication, secretary())

    assert [(one.code, one.kind, one.number) for one in refused.value.missing.lacks] == [
        (PartCode.REPORTING_CODE, LackKind.NO_STEP, 3),
        (PartCode.SAFETY, LackKind.EMPTY, 1),
        (PartCode.CONTACTS, LackKind.EMPTY, 1),
    ]
    publication.refresh_from_db()
    assert publication.state == "draft"


@pytest.mark.parametrize("told", [{"experts_heard": None}, {"experts": ""}])
def test_nothing_is_published_before_it_is_said_whether_experts_by_experience_were_heard_and_how(told):
    publication = ready(secretary())
    Publication.objects.filter(pk=publication.pk).update(**told)

    assert needs_of(publication, secretary()) == (Need.EXPERTS,)


def test_nothing_is_published_whose_owner_has_left():
    writer = secretary()
    publication = ready(writer)
    Person.objects.filter(pk=writer.pk).update(is_active=False)

    assert needs_of(publication, secretary()) == (Need.OWNER,)


def test_nothing_is_published_before_the_platform_set_a_principle():
    publication, reader = ready(secretary()), secretary()
    Principle.objects.all().delete()
    release = decided(NEXT_YEAR, principle=0)

    with pytest.raises(NotReady) as refused:
        publish.publish(publication.key, release, version=1, standing=standing(reader), at=MONDAY)

    assert refused.value.missing.needs == (Need.PRINCIPLE,)


def test_a_piece_is_held_against_the_principle_of_today():
    publication, reader, chair = ready(secretary()), secretary(), platform_chair()
    set_by(chair, "Wij kijken naar gedrag.", seen=1)

    with pytest.raises(PrincipleChanged):
        released(publication, reader, principle=1)

    assert released(publication, reader, principle=2).state == "published"
    assert Review.objects.get().principle.number == 2


def test_words_that_the_text_check_stops_at_are_judged_by_the_second_reader():
    publication, reader = ready(secretary()), secretary()
    publication.parts.filter(code=PartCode.DONT).update(text="Bel 06-12345678.")

    with pytest.raises(WordsNotJudged):
        released(publication, reader)

    assert released(publication, reader, words_may_stand=True).state == "published"


def test_a_number_that_is_proven_to_be_one_is_never_published():
    publication = ready(secretary())
    publication.parts.filter(code=PartCode.DONT).update(text="Zijn nummer is 111222333.")

    with pytest.raises(WordsNotJudged):
        released(publication, secretary(), words_may_stand=True)


def test_a_second_reader_sends_back_what_does_not_keep_to_the_principle_and_the_writer_mends_it():
    writer, reader = participant(), secretary()
    publication = ready(writer)

    back = send_back(
        publication.key, checked("Haal de conclusie weg."), version=1, standing=standing(reader), at=MONDAY
    )

    assert (back.returned.words, back.returned.reader, back.reviewed_by) == ("Haal de conclusie weg.", reader, reader)
    assert letters_to(writer.email) == ["Uw tweede lezer vraagt een aanpassing"]
    assert needs_of(back, secretary()) == (Need.RETURNED,)
    words = publish.Draft(FRAMEWORK, checked("Iemand wil weg"), checked("Kort."), checked("Anders."))
    mended = publish.rewrite(back.key, words, version=2, standing=standing(writer), at=MONDAY)
    assert released(mended, reader).state == "published"
    assert list(Review.objects.order_by("pk").values_list("holds", flat=True)) == [False, True]


def test_a_writer_sends_nothing_back_and_nobody_does_without_a_principle():
    writer = secretary()
    publication = ready(writer)

    with pytest.raises(NeedsASecondReader):
        send_back(publication.key, checked("Zo niet."), version=1, standing=standing(writer), at=MONDAY)
    Principle.objects.all().delete()
    with pytest.raises(NotReady):
        send_back(publication.key, checked("Zo niet."), version=1, standing=standing(secretary()), at=MONDAY)

    assert not Review.objects.exists()


def test_the_owner_is_who_wrote_it_until_it_is_handed_to_somebody_else():
    writer, owner = secretary(), participant()
    publication = written(writer)

    handed = hand_over(publication.key, owner, version=1, standing=standing(writer), at=MONDAY)

    assert (publication.owner, handed.owner, handed.written_by) == (writer, owner, writer)
    assert piece_in_hands(standing(owner), key=publication.key) == publication
    with pytest.raises(MayNotOwn):
        hand_over(publication.key, administrator(), version=2, standing=standing(writer), at=MONDAY)


@pytest.mark.parametrize("persona", [secretary, platform_chair])
def test_the_secretariat_and_the_chair_of_the_platform_set_the_principle_and_keep_its_versions(persona):
    setter = persona()

    first, second = set_by(setter, "Wij kijken naar gedrag.", seen=0), set_by(setter, "En naar schade.", seen=1)

    assert [one.text for one in Principle.objects.all()] == ["En naar schade.", "Wij kijken naar gedrag."]
    assert (first.number, second.number) == (1, 2)
    event = Event.objects.last()
    assert (event.action, event.subject, event.details) == ("principle.set", second.key, {"version": 2})


def test_others_do_not_set_the_principle():
    for nobody in (Standing(), standing(participant()), standing(administrator())):
        with pytest.raises(MayNotSet):
            set_principle(checked("Zo."), checked("Daarom."), seen=0, standing=nobody, at=MONDAY)

    assert not Principle.objects.exists()


def test_the_principle_is_not_set_twice_nor_over_that_of_a_colleague():
    clerk, key = secretary(), uuid.uuid4()
    set_by(clerk, "Wij kijken naar gedrag.", seen=0, request_key=key)

    with pytest.raises(DoneAlready):
        set_by(clerk, "Wij kijken naar gedrag.", seen=0, request_key=key)
    with pytest.raises(ChangedMeanwhile):
        set_by(clerk, "En naar schade.", seen=0)

    assert shared_principle().number == Principle.objects.get().number == 1
