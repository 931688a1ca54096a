"""Making an agenda on its page: from what waits, arranged with and without dragging, sent, and read by members."""

from __future__ import annotations

import re
import uuid
from datetime import timedelta
from io import BytesIO

import pytest
from django.utils import timezone
from playwright.sync_api import expect
from pypdf import PdfReader

from tests import factories
from tests.browser import assert_accessible, assert_no_overflow, enter, look
from tests.deliberation.agenda_acts import Desk, signal
from tests.deliberation.doing import do
from tests.factories import checked, meeting_of
from tests.personas import council_chair, director, participant, platform_chair, secretary
from tests.signing_in import signed_in
from verder.audit.models import Event
from verder.deliberation.actor import Intent
from verder.deliberation.models import Action, AgendaItem, CoverNote, Dilemma, ItemKind, SignOff, SignOffRole, StepWords
from verder.deliberation.operations import actions, agenda, secretariat, sharing
from verder.deliberation.queries.sendings import Change, Difference, Said
from verder.domain.tlp import Tlp
from verder.network.models import BodyKind, Person
from verder.web.words.differences import difference_in_words

pytestmark = pytest.mark.django_db
NOW = timezone.now()


def desk_now(kind: BodyKind = BodyKind.PLATFORM) -> Desk:
    """Return somebody of the secretariat with a meeting next week."""
    clerk = secretary()
    return Desk(clerk, meeting_of(kind, clerk, at=NOW), NOW)


def once(**values: object) -> dict[str, object]:
    """Return what a fresh form sends."""
    return {"request_key": uuid.uuid4(), **values}


def address(at_work: Desk, *parts: object) -> str:
    """Return an address under the meeting."""
    return "/".join(["/vergaderingen", str(at_work.meeting.key), *map(str, parts)])


def waiting(at_work: Desk, tlp: Tlp = Tlp.AMBER_STRICT) -> Dilemma:
    """Return a dilemma that waits for the Platform."""
    return factories.admitted(factories.dilemma_at_intake(at=NOW, tlp=tlp), at_work.clerk, at=NOW)


def test_making_an_agenda_is_for_who_runs_the_meeting() -> None:
    at_work = desk_now()
    item = at_work.add("Rondvraag")
    paths = ("agenda", "agenda/versturen", f"punten/{item.key}/wijzigen", f"punten/{item.key}/oplegger")

    found = {
        who: [signed_in(who).get(address(at_work, path)).status_code for path in paths]
        for who in (at_work.clerk, platform_chair(), participant(), director())
    }

    assert list(found.values()) == [[200] * 4, [200] * 4, [404] * 4, [404] * 4]


def test_the_total_says_how_much_of_the_meeting_is_left_and_what_has_no_time_yet() -> None:
    at_work = desk_now()
    client, path = signed_in(at_work.clerk), address(at_work, "agenda")
    empty = client.get(path).text
    long, short = at_work.add("Werkwijze"), at_work.add("Rondvraag")

    at_work.change(long, minutes=100)
    part = client.get(path).text
    at_work.change(short, minutes=50)
    over = client.get(path).text

    assert "Verstuur de agenda" not in empty
    assert "100 van de 120 minuten verdeeld" in part
    assert "1 punt heeft nog geen tijd" in part
    assert "150 van de 120 minuten verdeeld" in over
    assert "Dat is 30 minuten te veel." in over
    assert "nog geen tijd" not in over


def test_what_is_different_says_what_it_was_and_where_it_went() -> None:
    at_work, member = desk_now(), participant()
    first, second = at_work.add("Werkwijze"), at_work.add("Rondvraag")
    at_work.change(first, minutes=10)
    client = signed_in(at_work.clerk)
    asked = client.get(address(at_work, "agenda/versturen")).text
    at_work.send()
    same = client.get(address(at_work, "agenda")).text

    at_work.change(first, minutes=25, kind=ItemKind.DECISION)
    at_work.arrange(second, first)
    asked_again = client.get(address(at_work, "agenda/versturen")).text
    at_work.send()

    read = signed_in(member).get(address(at_work)).text
    assert "Punt 1, Werkwijze: nu ter besluitvorming (was ter bespreking), nu 25 minuten (was 10)" in read
    assert "Punt 1, Werkwijze: staat nu na punt 2" in read
    assert "Verstuur de wijzigingen" not in same
    assert "Daarna staan de nummers vast." in asked
    assert "Elk punt houdt zijn nummer." in asked_again


