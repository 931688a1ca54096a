"""The example content of the demo: whole, believable on any day, and made by the operations alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from allauth.account.models import EmailAddress
from django.db import transaction
from django.utils import timezone
from pytest_django import DjangoDbBlocker

from tests.deliberation.holding import assert_all_is_in_order
from verder.deliberation.models import (
    AgendaItem,
    Dilemma,
    GroupProduct,
    ItemState,
    Meeting,
    MeetingState,
    Message,
    WorkingGroup,
)
from verder.deliberation.queries.outcomes import decided_in, outcomes_for_everyone
from verder.deliberation.queries.proceedings import minutes_waiting
from verder.deliberation.starter import reading
from verder.deliberation.starter.load import HasContent, load
from verder.distribution.models import Distribution
from verder.distribution.queries import Reach, tallies_by_region, tally_of
from verder.domain.calendar import is_working_day
from verder.domain.evidence import Evidence, Heard
from verder.domain.guidance_parts import PartCode
from verder.domain.rungs import Rung
from verder.domain.tlp import Tlp
from verder.guidance.evidence import heard_of
from verder.guidance.models import Publication, Review
from verder.guidance.queries import aid_of, parts_of
from verder.network.models import Body, BodyKind, Organisation, Person, Seat
from verder.network.queries import demo_accounts
from verder.post.queries import letters_that_need_a_hand

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.usefixtures("_loaded_on_wednesday")]

WEDNESDAY = datetime(2026, 11, 25, 10, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def _loaded_on_wednesday(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Load the content once for the tests that only look at it."""
    with django_db_blocker.unblock(), transaction.atomic():
        load(at=WEDNESDAY)
        yield
        transaction.set_rollback(True)


def test_four_working_groups_run_and_others_have_ended() -> None:
    running = WorkingGroup.objects.filter(ended_at__isnull=True)
    assert set(running.values_list("body__name", flat=True)) == {
        "Uithuwelijking van minderjarigen",
        "Cultuurspecifieke elementen en discriminatie",
        "Uitblijven van interventies",
        "Uitstappen",
    }
    assert all(group.served.filter(until=None).count() == 1 for group in running)
    assert WorkingGroup.objects.filter(ended_at__isnull=False).count() == 3


def test_platform_and_council_met_and_will_meet_again_and_something_is_left_to_decide() -> None:
    today = timezone.localdate(WEDNESDAY)
    for kind, open_items in ((BodyKind.PLATFORM, 3), (BodyKind.COUNCIL, 1)):
        body = Body.objects.get(kind=kind)
        assert body.chairing_organisation == Organisation.objects.get(name="Ministerie van Justitie en Veiligheid")
        meetings = Meeting.objects.filter(body=body)
        assert meetings.filter(state=MeetingState.HELD).count() >= 2
        assert meetings.filter(state=MeetingState.PLANNED, starts_at__date__gt=today).count() == 1
        assert (
            AgendaItem.objects.filter(meeting__body=body, state=ItemState.OPEN, dilemma__isnull=False).count()
            == open_items
        )
        assert all(is_working_day(timezone.localdate(meeting.starts_at)) for meeting in meetings)


def test_one_meeting_has_minutes_to_approve_and_outcomes_that_anyone_may_read() -> None:
    outcomes = outcomes_for_everyone().get()
    titles = {decided.title: decided.step for decided in decided_in(outcomes.meeting)}

    assert titles["Een tolk meenemen zonder toestemming vooraf"] == "resolve"
    assert titles["Praten met ouders over een informeel huwelijk"] == "assign_working_group"
    assert [held.meeting for held in minutes_waiting(outcomes.meeting.body)] == [outcomes.meeting]


def test_every_persona_has_a_role_account_that_can_log_in() -> None:
    accounts = demo_accounts()
    assert len(accounts) == Person.objects.count() == EmailAddress.objects.filter(verified=True).count()
    assert all(account.email.endswith("@voorbeeld.example") for account in accounts)
    seats = Counter((seat.body.kind, seat.seat) for account in accounts for seat in account.memberships.all())
    assert seats[BodyKind.SECRETARIAT, Seat.MEMBER] == 2
    assert seats[BodyKind.PLATFORM, Seat.CHAIR] == seats[BodyKind.COUNCIL, Seat.CHAIR] == 1
    assert seats[BodyKind.PLATFORM, Seat.MEMBER] == 8
    assert seats[BodyKind.COUNCIL, Seat.MEMBER] == 2
    assert seats[BodyKind.WORKING_GROUP, Seat.SPECIALIST] == seats[BodyKind.ADMINISTRATION, Seat.MEMBER] == 1


