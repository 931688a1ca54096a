"""The pages of working groups: the public side, and the inside for its members and the secretariat."""

from __future__ import annotations

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from tests.browser import assert_accessible, assert_no_overflow, enter, look
from tests.factories import checked
from tests.personas import administrator, as_actor, director, organisation, participant, secretary, specialist
from tests.signing_in import signed_in
from tests.web.groups_help import NOW, TODAY, a_group
from tests.web.guidance_help import asked_to_read, published, written
from verder.deliberation.actor import Intent
from verder.deliberation.models import ServedDilemma
from verder.deliberation.operations.groups import add_product, let_lapse
from verder.domain.tlp import Tlp

DAY = timedelta(days=1)


@pytest.mark.django_db
@pytest.mark.parametrize("number", [1, 3])
def test_anyone_sees_which_groups_run_and_what_they_made_in_two_statements(client, django_assert_num_queries, number):
    clerk = secretary()
    for count in range(number):
        group = a_group(participant(), clerk)
        add_product(group, published(f"Stuk {count}"), actor=as_actor(clerk, NOW), at=NOW)

    with django_assert_num_queries(2):
        page = client.get("/werkgroepen").text

    assert page.count("Hoe deelt u wat u weet?") == number
    assert page.count("Stuk ") == number


@pytest.mark.django_db
@pytest.mark.parametrize("number", [1, 3])
def test_the_list_costs_as_much_for_many_groups_as_for_one(django_assert_num_queries, number):
    clerk = secretary()
    for _ in range(number):
        a_group(participant(), clerk, question="")
    client = signed_in(clerk)

    with django_assert_num_queries(5):
        page = client.get("/werkgroepen").text

    assert page.count("Niet openbaar") == number


@pytest.mark.django_db
def test_groups_that_are_done_stand_apart(client):
    lead, clerk = participant(), secretary()
    group = a_group(lead, clerk)
    number = ServedDilemma.objects.get(group=group).dilemma.number
    let_lapse(
        number,
        why_gone=checked("Een nieuwe regel."),
        message=checked("Het is weg."),
        actor=as_actor(lead, NOW),
        at=NOW,
        intent=Intent(),
    )

    running, done = client.get("/werkgroepen").text, client.get("/werkgroepen?welke=klaar").text

    assert "Er loopt nu geen werkgroep" in running
    assert "Hoe deelt u wat u weet?" in done
    assert "Klaar op" in done


@pytest.mark.django_db
def test_an_empty_list_says_where_to_look(client):
    page = client.get("/werkgroepen?welke=klaar").text

    assert "Er is nog geen werkgroep klaar." in page
    assert 'href="/kennis"' in page


@pytest.mark.django_db
def test_long_lists_turn_pages(client):
    clerk = secretary()
    for _ in range(21):
        a_group(participant(), clerk)

    first = client.get("/werkgroepen")
    second = client.get("/werkgroepen" + first.context["page"].next)

    assert (len(first.context["page"].rows), len(second.context["page"].rows)) == (20, 1)


@pytest.mark.django_db
def test_a_group_without_public_question_does_not_exist_outside_and_asks_an_outsider_to_log_in(client):
    lead, clerk = participant(), secretary()
    group = a_group(lead, clerk, question="")

    statuses = [one.get(f"/werkgroepen/{group.body.key}").status_code for one in (client, signed_in(participant()))]

    assert statuses == [302, 404]
    assert group.body.name not in client.get("/werkgroepen").text
    for inside in (lead, clerk):
        assert signed_in(inside).get(f"/werkgroepen/{group.body.key}").status_code == 200


@pytest.mark.django_db
def test_outsiders_see_the_question_and_public_products_but_never_who_sits_in_it(client, django_assert_num_queries):
    lead, clerk = participant(), secretary()
    group = a_group(lead, clerk)
    for piece in (published("Voor iedereen"), published("Voor wie meedoet", tlp=Tlp.GREEN), written("Een concept")):
        add_product(group, piece, actor=as_actor(clerk, NOW), at=NOW)

    with django_assert_num_queries(3):
        page = client.get(f"/werkgroepen/{group.body.key}").text

    assert "Voor iedereen" in page
    for hidden in ("Voor wie meedoet", "Een concept", lead.name, "Zoek dit uit.", "Mag ik dit delen?"):
        assert hidden not in page


@pytest.mark.django_db
@pytest.mark.parametrize("stranger", [participant, director, administrator])
def test_others_with_an_account_see_the_public_side_alone(stranger):
    lead = participant()
    group = a_group(lead, secretary())

    page = signed_in(stranger()).get(f"/werkgroepen/{group.body.key}").text

    assert "Hoe deelt u wat u weet?" in page
    assert lead.name not in page
    assert "Zoek dit uit." not in page