def test_what_waits_is_put_on_with_a_button_and_taken_off_again() -> None:
    at_work, sent, guidance = desk_now(), signal(at=NOW), factories.published_guidance()
    client, dilemma = signed_in(at_work.clerk), waiting(at_work)
    erop = address(at_work, "agenda/erop")

    for put in (
        f"signal:{sent.key}:information",
        f"dilemma:{dilemma.number}:discussion",
        f"guidance:{guidance.key}:discussion",
    ):
        form = once(put=put)
        assert [client.post(erop, form).status_code for _ in range(2)] == [302, 302]
    page = client.get(address(at_work, "agenda")).text
    item = AgendaItem.objects.get(signal=sent)
    client.post(address(at_work, "agenda/eraf"), once(item=item.key))

    assert "De opvang is vol" in page
    assert "Mag ik dit delen?" in page
    assert AgendaItem.objects.filter(state="open").count() == 2
    for wrong in ("signal:onzin:discussion", "signal:12ab:information", f"signal:{uuid.uuid4()}:information", ""):
        assert client.post(erop, once(put=wrong)).status_code == 404


def test_a_dilemma_that_nobody_may_read_yet_says_why_and_what_to_do_instead_of_buttons_that_refuse() -> None:
    at_work = desk_now()
    unseen, unwritten, known = waiting(at_work), factories.dilemma_at_intake(at=NOW), waiting(at_work)
    do(sharing.prepare_shared_version, unseen, at_work.clerk, at=NOW, words=factories.words())
    do(secretariat.decline, unwritten, at_work.clerk, at=NOW, reason=checked("Te vroeg."), message=checked("Nee."))
    do(secretariat.reopen, unwritten, at_work.clerk, at=NOW, evidence=checked("Het blijft bestaan."))
    client = signed_in(at_work.clerk)

    page = client.get(address(at_work, "agenda")).text

    offered = re.findall(r'value="(?:dilemma:)?(\d{4}-\d+|D-[\d-]+)[:"]', page)
    assert set(offered) == {known.number}
    assert page.count("Kan nog niet op de agenda.") == 2
    assert f'href="/dilemmas/{unseen.number}/gedeelde-versie/gezien"' in page
    assert f'href="/dilemmas/{unwritten.number}/gedeelde-versie"' in page


def test_what_is_spoken_of_already_is_offered_only_to_be_decided_on() -> None:
    at_work = desk_now()
    client, dilemma = signed_in(at_work.clerk), waiting(at_work)
    client.post(address(at_work, "agenda/erop"), once(put=f"dilemma:{dilemma.number}:discussion"))

    page = client.get(address(at_work, "agenda")).text

    assert f'name="number" value="{dilemma.number}"' in page
    assert f"dilemma:{dilemma.number}:" not in page
    assert "zonder dat er een besluit wordt gevraagd" in page


def test_late_actions_and_what_an_earlier_meeting_did_not_come_to_wait_beside_the_agenda() -> None:
    earlier = Desk((clerk := secretary()), meeting_of(BodyKind.PLATFORM, clerk, at=NOW, in_days=0), NOW)
    at_work = Desk(clerk, meeting_of(BodyKind.PLATFORM, clerk, at=NOW), NOW)
    earlier.add("Begroting")
    to_do = actions.ToDo(checked("Vraag het na."), clerk, timezone.localdate())
    given = actions.give_action(earlier.meeting.key, to_do=to_do, actor=earlier.actor, at=NOW, intent=Intent())
    Action.objects.update(due_on=timezone.localdate() - timedelta(days=1))
    closing = {"reason": checked(""), "cancelled": False, "actor": earlier.actor, "at": NOW}
    agenda.close_meeting(earlier.meeting.key, **closing)
    client = signed_in(clerk)

    page = client.get(address(at_work, "agenda")).text
    put = re.findall(r'name="put" value="(item:[^"]+:decision)"', page)
    client.post(address(at_work, "agenda/erop"), once(put=put[0]))

    assert f'href="/acties/{given.key}"' in page
    assert "Punten van een eerdere vergadering" in page
    assert at_work.meeting.items.get(title="Begroting").kind == "decision"


