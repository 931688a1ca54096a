"""Who sits in a group, on its pages: specialists from outside, members, other days, ends, and what is shown."""

from __future__ import annotations

import re
import uuid
from datetime import timedelta

import pytest

from tests.deliberation.letters import letters_to
from tests.factories import checked
from tests.personas import administrator, as_actor, organisation, participant, person, secretary, specialist
from tests.signing_in import signed_in
from tests.web.groups_help import NOW, TODAY, a_group
from verder.audit.models import Event
from verder.deliberation.actor import Intent
from verder.deliberation.operations.groups import let_lapse
from verder.network.models import Membership, Person

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
NEWCOMER = "nieuw@voorbeeld.example"


def form(**said: object) -> dict[str, object]:
    return {"request_key": str(uuid.uuid4()), **said}


def guest(**said: object) -> dict[str, object]:
    """Return the form that invites a specialist from outside."""
    usual = {"name": "Een specialist", "address": NEWCOMER, "organisation": "Een universiteit"}
    return form(**{**usual, "ends_on": (TODAY + 30 * DAY).isoformat(), **said})


def test_its_lead_invites_somebody_without_an_account_who_sees_the_group_until_the_access_ends():
    lead = participant()
    group = a_group(lead, secretary(), question="")
    keeper, page = signed_in(lead), f"/werkgroepen/{group.body.key}"

    answers = [keeper.post(f"{page}/specialist", said) for said in [guest()] * 2]
    newcomer = Person.objects.get(email=NEWCOMER)
    browser, seat = signed_in(newcomer), Membership.objects.get(person=newcomer)
    inside, of_lead, work = (
        one.get(path).text for one, path in ((browser, page), (keeper, page), (browser, "/werkvoorraad"))
    )
    keeper.post(f"{page}/leden/{seat.pk}/einde", form(reason="Het werk is af."))
    over = browser.get(page)

    assert [answer["Location"] for answer in answers] == [page, page]
    assert letters_to(NEWCOMER) == ["U bent gevraagd voor een werkgroep", "Uw toegang tot een werkgroep is gestopt"]
    assert "Zoek dit uit." in inside
    assert "Specialist, Een universiteit. Toegang tot en met" in of_lead
    assert page in work
    assert (over.status_code, "Zoek dit uit." in over.text, group.body.name in over.text) == (403, False, False)
    assert "Dank u wel voor uw hulp" in over.text
    assert "Het werk is af." in over.text
    assert "Uw toegang tot deze werkgroep stopte" in browser.get("/werkvoorraad").text


def test_the_link_in_the_letter_leads_who_is_logged_in_straight_to_the_inside(client):
    lead, known = participant(), person("specialist")
    group = a_group(lead, secretary())
    page = f"/werkgroepen/{group.body.key}"
    signed_in(lead).post(f"{page}/specialist", guest(address=known.email))
    (body,) = letters_to(known.email, what="body")
    link = re.search(r"/inloggen\S+", body)[0]

    assert signed_in(known).get(link)["Location"] == page
    assert client.get(link).status_code == 200


def test_who_did_not_log_in_yet_gets_the_invitation_once_more_and_a_second_click_sends_nothing():
    lead = participant()
    group = a_group(lead, secretary())
    page, keeper = f"/werkgroepen/{group.body.key}", signed_in(lead)
    keeper.post(f"{page}/specialist", guest())
    newcomer = Person.objects.get(email=NEWCOMER)
    again, said = f"{page}/leden/{newcomer.memberships.get().pk}/opnieuw", form()

    assert again in keeper.get(page).text
    assert NEWCOMER in keeper.get(again).text
    for _click in range(2):
        assert keeper.post(again, said)["Location"] == page
    signed_in(newcomer).get(page)
    late = keeper.post(again, form())

    assert letters_to(NEWCOMER) == ["U bent gevraagd voor een werkgroep"] * 2
    assert (late.status_code, "de specialist is al ingelogd" in late.text) == (409, True)
    assert again not in keeper.get(page).text
    assert keeper.get(f"{page}/leden/{group.body.memberships.get(person=lead).pk}/opnieuw")["Location"] == page