@pytest.mark.django_db
def test_its_lead_sees_the_work_with_the_verdicts(django_assert_num_queries):
    lead = participant(organisation=organisation("Gemeente Zee"))
    group = a_group(lead, secretary())
    client = signed_in(lead)

    with django_assert_num_queries(9):
        page = client.get(f"/werkgroepen/{group.body.key}").text

    assert "Zoek dit uit." in page
    assert "Mag ik dit delen?" in page
    assert "Trekker, Gemeente Zee" in page
    for verdict in ("deliver", "report_back", "let_lapse", "escalate"):
        assert f"/stap/{verdict}" in page


@pytest.mark.django_db
def test_a_specialist_sees_the_inside_until_the_last_day_and_gives_no_verdicts():
    group = a_group(participant(), secretary())
    guest = specialist(group.body, ends_on=TODAY)
    former = specialist(group.body, ends_on=TODAY - DAY)

    inside = signed_in(guest).get(f"/werkgroepen/{group.body.key}").text
    outside = signed_in(former).get(f"/werkgroepen/{group.body.key}").text

    assert "Zoek dit uit." in inside
    assert "Toegang tot en met" in inside
    assert "/stap/deliver" not in inside
    assert "uitnodigen" not in inside
    assert "Zoek dit uit." not in outside


@pytest.mark.django_db
def test_a_dilemma_under_red_shows_no_words_and_to_who_may_not_read_it_no_number():
    lead, clerk = participant(), secretary()
    group = a_group(lead, clerk, tlp=Tlp.RED)
    number = ServedDilemma.objects.get(group=group).dilemma.number

    of_lead, of_named = (signed_in(one).get(f"/werkgroepen/{group.body.key}").text for one in (lead, clerk))

    for page in (of_lead, of_named):
        assert "Vertrouwelijk dilemma" in page
        assert "Mag ik dit delen?" not in page
    assert number not in of_lead
    assert number in of_named


@pytest.mark.django_db
def test_the_group_sees_its_drafts_and_who_has_one_in_hands_can_open_it():
    lead, member, clerk = participant(), participant(), secretary()
    group = a_group(lead, clerk, members=(member,))
    draft = written("Een concept", by=lead)
    add_product(group, draft, actor=as_actor(lead, NOW), at=NOW)

    of_lead, of_member = (signed_in(one).get(f"/werkgroepen/{group.body.key}").text for one in (lead, member))
    asked_to_read(draft, member)
    of_reader = signed_in(member).get(f"/werkgroepen/{group.body.key}").text

    assert f"/concepten/{draft.key}" in of_lead
    assert "Een concept" in of_member
    assert f"/concepten/{draft.key}" not in of_member
    assert f"/concepten/{draft.key}" in of_reader


@pytest.mark.django_db
def test_a_group_that_is_done_is_looked_after_no_more():
    lead, clerk = participant(), secretary()
    group = a_group(lead, clerk)
    group.ended_at = NOW
    group.save()

    page = signed_in(clerk).get(f"/werkgroepen/{group.body.key}").text

    assert "Klaar op" in page
    assert "uitnodigen" not in page


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_the_pages_of_groups_are_fit_for_everyone(page, live_server):
    lead, clerk = participant(organisation=organisation("Gemeente Zee")), secretary()
    group = a_group(lead, clerk)
    specialist(group.body, ends_on=TODAY + 30 * DAY)
    add_product(group, published("Delen mag vaak"), actor=as_actor(clerk, NOW), at=NOW)
    add_product(group, written("Een concept", by=lead), actor=as_actor(clerk, NOW), at=NOW)
    published("Een ander stuk")
    address = f"/werkgroepen/{group.body.key}"

    for name, path in (
        ("groups", "/werkgroepen"),
        ("groups-done", "/werkgroepen?welke=klaar"),
        ("group-outside", address),
    ):
        page.goto(f"{live_server.url}{path}")
        assert_accessible(page)
        assert_no_overflow(page)
        look(page, name)
    enter(page, lead, live_server.url)
    for name, path in (
        ("group-inside", address),
        ("group-invite", f"{address}/uitnodigen"),
        ("group-specialist", f"{address}/specialist"),
        ("group-access", f"{address}/leden/{group.body.memberships.latest('pk').pk}/datum"),
        ("group-shown", f"{address}/zichtbaar"),
        ("group-public", f"{address}/openbaar"),
        ("group-product", f"{address}/product"),
        ("group-invite-again", f"{address}/leden/{group.body.memberships.latest('pk').pk}/opnieuw"),
        ("group-end", f"{address}/leden/{group.body.memberships.latest('pk').pk}/einde"),
    ):
        page.goto(f"{live_server.url}{path}")
        assert_accessible(page)
        assert_no_overflow(page)
        look(page, name)


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_who_had_access_reads_that_it_stopped_on_a_page_that_everybody_can_read(page, live_server):
    group = a_group(participant(), secretary(), question="")
    guest = specialist(group.body, ends_on=TODAY - DAY)
    enter(page, guest, live_server.url)

    answer = page.goto(f"{live_server.url}/werkgroepen/{group.body.key}")

    assert answer.status == 403
    expect(page.get_by_role("heading", name="Uw toegang is gestopt")).to_be_visible()
    assert_accessible(page)
    assert_no_overflow(page)
    look(page, "group-access-over")