def test_a_refusal_shows_the_agenda_as_it_is_with_why() -> None:
    at_work = desk_now(BodyKind.COUNCIL)
    client, strict = signed_in(at_work.clerk), waiting(at_work)
    at_work.add("Mededelingen")
    always = AgendaItem.objects.get(purpose="unsolved")
    old = at_work.now.agenda_version - 1

    refused = [
        client.post(address(at_work, "agenda/eraf"), once(item=always.key)),
        client.post(address(at_work, "agenda/erop"), once(put=f"dilemma:{strict.number}:information")),
        client.post(address(at_work, "agenda/volgorde"), once(version=old, order=str(always.key))),
    ]

    assert [answer.status_code for answer in refused] == [409, 409, 409]
    for answer, words in zip(refused, ("krijgt dit overzicht altijd", "nog niet lezen", "een collega"), strict=True):
        assert words in answer.text
        assert "Mededelingen" in answer.text


def test_buttons_move_an_item_and_nonsense_moves_nothing() -> None:
    at_work = desk_now()
    one, two = at_work.add("Een"), at_work.add("Twee")
    client, order = signed_in(at_work.clerk), f"{one.key},{two.key}"
    where = address(at_work, "agenda/volgorde")

    answer = client.post(where, once(version=at_work.now.agenda_version, order=order, move=f"down:{one.key}"))
    moved = [item[1] for item in at_work.items()]
    order = f"{two.key},{one.key}"
    for move in (f"up:{two.key}", "up:onzin"):
        client.post(where, once(version=at_work.now.agenda_version, order=order, move=move))
    client.post(where, once(version=at_work.now.agenda_version, order=order, move=f"up:{one.key}"))

    assert moved == ["Twee", "Een"]
    assert answer["Location"].endswith(f"/agenda#punt-{one.key}"), "who uses a keyboard goes on where they were"
    assert [item[1] for item in at_work.items()] == ["Een", "Twee"]
    assert client.post(where, once(version=1, order="onzin")).status_code == 404


def test_an_item_is_changed_and_a_colleague_first_is_told() -> None:
    at_work = desk_now()
    item = at_work.add("Rondvraag")
    client, where = signed_in(at_work.clerk), address(at_work, "punten", item.key, "wijzigen")
    words = {"title": "Rondje", "kind": "information", "minutes": 12, "annotation": "Houd het kort."}
    old = at_work.now.agenda_version

    shown = client.get(where).text
    done = client.post(where, once(version=old, **words))
    late = client.post(where, once(version=old, **words))
    item.refresh_from_db()

    assert 'value="Rondvraag"' in shown
    assert (done.status_code, late.status_code) == (302, 409)
    assert (item.title, item.kind, item.minutes, item.annotation) == ("Rondje", "information", 12, "Houd het kort.")
    assert "een collega" in late.text


def test_an_item_says_when_it_begins_as_long_as_all_before_it_have_their_minutes() -> None:
    at_work = desk_now()
    first, *_others = [at_work.add(title) for title in ("Opening", "Rondvraag", "Sluiting")]
    at_work.change(first, title=checked("Opening"), minutes=30)

    page = signed_in(at_work.clerk).get(address(at_work, "agenda")).text

    begins = timezone.localtime(at_work.now.starts_at)
    shown = re.findall(r'<time datetime="[^"]+">([\d.]+)</time>', page)
    assert shown[:2] == [f"{begins:%H.%M}", f"{begins + timedelta(minutes=30):%H.%M}"]
    assert len(shown) == 2, "after an item without minutes nobody knows the time"