def test_until_the_first_login_the_group_reads_that_somebody_was_invited_from_outside():
    lead, member = participant(), participant()
    group = a_group(lead, secretary(), members=(member,))
    page, keeper = f"/werkgroepen/{group.body.key}", signed_in(lead)
    keeper.post(f"{page}/specialist", guest())

    before = keeper.get(page).text
    signed_in(Person.objects.get(email=NEWCOMER)).get(page)
    after = keeper.get(page).text

    assert [text.count("nog niet ingelogd") for text in (before, after)] == [1, 0]


@pytest.mark.parametrize(
    ("said", "told", "status"),
    [
        ({"ends_on": (TODAY + 400 * DAY).isoformat()}, "ten hoogste een jaar toegang", 409),
        ({"ends_on": (TODAY - DAY).isoformat()}, "de einddatum ligt vóór de begindatum", 409),
        ({"ends_on": ""}, "Vul", 422),
        ({"name": ""}, "Vul", 422),
        ({"organisation": ""}, "Vul", 422),
        ({"address": "gesloten@voorbeeld.example"}, "het account met dit adres is gesloten", 409),
    ],
)
def test_an_invitation_that_cannot_be_is_refused_in_words_and_keeps_what_was_typed(said, told, status):
    lead = participant()
    group = a_group(lead, secretary())
    Person.objects.create(email="gesloten@voorbeeld.example", name="iemand", is_active=False)

    answer = signed_in(lead).post(f"/werkgroepen/{group.body.key}/specialist", guest(**said))

    assert answer.status_code == status
    assert told in answer.text
    assert said.get("address", NEWCOMER) in answer.text
    assert not group.body.memberships.filter(seat="specialist").exists()


def test_a_member_needs_an_account_and_an_administrator_is_not_asked():
    lead, member, keeper = participant(), participant(), administrator()
    group = a_group(lead, secretary(), members=(member,))
    client, page = signed_in(lead), f"/werkgroepen/{group.body.key}/uitnodigen"

    answers = [client.post(page, form(address=one)) for one in (NEWCOMER, member.email, keeper.email)]

    assert [answer.status_code for answer in answers] == [409, 409, 409]
    assert "dit adres heeft nog geen account" in answers[0].text
    assert "heeft in die tijd al een plek" in answers[1].text
    assert "een beheerder ziet geen inhoud" in answers[2].text