def test_five_examples_of_guidance_are_published_and_say_that_they_are_examples() -> None:
    publications = list(Publication.objects.order_by("published_at"))
    assert {(one.state, one.tlp) for one in publications} == {("published", Tlp.CLEAR)}
    assert [one.kind for one in publications] == ["insight", *["action_framework"] * 4]
    assert all(one.summary.startswith("Voorbeeldtekst") for one in publications)
    assert all(one.written_by != one.reviewed_by for one in publications)


def test_each_example_framework_has_a_decision_aid_and_is_the_product_of_its_group() -> None:
    frameworks = list(Publication.objects.filter(kind="action_framework"))
    assert all(len(aid_of(one).steps) > 5 for one in frameworks)
    assert all({PartCode.DONT, PartCode.CHILD} <= {part.code for part in parts_of(one)} for one in frameworks)
    assert not any(one.text for one in frameworks)
    assert Review.objects.filter(holds=True).count() == len(frameworks) + 1
    assert GroupProduct.objects.filter(publication__in=frameworks).count() == 4


def test_each_example_framework_says_that_the_platform_must_still_name_a_source_and_invents_none() -> None:
    frameworks = Publication.objects.filter(kind="action_framework")

    context = [part for one in frameworks for part in parts_of(one) if part.code is PartCode.CONTEXT]

    assert len(context) == len(frameworks)
    assert {part.source for part in context} == {
        "Hier moet het Platform een bron zetten die na te lezen is. Dit voorbeeld heeft er geen."
    }
    assert all(part.read_by.startswith("Nog niemand") for part in context)


def test_who_doubts_whether_a_child_is_safe_is_led_to_advice_and_not_to_waiting() -> None:
    aid = aid_of(Publication.objects.get(title__startswith="Zorgen dat een minderjarige")).by_key()

    assert {answer.text: answer.leads_to for answer in aid["wegen"].answers} == {
        "Ja": "melden",
        "Ik twijfel": "advies",
        "Nee": "volgen",
    }


def test_one_piece_was_spread_and_came_to_some_organisations_and_not_to_one() -> None:
    distribution = Distribution.objects.get()

    tally = tally_of(distribution)

    assert {reach: number for reach, number in tally.numbers.items() if number} == {
        Reach.RECEIVED: 7,
        Reach.PASSED_ON: 6,
        Reach.SENT: 7,
        Reach.NOT_REACHED: 1,
        Reach.NO_ADDRESS: 1,
    }
    assert sum(one.arrived > 0 for one in tallies_by_region(distribution).values()) > 9
    assert letters_that_need_a_hand().get().recipient == "gemeente-nieuw@voorbeeld.example"


def test_organisations_are_trying_what_was_spread_and_one_of_them_was_not_helped() -> None:
    piece = Distribution.objects.get().publication

    assert piece.evidence == Evidence.TRIED
    assert heard_of(piece) == Heard(used=4, helped=2, did_not_help=1)


def test_there_is_something_to_read_for_the_secretariat() -> None:
    assert Message.objects.filter(party="submitter", read_at=None).exists()


def test_on_a_weekday_all_is_in_order_too() -> None:
    assert_all_is_in_order()
    assert set(Dilemma.objects.values_list("rung", flat=True)) == {str(rung) for rung in Rung}


def test_it_is_loaded_once() -> None:
    dilemmas = Dilemma.objects.count()

    with pytest.raises(HasContent):
        load(at=WEDNESDAY)

    assert Dilemma.objects.count() == dilemmas


def test_every_urgent_route_says_where_to_go_and_none_repeats_that_112_is_for_danger() -> None:
    routes = reading.routes()

    unreachable = [route.name for route in routes if not (route.telephone or route.address)]
    assert unreachable == ["Zorg- en Veiligheidshuis in uw regio"], "there is one in each region"
    assert all(route.telephone != "112" for route in routes), "it stands above all of them by itself"