def test_only_what_can_be_asked_is_offered_for_an_item() -> None:
    at_work = desk_now()
    at_work.fixed()
    decision = factories.placed(waiting(at_work), at_work.meeting, at_work.clerk, at=NOW)
    item = AgendaItem.objects.get(dilemma=decision)
    opening = AgendaItem.objects.get(purpose="opening")
    client = signed_in(at_work.clerk)

    of_decision, of_opening = (
        client.get(address(at_work, "punten", one.key, "wijzigen")).text for one in (item, opening)
    )
    where = address(at_work, "punten", item.key, "wijzigen")
    client.post(where, once(version=at_work.now.agenda_version, minutes=30, annotation=""))
    item.refresh_from_db()

    assert 'name="kind"' not in of_decision
    assert 'name="title"' not in of_opening
    assert (item.kind, item.minutes) == ("decision", 30)


def test_the_cover_note_comes_from_the_dossier_until_somebody_writes_one() -> None:
    at_work, member = desk_now(), participant()
    dilemma = factories.placed(waiting(at_work), at_work.meeting, at_work.clerk, at=NOW)
    dilemma.shared.tried, dilemma.shared.options = "Gebeld met een wijkteam.", "Wel of niet delen."
    dilemma.shared.save()
    item, client = AgendaItem.objects.get(), signed_in(at_work.clerk)
    where = address(at_work, "punten", item.key)
    at_work.send()

    made = signed_in(member).get(where).text
    form = {"asked": "Besluit of delen mag.", "tried": "", "options": ""}
    client.post(f"{where}/oplegger", once(version=at_work.now.agenda_version, **form))
    written = client.get(where).text
    anew = once()
    answers = [client.post(f"{where}/oplegger/opnieuw", anew).status_code for _ in range(2)]

    for words in (
        "Het Platform wordt gevraagd hierover een besluit te nemen.",
        "wijkteam",
        "Wel of niet",
        "AMBER+STRICT",
    ):
        assert words in made
    assert "Besluit of delen mag." in written
    assert "Geschreven op" in written
    assert answers == [302, 302]
    assert not CoverNote.objects.exists()
    assert Event.objects.filter(action="dilemma.read", actor=member.opaque_id).count() == 1
    assert client.post(f"{where}/oplegger/opnieuw", {}).status_code == 404


def test_an_item_one_may_not_read_says_so_and_a_draft_is_not_there() -> None:
    at_work, member = desk_now(), participant()
    factories.placed(waiting(at_work, Tlp.RED), at_work.meeting, at_work.clerk, at=NOW)
    item = AgendaItem.objects.get()
    client, where = signed_in(member), address(at_work, "punten", item.key)

    before = client.get(where).status_code
    at_work.send()
    after = client.get(where).text

    assert before == 404
    assert "dat u niet mag lezen" in after
    assert "Mag ik dit delen?" not in after
    assert client.get(address(at_work, "punten", uuid.uuid4())).status_code == 404
    assert signed_in(at_work.clerk).get(f"{where}/kort").status_code == 200
    assert [signed_in(at_work.clerk).get(f"{where}/kort.{form}").status_code for form in ("pdf", "odt")] == [404, 404]


def test_a_director_reads_on_one_page_what_is_stuck_and_what_is_asked() -> None:
    clerk, lead, boss = secretary(), participant(), director()
    dilemma, meeting = factories.at_council(clerk, lead=lead, at=NOW - timedelta(days=14))
    at_work = Desk(clerk, meeting, NOW)
    at_work.sign(*SignOffRole)
    at_work.send()
    item = meeting.items.get(dilemma=dilemma)
    where = address(at_work, "punten", item.key, "kort")
    client = signed_in(boss)

    page = client.get(where).text
    files = {form: client.get(f"{where}.{form}") for form in ("pdf", "odt", "exe")}

    for words in ("Geen route past.", "Het speelt overal.", "Neem de regel weg.", "minder dan 5", "TLP:AMBER+STRICT"):
        assert words in page
    assert [answer.status_code for answer in files.values()] == [200, 200, 404]
    assert files["pdf"].content.startswith(b"%PDF")
    assert files["odt"].content.startswith(b"PK")
    assert StepWords.objects.filter(dilemma=dilemma).exists()


