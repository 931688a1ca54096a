"""An edition is spread to the organisations that were chosen, each gets one letter, and tells what it wants to tell."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest

from tests import factories
from tests.deliberation.letters import letters_to
from tests.distribution.spreads import clerk, everyone, kind, only, organisation, owe_everything, spread_to_all
from tests.factories import MONDAY
from verder.audit.models import Event
from verder.distribution.jobs import go_on_handing_out
from verder.distribution.links import token_of
from verder.distribution.models import Distribution, Recipient
from verder.distribution.operations import correcting, responding, spreading
from verder.distribution.queries import (
    Selection,
    organisations_for,
    preview_of,
    reach_of,
    recipients_of,
    tallies_by_region,
    tally_of,
)
from verder.domain.tlp import Tlp
from verder.guidance.models import Publication
from verder.guidance.operations.pen import DoneAlready, MayNotWrite
from verder.network.models import Organisation
from verder.network.standing import Standing
from verder.post.models import Delivery

pytestmark = pytest.mark.django_db
TWO_WEEKS = timedelta(days=14)
SECRET_TITLE = "Delen mag vaak"


def came(state: str, recipient: Recipient) -> Recipient:
    """Let the letter of a recipient end in a state."""
    letter = Delivery.objects.filter(key=recipient.letter_id)
    if state in {"sent", "returned"}:
        letter.update(state=state, sent_at=MONDAY, recipient="", body="")
    else:
        letter.update(state=state)
    return recipient


def test_only_the_chosen_kinds_in_the_chosen_regions_get_it():
    chosen, other_region = organisation(), organisation(region="VR01")
    organisation(of="politie")
    piece = factories.published_guidance()
    selection = Selection(frozenset({kind().pk}), frozenset({"VR09"}))

    distribution = spreading.spread(piece.key, selection, days_to_respond=7, standing=clerk(), at=MONDAY)
    owe_everything(distribution, at=MONDAY)

    assert [one.organisation for one in recipients_of(distribution)] == [chosen]
    assert letters_to(other_region.email) == []
    assert distribution.days_to_respond == 7


def test_the_letter_has_a_neutral_title_and_a_personal_link():
    there = organisation()

    distribution = spread_to_all()

    assert letters_to(there.email) == ["Nieuwe kennis voor uw organisatie"]
    (body,) = letters_to(there.email, what="body")
    assert f"/ontvangen/{token_of(only(distribution).secret)}" in body
    assert SECRET_TITLE not in body


def test_who_has_no_address_stands_on_the_list_and_gets_it_once_there_is_one():
    there = organisation(email="")
    distribution = spread_to_all()
    before = reach_of(only(distribution))
    Organisation.objects.update(email="nieuw@voorbeeld.example")

    go_on_handing_out(timestamp=0)

    assert (before, reach_of(only(distribution))) == ("no_address", "owed")
    assert letters_to("nieuw@voorbeeld.example") == ["Nieuwe kennis voor uw organisatie"]
    assert there == only(distribution).organisation


def test_spreading_again_reaches_only_who_is_new():
    first = organisation()
    piece = factories.published_guidance()
    spread_to_all(piece)
    second = organisation()
    preview = preview_of(organisations_for(everyone(), piece))

    spread_to_all(piece)

    assert (preview.new, preview.without_address, preview.had_it) == (1, 0, 1)
    assert len(letters_to(first.email)) == len(letters_to(second.email)) == 1
    assert Distribution.objects.count() == 1


def test_two_organisations_with_one_address_each_get_a_letter_of_their_own():
    organisation(email="samen@voorbeeld.example")
    organisation(email="samen@voorbeeld.example")

    distribution = spread_to_all()

    assert len(set(letters_to("samen@voorbeeld.example", what="body"))) == 2
    assert recipients_of(distribution).filter(letter__isnull=True).count() == 0


def test_a_portion_leaves_the_rest_for_the_next():
    for _ in range(51):
        organisation()
    piece = factories.published_guidance()
    distribution = spreading.spread(piece.key, everyone(), days_to_respond=14, standing=clerk(), at=MONDAY)

    assert owe_everything(distribution, at=MONDAY) == 51
    assert Event.objects.filter(action="distribution.letters_owed").count() == 2


def test_a_second_click_sends_nothing():
    organisation()
    piece, key = factories.published_guidance(), uuid.uuid4()
    known = {"days_to_respond": 14, "standing": clerk(), "at": MONDAY, "request_key": key}
    spreading.spread(piece.key, everyone(), **known)

    with pytest.raises(DoneAlready):
        spreading.spread(piece.key, everyone(), **known)

    assert Recipient.objects.count() == 1


@pytest.mark.parametrize("seen", [0, 2])
def test_a_list_that_changed_since_it_was_seen_is_not_sent(seen):
    organisation()
    piece = factories.published_guidance()

    with pytest.raises(spreading.ListChanged):
        spreading.spread(piece.key, everyone(), days_to_respond=14, seen=seen, standing=clerk(), at=MONDAY)

    assert Recipient.objects.count() == 0


def test_nobody_but_the_secretariat_spreads():
    organisation()
    piece = factories.published_guidance()
    member = Standing(person=factories.published_guidance().owner)

    for standing in (Standing(), member):
        with pytest.raises(MayNotWrite):
            spreading.spread(piece.key, everyone(), days_to_respond=14, standing=standing, at=MONDAY)

    assert Recipient.objects.count() == 0


def test_what_is_not_for_everyone_is_not_spread():
    organisation()
    piece = factories.published_guidance(tlp=Tlp.GREEN)

    with pytest.raises(spreading.NotForEveryone):
        spreading.spread(piece.key, everyone(), days_to_respond=14, standing=clerk(), at=MONDAY)

    assert Recipient.objects.count() == 0


def test_what_was_withdrawn_meanwhile_is_sent_to_nobody_more():
    there = organisation()
    piece = factories.published_guidance()
    distribution = spreading.spread(piece.key, everyone(), days_to_respond=14, standing=clerk(), at=MONDAY)
    Publication.objects.update(state="withdrawn")

    assert owe_everything(distribution, at=MONDAY) == 0
    assert letters_to(there.email) == []


def test_who_told_nothing_is_reminded_once_after_the_term():
    there, told = organisation(), organisation()
    distribution = spread_to_all()
    for one in recipients_of(distribution):
        came("sent", one)
    answered = recipients_of(distribution).get(organisation=told)
    responding.receive(token_of(answered.secret), at=MONDAY)

    assert owe_everything(distribution, at=MONDAY + TWO_WEEKS - timedelta(days=1)) == 0
    assert owe_everything(distribution, at=MONDAY + TWO_WEEKS) == 1
    assert owe_everything(distribution, at=MONDAY + 2 * TWO_WEEKS) == 0
    assert letters_to(there.email)[1:] == ["Kreeg uw organisatie dit?"]
    assert len(letters_to(told.email)) == 1


@pytest.mark.parametrize(
    ("state", "reach"),
    [
        ("owed", "owed"),
        ("handing_over", "owed"),
        ("sent", "sent"),
        ("uncertain", "uncertain"),
        ("failed", "not_reached"),
        ("returned", "not_reached"),
        ("dropped", "not_reached"),
    ],
)
def test_how_far_it_came_is_read_from_the_letter(state, reach):
    organisation()
    distribution = spread_to_all()

    came(state, only(distribution))

    assert reach_of(only(distribution)) == reach
    assert tally_of(distribution).of(reach_of(only(distribution))) == 1


def test_an_organisation_tells_once_that_it_has_it_and_may_change_to_how_many_it_went():
    organisation()
    distribution = spread_to_all()
    token = token_of(only(distribution).secret)

    responding.receive(token, at=MONDAY)
    responding.receive(token, at=MONDAY + TWO_WEEKS)
    received = reach_of(only(distribution))
    for number in (12, 12, 20):
        responding.pass_on(token, colleagues=number, at=MONDAY)

    assert (received, reach_of(only(distribution))) == ("received", "passed_on")
    assert only(distribution).received_at == MONDAY
    assert Event.objects.filter(action="distribution.received").count() == 1
    assert Event.objects.filter(action="distribution.passed_on", actor=None).count() == 2
    region = tallies_by_region(distribution)["VR09"]
    assert (region.total, region.arrived, region.colleagues) == (1, 1, 20)


@pytest.mark.parametrize("token", ["", "geen"])
def test_a_link_that_is_damaged_tells_nothing(token):
    organisation()
    spread_to_all()

    with pytest.raises(Recipient.DoesNotExist):
        responding.receive(token, at=MONDAY)


def test_a_link_ends_after_a_year():
    organisation()
    token = token_of(only(spread_to_all()).secret)

    with pytest.raises(Recipient.DoesNotExist):
        responding.receive(token, at=MONDAY + timedelta(days=366))


@pytest.mark.parametrize("state", ["failed", "uncertain", "returned", "sent"])
def test_a_corrected_address_gets_one_letter_with_a_new_link(state):
    organisation()
    piece = factories.published_guidance()
    distribution = spread_to_all(piece)
    before = came(state, only(distribution))

    correcting.send_to(piece.key, before.key, address="Goed@voorbeeld.example", standing=clerk(), at=MONDAY)
    owe_everything(distribution, at=MONDAY)

    assert letters_to("goed@voorbeeld.example") == ["Nieuwe kennis voor uw organisatie"]
    assert Delivery.objects.get(key=before.letter_id).state == ("sent" if state == "sent" else "dropped")
    with pytest.raises(Recipient.DoesNotExist):
        responding.receive(token_of(before.secret), at=MONDAY)


def test_a_letter_on_its_way_is_not_sent_anew():
    organisation()
    piece = factories.published_guidance()
    recipient = only(spread_to_all(piece))

    with pytest.raises(correcting.StillOnItsWay):
        correcting.send_to(piece.key, recipient.key, address="a@voorbeeld.example", standing=clerk(), at=MONDAY)

    assert only(recipient.distribution).organisation.email != "a@voorbeeld.example"


def test_who_has_it_gets_no_second_letter():
    organisation()
    piece = factories.published_guidance()
    recipient = only(spread_to_all(piece))
    responding.receive(token_of(recipient.secret), at=MONDAY)

    with pytest.raises(correcting.ArrivedAlready):
        correcting.send_to(piece.key, recipient.key, address="a@voorbeeld.example", standing=clerk(), at=MONDAY)

    assert only(recipient.distribution).letter_id == recipient.letter_id


def test_nobody_but_the_secretariat_corrects_an_address():
    organisation()
    piece = factories.published_guidance()
    recipient = only(spread_to_all(piece))

    with pytest.raises(MayNotWrite):
        correcting.send_to(piece.key, recipient.key, address="a@voorbeeld.example", standing=Standing(), at=MONDAY)

    assert only(recipient.distribution).letter_id == recipient.letter_id
