"""A specialist from outside, tried against every address of the product with everything that is in it.

They see the group that they were asked for and nothing else of anybody's, and nothing of that once their time is over.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.db import transaction
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoDbBlocker

from tests.factories import checked
from tests.matrix.every_address import Address, addresses
from tests.personas import as_actor
from tests.signing_in import signed_in
from verder.audit.models import Event
from verder.deliberation.actor import Intent
from verder.deliberation.models import Dilemma, Original, ServedDilemma, SharedVersion, WorkingGroup
from verder.deliberation.starter.load import load
from verder.domain.tlp import Tlp
from verder.network.models import BodyKind, Membership, Person, Seat
from verder.workspace.operations import discussion, points, remarks, texts

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.usefixtures("_content")]

OWN_ACCOUNT = re.compile(r"my-account|mfa_|account_|choose-second-step|follow-mine")
LISTS = {"work", "dilemma-list", "meeting-list", "meeting-actions", "signal-list", "signal-send", "slips", "slip-about"}
"""Pages that are there for whoever has an account; they list what is theirs, or say that there is nothing."""
WHERE_MEMBERS_STAND = re.compile(r"group|meeting$|office-person$|office-people|dilemma$")
NUMBER = re.compile(r"\b20\d\d-\d{3}\b")
AT_LEAST = 2000


@pytest.fixture(scope="module")
def _content(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Load the example once; what a test does to it is undone."""
    with django_db_blocker.unblock(), transaction.atomic():
        load(at=timezone.now())
        for group in WorkingGroup.objects.filter(ended_at=None).select_related("body"):
            _write_in(group)
        yield
        transaction.set_rollback(True)


def _write_in(group: WorkingGroup) -> None:
    """Let the secretariat begin a text, with a section and a remark, a contribution and a point in each workspace."""
    clerk, now = Person.objects.filter(memberships__body__kind=BodyKind.SECRETARIAT).earliest("pk"), timezone.now()
    who = {"actor": as_actor(clerk, now), "at": now, "intent": Intent()}
    text = texts.start_text(group.body.key, new=texts.NewText(checked("Onze tekst")), **who)
    section = texts.add_section(group.body.key, text=text.key, heading=checked("Begin"), **who)
    says = remarks.RemarkWords(checked("Klopt dit?"), checked("Zo klopt het."))
    remarks.make_remark(group.body.key, section=section.key, says=says, **who)
    discussion.contribute(group.body.key, words=checked("Wij beginnen."), **who)
    points.add_point(group.body.key, new=points.NewPoint(checked("Vraag na."), clerk, timezone.localdate(now)), **who)


@pytest.fixture
def seat() -> Membership:
    """Give the seat of the example's specialist."""
    return Membership.objects.select_related("person", "body").get(seat=Seat.SPECIALIST)


def pages(browser: Client) -> dict[Address, str]:
    """Open every address, and return those that show a page here and not to an outsider, with what it says."""
    outsider, found = Client(), {}
    for address in addresses():
        answer = browser.get(address.path)
        if answer.status_code == 200 and outsider.get(address.path).status_code != 200:
            found[address] = answer.content.decode(errors="replace")
    return found


def numbers(dilemmas) -> set[str]:
    """Return the numbers of dilemmas."""
    return set(dilemmas.values_list("number", flat=True))


def public_ones() -> set[str]:
    """Return the numbers of the dilemmas that anyone may read."""
    return numbers(Dilemma.objects.filter(tlp=Tlp.CLEAR, admitted_at__isnull=False))


def readable_in(seat: Membership) -> set[str]:
    """Return the numbers of the dilemmas that the group of a seat serves, and of those that anyone may read."""
    served = ServedDilemma.objects.filter(group__body=seat.body).values("dilemma")
    return numbers(Dilemma.objects.filter(pk__in=served)) | public_ones()


def assert_shows_only(found: dict[Address, str], readable: set[str], *, group: str = "") -> None:
    """Hold what was opened against what may be read: no other dossier, page, number or question; and one workspace."""
    hidden = numbers(Dilemma.objects.exclude(number__in=readable))
    questions = {question for model in (Original, SharedVersion) for question in _questions(model, readable)}
    for address, text in found.items():
        if OWN_ACCOUNT.match(address.name):
            continue
        is_of_group = bool(group) and address.about("key") == group
        assert is_of_group or address.name in LISTS or address.about("number") in readable, address
        assert not set(NUMBER.findall(text)) & hidden, address
        assert not [question for question in questions if question in text], address


def _questions(model: type[Original | SharedVersion], readable: set[str]):
    others = model.objects.exclude(dilemma__number__in=readable).exclude(question="")
    return others.values_list("question", flat=True)


def test_a_specialist_reads_their_own_group_and_nothing_else(seat: Membership) -> None:
    readable = readable_in(seat)

    found = pages(signed_in(seat.person))

    assert len(addresses()) >= AT_LEAST
    assert {address.about("number") for address in found if address.name == "dilemma"} == readable
    assert {"group-room", "group-text", "group-section-write", "group-remark"} <= {one.name for one in found}
    assert_shows_only(found, readable, group=str(seat.body.key))


def test_a_specialist_whose_time_is_over_reads_nothing_of_it(seat: Membership) -> None:
    public = public_ones()
    Membership.objects.filter(pk=seat.pk).update(ends_on=timezone.localdate() - timedelta(days=1))

    found = pages(signed_in(seat.person))

    assert {address.about("number") for address in found if address.name == "dilemma"} == public
    assert_shows_only(found, public)


def test_nothing_that_a_specialist_sends_to_what_they_cannot_read_changes_anything(seat: Membership) -> None:
    browser, readable, before = signed_in(seat.person), readable_in(seat), Event.objects.count()
    elsewhere = [one for one in addresses() if one.about("number") in numbers(Dilemma.objects.all()) - readable]

    answers = {
        browser.post(one.path, {"request_key": str(uuid.uuid4()), "version": 1}).status_code for one in elsewhere
    }

    assert answers <= {403, 404, 405, 429}
    assert Event.objects.count() == before


@pytest.mark.parametrize("kind", [BodyKind.PLATFORM, BodyKind.ADMINISTRATION])
def test_nobody_outside_the_group_and_the_secretariat_reads_that_a_specialist_sits_in_it(
    seat: Membership, kind: BodyKind
) -> None:
    others = Membership.objects.filter(body__kind=kind).exclude(person__memberships__body=seat.body)
    browser, named = signed_in(others.select_related("person")[0].person), seat.person.name
    about_groups = [one for one in addresses() if WHERE_MEMBERS_STAND.match(one.name)]

    answers = {one: browser.get(one.path) for one in about_groups}

    shown = [one for one, page in answers.items() if page.status_code == 200 and named in page.text]
    assert [one for one in shown if kind != BodyKind.ADMINISTRATION or seat.body.name in answers[one].text] == []
    assert any(page.status_code == 200 for page in answers.values())