def test_many_alike_are_counted_and_an_item_without_a_dilemma_has_no_brief() -> None:
    at_work = desk_now()
    dilemma = factories.placed(waiting(at_work), at_work.meeting, at_work.clerk, at=NOW)
    for _ in range(4):
        one = waiting(at_work)
        secretariat_merge(one, dilemma, at_work)
    item, other = AgendaItem.objects.get(), at_work.add("Rondvraag")
    client = signed_in(at_work.clerk)

    assert "5 dilemma’s die op elkaar lijken" in client.get(address(at_work, "punten", item.key, "kort")).text
    assert client.get(address(at_work, "punten", other.key, "kort")).status_code == 404


def secretariat_merge(one: Dilemma, into: Dilemma, at_work: Desk) -> None:
    """Let one dilemma join another."""
    do(secretariat.merge, one, at_work.actor, at=NOW, into=into.number, message=checked("Het gaat samen verder."))


def test_an_agenda_goes_on_paper_with_its_cover_notes_but_never_red() -> None:
    at_work, sent = desk_now(), signal(at=NOW)
    at_work.fixed()
    client = signed_in(at_work.clerk)
    client.post(address(at_work, "agenda/erop"), once(put=f"signal:{sent.key}:information"))
    red = factories.placed(waiting(at_work, Tlp.RED), at_work.meeting, at_work.clerk, at=NOW)
    factories.placed(waiting(at_work), at_work.meeting, at_work.clerk, at=NOW)
    at_work.send()

    files = {form: client.get(address(at_work, f"agenda.{form}")) for form in ("pdf", "odt")}
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(files["pdf"].content)).pages)

    assert [answer.status_code for answer in files.values()] == [200, 200]
    for words in ("Vertrouwelijk punt", "De opvang is vol", "wordt gevraagd", "TLP:AMBER+STRICT"):
        assert words in text
    assert red.number not in text
    assert signed_in(director()).get(address(at_work, "agenda.pdf")).status_code == 404


def test_an_agenda_on_paper_has_the_strictest_label_of_the_overviews_in_it() -> None:
    at_work, clear = desk_now(BodyKind.COUNCIL), signal(at=NOW, tlp=Tlp.GREEN, title="Er is meer plek")
    signal(Person.objects.get(pk=clear.person_id), at=NOW, title="De opvang is vol")
    client = signed_in(at_work.clerk)
    client.post(address(at_work, "agenda/erop"), once(put=f"signal:{clear.key}:discussion"))

    invitation, whole = (
        PdfReader(BytesIO(client.get(address(at_work, name)).content)).pages[0].extract_text()
        for name in ("uitnodiging.pdf", "agenda.pdf")
    )

    assert "De opvang is vol (TLP:AMBER+STRICT)" in whole
    assert whole.count("TLP:AMBER+STRICT") >= 3, "in the head and the foot of the page, and in the overview"
    assert "TLP:AMBER+STRICT" not in invitation


def test_a_draft_on_paper_is_for_who_makes_it() -> None:
    at_work = desk_now(BodyKind.COUNCIL)
    at_work.add("Mededelingen")
    signal(at=NOW, title="Een signaal voor het Beraad", tlp=Tlp.GREEN)
    factories.in_working_group(at_work.clerk, lead=participant(), at=NOW, tlp=Tlp.GREEN)

    of_member = signed_in(director()).get(address(at_work, "agenda.pdf")).status_code
    of_clerk = signed_in(at_work.clerk).get(address(at_work, "agenda.pdf"))
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(of_clerk.content)).pages)

    assert of_member == 404
    assert "Een signaal voor het Beraad" in text
    assert "Mag ik dit delen?" in text


def test_sending_asks_first_and_members_then_see_what_is_different() -> None:
    at_work, member = desk_now(), participant()
    at_work.add("Rondvraag")
    client, where = signed_in(at_work.clerk), address(at_work, "agenda/versturen")

    asked = client.get(where).text
    client.post(where, once(version=at_work.now.agenda_version))
    nothing_new = client.post(where, once(version=at_work.now.agenda_version))
    at_work.add("Nagekomen punt")
    before = signed_in(member).get(address(at_work)).text
    making = client.get(address(at_work, "agenda")).text
    client.post(where, once(version=at_work.now.agenda_version))
    after = signed_in(member).get(address(at_work)).text

    assert "Daarna staan de nummers vast" in asked
    assert nothing_new.status_code == 409
    assert "Nagekomen punt" not in before
    assert "Gewijzigd, nog niet verstuurd" in making
    assert "Punt 2, Nagekomen punt: toegevoegd" in after