def test_a_second_click_asks_a_member_once():
    lead, newcomer = participant(), person("deelnemer")
    group = a_group(lead, secretary())
    client, said = signed_in(lead), form(address=newcomer.email)

    answers = [client.post(f"/werkgroepen/{group.body.key}/uitnodigen", said) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [302, 302]
    assert Membership.objects.filter(person=newcomer).count() == 1


def test_nobody_joins_a_group_that_is_done():
    lead = participant()
    group = a_group(lead, secretary())
    group.ended_at = NOW
    group.save()

    answer = signed_in(lead).post(f"/werkgroepen/{group.body.key}/specialist", guest())

    assert answer.status_code == 409
    assert "deze werkgroep is klaar" in answer.text


def test_another_last_day_stands_on_the_page_with_its_reason():
    lead, member = participant(), participant()
    group = a_group(lead, secretary(), members=(member,))
    expert = specialist(group.body, ends_on=TODAY + DAY)
    seat, client = Membership.objects.get(person=expert), signed_in(lead)
    address = f"/werkgroepen/{group.body.key}/leden/{seat.pk}/datum"

    shown = client.get(address).text
    past = client.post(address, form(ends_on=(TODAY - DAY).isoformat(), reason="Te vroeg."))
    answer = client.post(address, form(ends_on=(TODAY + 60 * DAY).isoformat(), reason="Er is meer nodig."))
    read = signed_in(member).get(f"/werkgroepen/{group.body.key}").text

    assert expert.name in shown
    assert (past.status_code, "deze dag is voorbij" in past.text, "Te vroeg." in past.text) == (409, True, True)
    assert answer.status_code == 302
    assert "Er is meer nodig." in read


def test_members_have_no_last_day_to_change():
    lead = participant()
    group = a_group(lead, secretary())
    seat = group.body.memberships.get(person=lead)

    answer = signed_in(lead).get(f"/werkgroepen/{group.body.key}/leden/{seat.pk}/datum")

    assert answer["Location"] == f"/werkgroepen/{group.body.key}"


def test_ending_a_seat_asks_why_and_twice_leads_back_to_the_group():
    clerk = secretary()
    group = a_group(participant(), clerk)
    expert = specialist(group.body, ends_on=TODAY + DAY)
    seat = Membership.objects.get(person=expert)
    client, address = signed_in(clerk), f"/werkgroepen/{group.body.key}/leden/{seat.pk}/einde"

    missing = client.post(address, form(reason=""))
    said = form(reason="Het werk is af.")
    answers = [client.post(address, said) for _ in range(2)]

    assert missing.status_code == 422
    assert {answer["Location"] for answer in answers} == {f"/werkgroepen/{group.body.key}"}
    seat.refresh_from_db()
    assert seat.ends_on == TODAY - DAY


def test_a_seat_elsewhere_is_not_ended_here():
    clerk, other = secretary(), participant()
    group = a_group(participant(), clerk)
    seat = Membership.objects.get(person=other)

    answer = signed_in(clerk).post(f"/werkgroepen/{group.body.key}/leden/{seat.pk}/einde", form(reason="Klaar."))

    seat.refresh_from_db()
    assert answer["Location"] == f"/werkgroepen/{group.body.key}"
    assert seat.ends_on is None


def test_only_who_sits_there_puts_role_and_organisation_on_the_public_page_and_takes_them_off(client):
    lead, clerk = participant(organisation=organisation("Gemeente Zee")), secretary()
    group = a_group(lead, clerk)
    page, own = f"/werkgroepen/{group.body.key}", signed_in(lead)

    offered = own.get(f"{page}/zichtbaar").text
    own.post(f"{page}/zichtbaar", form(shown="yes"))
    shown = client.get(page).text
    own.post(f"{page}/zichtbaar", form(shown=""))

    assert "zonder mijn naam" in offered
    assert "Gemeente Zee" in shown
    assert lead.name not in shown
    assert "Gemeente Zee" not in client.get(page).text
    assert signed_in(clerk).get(f"{page}/zichtbaar").status_code == 404
    assert signed_in(participant()).get(f"/werkgroepen/{uuid.uuid4()}/zichtbaar").status_code == 404


def test_what_somebody_shows_goes_when_their_access_ends(client):
    lead = participant()
    group = a_group(lead, secretary())
    expert = specialist(group.body, ends_on=TODAY + DAY)
    Membership.objects.filter(person=expert).update(on_behalf_of="Een universiteit", shown_since=NOW)
    page = f"/werkgroepen/{group.body.key}"

    before = client.get(page).text
    let_lapse(
        group.served.get().dilemma.number,
        why_gone=checked("Een nieuwe regel."),
        message=checked("Het is weg."),
        actor=as_actor(lead, NOW),
        at=NOW,
        intent=Intent(),
    )

    assert ["Een universiteit" in text for text in (before, client.get(page).text)] == [True, False]
    assert "De werkgroep is klaar." in signed_in(expert).get(page).text
    assert Event.objects.filter(action="group.left").count() == 1


def test_an_administrator_does_not_read_who_sits_in_a_group():
    lead, keeper = participant(), administrator()
    group = a_group(lead, secretary())

    page = signed_in(keeper).get(f"/beheer/mensen/{lead.opaque_id}").text

    assert lead.name in page
    assert group.body.name not in page