def test_three_sign_on_one_page_and_a_change_is_shown_there() -> None:
    at_work = desk_now(BodyKind.COUNCIL)
    at_work.add("Mededelingen")
    chair, boss, outside = platform_chair(), council_chair(), participant()
    page, sign = (f"/beraad/voorbereiding/{at_work.meeting.key}{end}" for end in ("", "/akkoord"))
    waits = signed_in(at_work.clerk).post(
        address(at_work, "agenda/versturen"), once(version=at_work.now.agenda_version)
    )

    def akkoord(who, role, **sent):
        return signed_in(who).post(sign, once(**{"role": role, "version": at_work.now.agenda_version, **sent}))

    making = signed_in(at_work.clerk).get(address(at_work, "agenda")).text
    first = akkoord(chair, "platform")
    again = akkoord(chair, "platform")
    old = akkoord(boss, "council_chair", version=0)
    wrong = akkoord(boss, "secretariat")
    at_work.add("Nog een punt")
    shown = signed_in(chair).get(page).text

    assert "Versturen kan zodra alle drie akkoord gaven. Nu nog niet: Secretariaat;" in making
    assert "Verstuur de agenda" not in making
    assert "nog niet iedereen gaf akkoord" in waits.text
    assert [one.status_code for one in (first, again, old, wrong)] == [302, 302, 409, 409]
    assert "er kwam een punt bij" in shown
    assert "Ik geef akkoord" in shown
    assert signed_in(outside).get(page).status_code == 404
    assert akkoord(boss, "koning").status_code == 404
    assert SignOff.objects.filter(withdrawn_at=None).count() == 0


def test_the_preparation_costs_the_same_whatever_stands_there(django_assert_num_queries) -> None:
    at_work, chair = desk_now(BodyKind.COUNCIL), platform_chair()
    client = signed_in(chair)
    for number in (1, 3):
        for _ in range(number):
            at_work.add("Mededelingen")
            signal(at=NOW)
            factories.in_working_group(at_work.clerk, lead=participant(), at=NOW)
        with django_assert_num_queries(11):
            page = client.get(f"/beraad/voorbereiding/{at_work.meeting.key}").text

    assert page.count("Mededelingen") == 4


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_an_agenda_is_made_sent_and_amended_without_javascript(page_without_js, live_server) -> None:
    page, at_work = page_without_js, desk_now()
    sent = signal(at=NOW)
    dilemma = waiting(at_work)
    enter(page, at_work.clerk, live_server.url)
    page.goto(live_server.url + address(at_work, "agenda"))

    page.get_by_role("button", name="Zet de vaste punten erop").click()
    page.locator(f"[value='signal:{sent.key}:information']").click()
    page.locator(f"[name=number][value='{dilemma.number}']").click()
    page.locator("[name=move][value^=up]").nth(2).click()
    page.get_by_role("link", name="Verstuur de agenda").click()
    page.get_by_role("button", name="Verstuur").click()
    rondvraag = at_work.meeting.items.get(purpose="any_other_business")
    page.locator(f"[name=item][value='{rondvraag.key}']").click()
    page.get_by_role("link", name="Verstuur de wijzigingen").click()
    page.get_by_role("button", name="Verstuur").click()
    page.goto(live_server.url + address(at_work))

    expect(page.get_by_text("Punt 5, Rondvraag: ingetrokken")).to_be_visible()
    assert factories.fresh(dilemma).rung == "platform"
    assert [(item.number, str(item.state)) for item in at_work.meeting.items.all()] == [
        (1, "open"),
        (2, "open"),
        (3, "open"),
        (4, "open"),
        (5, "withdrawn"),
        (6, "open"),
    ]


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_items_are_dragged_into_another_order(page, live_server) -> None:
    at_work = desk_now()
    for title in ("Een", "Twee", "Drie"):
        at_work.add(title)
    enter(page, at_work.clerk, live_server.url)
    page.goto(live_server.url + address(at_work, "agenda"))

    page.locator("[data-item]").nth(2).drag_to(page.locator("[data-item]").nth(0), target_position={"x": 20, "y": 4})
    page.get_by_text("De volgorde is bewaard.").wait_for()

    assert [item[1] for item in at_work.items()] == ["Drie", "Een", "Twee"]


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_a_council_round_is_signed_changed_signed_again_and_sent(page, live_server) -> None:
    at_work = desk_now(BodyKind.COUNCIL)
    at_work.add("Mededelingen")
    chair, boss = platform_chair(), council_chair()
    prepare = f"{live_server.url}/beraad/voorbereiding/{at_work.meeting.key}"

    def sign(who) -> None:
        page.context.clear_cookies()
        enter(page, who, live_server.url)
        page.goto(prepare)
        page.get_by_role("button", name="Ik geef akkoord").click()
        page.get_by_text("Uw akkoord is vastgelegd.").wait_for()

    for who in (boss, chair):
        sign(who)
    at_work.add("Nagekomen punt")
    for who in (boss, chair, at_work.clerk):
        sign(who)
    expect(page.get_by_text("er kwam een punt bij")).to_have_count(2)
    page.goto(live_server.url + address(at_work, "agenda/versturen"))
    page.get_by_role("button", name="Verstuur").click()
    page.get_by_text("De agenda is verstuurd.").wait_for()

    assert at_work.now.agenda_sent_at is not None


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_the_pages_of_an_agenda_are_fit_for_everyone(page, live_server) -> None:
    at_work = desk_now(BodyKind.COUNCIL)
    at_work.fixed()
    at_work.add("Voortgang van de toezeggingen die het Beraad in het voorjaar deed")
    signal(at=NOW, title="In drie regio’s is de opvang vol")
    factories.in_working_group(at_work.clerk, lead=participant(), at=NOW, tlp=Tlp.GREEN)
    at_work.sign(*SignOffRole)
    at_work.send()
    at_work.add("Nagekomen punt")
    platform = Desk(at_work.clerk, meeting_of(BodyKind.PLATFORM, at_work.clerk, at=NOW), NOW)
    factories.placed(waiting(platform), platform.meeting, platform.clerk, at=NOW)
    waiting(platform)
    decision = platform.meeting.items.get()
    overview = at_work.meeting.items.get(purpose="unsolved")
    enter(page, at_work.clerk, live_server.url)

    for name, where in (
        ("making", address(platform, "agenda")),
        ("making-council", address(at_work, "agenda")),
        ("sending", address(at_work, "agenda/versturen")),
        ("preparation", f"/beraad/voorbereiding/{at_work.meeting.key}"),
        ("item", address(platform, "punten", decision.key)),
        ("overview", address(at_work, "punten", overview.key)),
        ("brief", address(platform, "punten", decision.key, "kort")),
        ("change", address(platform, "punten", decision.key, "wijzigen")),
        ("cover-note", address(platform, "punten", decision.key, "oplegger")),
    ):
        page.goto(live_server.url + where)
        assert_accessible(page)
        assert_no_overflow(page)
        look(page, f"agenda-{name}")


@pytest.mark.parametrize(
    ("now", "told"),
    [
        (Said("decision", 0, "A"), "zonder vaste tijd (was 10 minuten)"),
        (Said("decision", 10, "B"), "heet nu anders"),
        (Said("discussion", 20, "A"), "nu ter bespreking (was ter besluitvorming), nu 20 minuten (was 10)"),
    ],
)
def test_what_an_item_said_before_is_told_but_an_earlier_title_is_not(now: Said, told: str) -> None:
    changed = Change(uuid.uuid4(), 1, Difference.CHANGED, Said("decision", 10, "A"), now)

    assert difference_in_words(changed) == told


def test_an_item_that_came_to_the_front_or_got_a_time_says_so() -> None:
    front = Change(uuid.uuid4(), 3, Difference.MOVED)
    timed = Change(uuid.uuid4(), 3, Difference.CHANGED, Said("decision", 0, "A"), Said("decision", 5, "A"))

    assert difference_in_words(front) == "staat nu vooraan"
    assert difference_in_words(timed) == "nu 5 minuten (had nog geen tijd)"
