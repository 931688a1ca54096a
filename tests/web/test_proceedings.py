"""A meeting is led and recorded on its pages, followed on the big screen, and its lists go out."""

from __future__ import annotations

import re
import uuid
from datetime import timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.test import Client
from django.utils import timezone
from pypdf import PdfReader
from pypdf.generic import StreamObject

from tests import factories
from tests.browser import assert_accessible, assert_no_overflow, enter, look
from tests.factories import checked
from tests.personas import as_actor, director, organisation, participant, platform_chair, secretary
from tests.signing_in import signed_in
from tests.web.step_ways import WAYS
from verder.audit.models import Event
from verder.deliberation.actor import Intent
from verder.deliberation.models import Dilemma, ItemRecord, Meeting, Proceedings, PublicOutcomes
from verder.deliberation.operations import actions, agenda, outcomes, proceedings
from verder.domain.tlp import Tlp
from verder.network.models import BodyKind, Person
from verder.post.models import Delivery
from verder.textcheck import CheckedText, clear

pytestmark = pytest.mark.django_db
NOW = timezone.now()
DAY = timedelta(days=1)


def held(clerk: Person) -> tuple[Dilemma, Meeting]:
    """Return a dilemma on the agenda of today's meeting of the Platform."""
    return factories.at_platform(clerk, at=NOW - 7 * DAY)


def words(**said: object) -> dict[str, object]:
    return {"request_key": str(uuid.uuid4()), "version": 0, "decision": "Wij zoeken het uit.", "minutes": "", **said}


def record(client: Client, meeting: Meeting, **said: object):
    item = meeting.items.get(dilemma__isnull=False)
    address = f"/vergaderingen/{meeting.key}/punten/{item.key}/verslag"
    headers = {"Verder-Autosave": "1"} if said.pop("by_script", False) else {}
    return client.post(address, words(**said), headers=headers)


def close(meeting: Meeting, clerk: Person) -> None:
    agenda.close_meeting(
        meeting.key, reason=checked("De tijd is om."), cancelled=False, actor=as_actor(clerk, NOW), at=NOW
    )


def named(text: str) -> CheckedText:
    """Return a text in which the check lets the names of who was there pass."""
    return clear(text, allowed=frozenset({"Noord", "Oost", "West", "Hoogveld", "Gemeente Hoogveld"}))


def text_of(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


@pytest.mark.parametrize("number", [1, 3])
def test_the_leaders_page_takes_as_many_statements_for_many_items(django_assert_max_num_queries, number):
    clerk = secretary()
    _, meeting = held(clerk)
    for one in range(number - 1):
        title = checked(f"Mededeling {one}")
        agenda.add_item(meeting, title=title, kind="information", actor=as_actor(clerk, NOW), at=NOW)
    client = signed_in(clerk)

    with django_assert_max_num_queries(12):
        page = client.get(f"/vergaderingen/{meeting.key}/leiden").text

    assert "Begin de vergadering" in page
    assert "Mag ik dit delen?" in page


def test_a_meeting_begins_and_turns_and_the_screen_follows():
    clerk, member = secretary(), participant()
    _, meeting = held(clerk)
    last = agenda.add_item(meeting, title=checked("Rondvraag"), kind="discussion", actor=as_actor(clerk, NOW), at=NOW)
    client, base = signed_in(clerk), f"/vergaderingen/{meeting.key}"
    before, planned = signed_in(member).get(f"{base}/scherm").text, client.get(base).text

    client.post(f"{base}/begin", {"request_key": str(uuid.uuid4())})
    under_way = client.get(base).text
    first = client.get(f"{base}/scherm").text
    turned = [client.post(f"{base}/naar/{last.key}", {"request_key": "x"}) for _ in range(2)]

    assert "Wij beginnen zo" in before
    assert "Deze vergadering is gepland" in planned
    assert "Deze vergadering is bezig" in under_way
    assert "Daarna: punt 2, Rondvraag" in first
    assert [answer["Location"] for answer in turned] == [f"{base}/leiden"] * 2
    assert Proceedings.objects.get().current == last


def test_a_second_click_begins_and_turns_once():
    clerk = secretary()
    _, meeting = held(clerk)
    item = meeting.items.get()
    client, base = signed_in(clerk), f"/vergaderingen/{meeting.key}"
    once, again = {"request_key": str(uuid.uuid4())}, {"request_key": str(uuid.uuid4())}

    answers = [client.post(f"{base}/begin", once) for _ in range(2)]
    answers += [client.post(f"{base}/naar/{item.key}", again) for _ in range(2)]

    assert {answer["Location"] for answer in answers} == {f"{base}/leiden"}
    assert Proceedings.objects.get().version == 2


def test_a_step_taken_while_leading_leads_back_to_leading():
    clerk = secretary()
    dilemma, meeting = held(clerk)
    client, lead = signed_in(clerk), f"/vergaderingen/{meeting.key}/leiden"

    page = client.get(f"/dilemmas/{dilemma.number}/stap/carry_over?vergadering={meeting.key}&leiden=ja").text

    assert f"/stap/carry_over?vergadering={meeting.key}&amp;leiden=ja" in client.get(f"{lead}?punt=1").text
    assert f'href="{lead}"' in page


def test_words_are_kept_by_the_button_and_by_the_browser_itself():
    clerk = secretary()
    _, meeting = held(clerk)
    client = signed_in(clerk)

    by_button = record(client, meeting)
    by_script = record(client, meeting, version=1, minutes="Er is over gesproken.", by_script=True)

    assert by_button["Location"].startswith(f"/vergaderingen/{meeting.key}/leiden?punt=")
    assert by_script.json()["version"] == 2
    assert "Bewaard om" in by_script.json()["said"]
    assert ItemRecord.objects.get().minutes == "Er is over gesproken."


def test_a_colleague_who_wrote_first_is_shown_and_nothing_typed_is_lost():
    clerk, colleague = secretary(), secretary()
    _, meeting = held(clerk)
    record(signed_in(colleague), meeting, decision="Wij vragen eerst advies.")

    answer = record(signed_in(clerk), meeting)
    by_script = record(signed_in(clerk), meeting, by_script=True)
    anew = record(signed_in(clerk), meeting, version=1, decision="Wij vragen advies en zoeken het uit.")

    assert answer.status_code == by_script.status_code == 409
    assert "Wij vragen eerst advies." in answer.text
    assert "Wij zoeken het uit." in answer.text
    assert "een collega schreef net" in by_script.json()["said"]
    assert anew.status_code == 302


def test_a_form_that_comes_again_counts_once_and_only_for_the_words_it_had():
    clerk = secretary()
    _, meeting = held(clerk)
    client, form = signed_in(clerk), {"request_key": str(uuid.uuid4())}

    first = record(client, meeting, **form, by_script=True)
    again = record(client, meeting, **form, by_script=True)
    with_more = record(client, meeting, **form, minutes="Er is over gesproken.")

    assert (first.json()["version"], again.json()["version"]) == (1, 1)
    assert with_more.status_code == 409
    assert "Er is over gesproken." in with_more.text
    assert ItemRecord.objects.get().minutes == ""


def test_the_text_check_guards_the_minutes():
    clerk = secretary()
    _, meeting = held(clerk)
    client = signed_in(clerk)

    answer = record(client, meeting, minutes="Bel 06-12345678.")
    by_script = record(client, meeting, minutes="Bel 06-12345678.", by_script=True)

    assert (answer.status_code, by_script.status_code) == (422, 422)
    assert "Bel 06-12345678." in answer.text
    assert "Nog niet bewaard" in by_script.json()["said"]
    assert not ItemRecord.objects.exists()


def test_who_is_there_and_whether_names_stay_in_the_room_is_noted():
    clerk, member = secretary(), participant()
    _, meeting = held(clerk)
    client, base = signed_in(clerk), f"/vergaderingen/{meeting.key}"

    client.post(f"{base}/aanwezig", {"request_key": str(uuid.uuid4()), "present": [str(member.opaque_id)]})
    client.post(f"{base}/chatham-house", {"request_key": str(uuid.uuid4()), "applies": "on"})

    page = client.get(f"{base}/leiden").text
    assert member.name in page
    assert "De Chatham House Rule geldt" in page
    assert "checked" in client.get(f"{base}/aanwezig").text
    assert "checked" in client.get(f"{base}/chatham-house").text


def test_others_do_not_lead_and_nobody_leads_before_the_day():
    clerk, member, stranger = secretary(), participant(), director()
    _, meeting = held(clerk)
    later = factories.meeting_of(BodyKind.PLATFORM, clerk, at=NOW, in_days=30)
    item = uuid.uuid4()

    statuses = [
        signed_in(member).get(f"/vergaderingen/{meeting.key}/leiden").status_code,
        signed_in(stranger).get(f"/vergaderingen/{meeting.key}/scherm").status_code,
        signed_in(clerk).get(f"/vergaderingen/{later.key}/leiden").status_code,
        signed_in(clerk).post(f"/vergaderingen/{meeting.key}/punten/{item}/verslag").status_code,
        signed_in(clerk).post(f"/vergaderingen/{meeting.key}/naar/{item}").status_code,
        signed_in(member).get(f"/vergaderingen/{meeting.key}/stukken/verslag").status_code,
        signed_in(clerk).get(f"/vergaderingen/{meeting.key}/stukken/onzin").status_code,
        signed_in(clerk).get(f"/vergaderingen/{meeting.key}/stukken/verslag.exe").status_code,
    ]

    assert statuses == [404] * 8


def test_lists_and_minutes_are_ready_when_the_meeting_closes_in_every_form():
    clerk, member = secretary(), participant()
    _, meeting = held(clerk)
    record(signed_in(clerk), meeting, minutes="Er is over gesproken.\n\nIedereen is het eens.")
    to_do = actions.ToDo(checked("Vraag het na."), member, timezone.localdate())
    actions.give_action(meeting.key, to_do=to_do, actor=as_actor(clerk, NOW), at=NOW, intent=Intent())
    close(meeting, clerk)
    client, base = signed_in(member), f"/vergaderingen/{meeting.key}/stukken"

    pages = {kind: client.get(f"{base}/{kind}").text for kind in ("besluitenlijst", "actielijst", "verslag")}
    files = {form: client.get(f"{base}/verslag.{form}") for form in ("pdf", "odt")}

    assert "Wij zoeken het uit." in pages["besluitenlijst"]
    assert "Vraag het na." in pages["actielijst"]
    assert "Iedereen is het eens." in pages["verslag"]
    assert "Wij zoeken het uit." in text_of(files["pdf"].content)
    assert "TLP:AMBER+STRICT" in text_of(files["pdf"].content)
    assert files["odt"].content[:2] == b"PK"
    assert files["pdf"]["Content-Disposition"].startswith('attachment; filename="verslag-')


@pytest.mark.parametrize(
    ("step", "told"),
    [
        ("resolve", ["Het Platform vond een oplossing.", "De oplossing of het inzicht", "Dit is antwoord 2."]),
        ("assign_working_group", ["Het Platform vroeg een werkgroep dit uit te zoeken.", "Dit is antwoord 1."]),
        ("carry_over", ["Doorgeschoven naar de volgende vergadering.", "Reden", "Dit is antwoord 1."]),
        ("defer", ["Uitgesteld naar het volgende Beraad.", "Dit is antwoord 1."]),
        ("settle", ["Het Strategisch Beraad nam een besluit.", "Dit is antwoord 1."]),
        ("commit", ["Bestuurders deden een toezegging.", "Kamerbrief", "De regel gaat weg. Klaar op"]),
    ],
)
def test_the_decision_list_and_the_minutes_tell_what_was_decided_and_why(step, told):
    clerk = secretary()
    dilemma, posted = WAYS[step](clerk)
    meeting = dilemma.agenda_items.get(state="open", kind="decision").meeting
    client, base = signed_in(clerk), f"/vergaderingen/{meeting.key}/stukken"
    form = {"request_key": str(uuid.uuid4()), "version": dilemma.version, "confirmed": "yes", **posted}
    taken = client.post(f"/dilemmas/{dilemma.number}/stap/{step}", form)

    pages = [client.get(f"{base}/{kind}").text for kind in ("besluitenlijst", "verslag")]

    assert taken.status_code == 302
    for page in pages:
        assert [words for words in told if words not in page] == []
        assert "Dit is er besloten." not in page, "a message to who put it in is theirs"


def test_what_was_carried_over_when_the_meeting_closed_says_why():
    clerk = secretary()
    _, meeting = held(clerk)
    close(meeting, clerk)

    page = signed_in(clerk).get(f"/vergaderingen/{meeting.key}/stukken/besluitenlijst").text

    assert "Doorgeschoven naar de volgende vergadering." in page
    assert "De tijd is om." in page


def test_an_empty_meeting_has_empty_lists_that_say_so():
    clerk = secretary()
    meeting = factories.meeting_of(BodyKind.PLATFORM, clerk, at=NOW, in_days=0)
    client, base = signed_in(clerk), f"/vergaderingen/{meeting.key}"

    assert "Er zijn geen besluiten vastgelegd." in client.get(f"{base}/stukken/besluitenlijst").text
    assert "Er zijn geen acties gegeven." in client.get(f"{base}/stukken/actielijst").text
    assert "Er staat nog niets op deze agenda." in client.get(f"{base}/leiden").text


@pytest.mark.parametrize("kind", ["verslag", "verslag.pdf", "besluitenlijst.odt"])
def test_who_reads_what_came_of_a_meeting_is_written_down_once_for_each_dilemma_that_may_not_travel(kind):
    clerk, member = secretary(), participant()
    dilemma, meeting = held(clerk)
    record(signed_in(clerk), meeting)
    close(meeting, clerk)

    for _twice in range(2):
        signed_in(member).get(f"/vergaderingen/{meeting.key}/stukken/{kind}")

    (reading,) = Event.objects.filter(action="dilemma.read", actor=member.opaque_id)
    assert (reading.subject, reading.details) == (dilemma.key, {"tlp": Tlp.AMBER_STRICT})


def test_reading_what_may_travel_leaves_no_trace():
    clerk, member = secretary(), participant()
    dilemma, meeting = held(clerk)
    close(meeting, clerk)
    Dilemma.objects.filter(pk=dilemma.pk).update(tlp=Tlp.GREEN)

    signed_in(member).get(f"/vergaderingen/{meeting.key}/stukken/verslag")

    assert not Event.objects.filter(action="dilemma.read").exists()


def test_nothing_of_a_confidential_item_goes_out():
    clerk, member = secretary(), participant()
    dilemma, meeting = held(clerk)
    record(signed_in(clerk), meeting)
    item = meeting.items.get(dilemma=dilemma)
    to_do = actions.ToDo(checked("Vraag het na."), clerk, timezone.localdate())
    actions.give_action(meeting.key, to_do=to_do, item=item.key, actor=as_actor(clerk, NOW), at=NOW, intent=Intent())
    close(meeting, clerk)
    Dilemma.objects.filter(pk=dilemma.pk).update(tlp=Tlp.RED)

    for person in (clerk, member):
        for kind in ("besluitenlijst", "actielijst", "verslag"):
            page = signed_in(person).get(f"/vergaderingen/{meeting.key}/stukken/{kind}.pdf")
            assert "zoeken het uit" not in text_of(page.content)
            assert "Vraag het na" not in text_of(page.content)


def test_under_the_chatham_house_rule_no_byte_names_anyone_who_was_there():
    clerk, chair = secretary(), platform_chair()
    member = participant(organisation=organisation("Gemeente Hoogveld"))
    _, meeting = held(clerk)
    at_table = (clerk, chair, member)
    for person, part in zip(at_table, ("Noord", "Oost", "West"), strict=True):
        Person.objects.filter(pk=person.pk).update(name=f"Programmaleider {part}")
    actor = as_actor(clerk, NOW)
    said = proceedings.Said(
        named("De programmaleider West zoekt het uit voor Gemeente Hoogveld."),
        named("Volgens programmaleider Oost is dat goed. GEMEENTE HOOGVELD is het eens."),
    )
    item = meeting.items.get().key
    proceedings.write_record(meeting.key, item, said=said, actor=actor, at=NOW, intent=Intent())
    to_do = actions.ToDo(named("Programmaleider West vraagt het na."), member, timezone.localdate())
    actions.give_action(meeting.key, to_do=to_do, actor=actor, at=NOW, intent=Intent())
    proceedings.note_presence(meeting.key, present=[chair, member], actor=actor, at=NOW, intent=Intent())
    proceedings.set_chatham_house(meeting.key, applies=True, actor=actor, at=NOW, intent=Intent())
    close(meeting, clerk)
    proceedings.send_minutes(meeting.key, actor=actor, at=NOW, intent=Intent())
    summary = named("De programmaleider Oost wil verder met Gemeente Hoogveld.")
    outcomes.publish_outcomes(meeting.key, summary=summary, actor=actor, at=NOW, intent=Intent())

    out = distributed(meeting, signed_in(member))

    assert [name for name, _words in out].count("verslag.pdf part") > 5, "the streams of a file, unpacked"
    assert {"besluitenlijst.odt content.xml", "actielijst page", "letter"} <= {name for name, _words in out}
    assert [name for name, words in out if NAMES.search(words)] == []
    assert all("een deelnemer" in words for name, words in out if name in {"besluitenlijst.pdf", "/uitkomsten/feed"})


def test_a_rule_that_comes_late_takes_the_names_out_of_what_was_published():
    clerk = secretary()
    _, meeting = held(clerk)
    actor, words = as_actor(clerk, NOW), named(f"Dat zei {clerk.name} ook.")
    proceedings.begin_meeting(meeting.key, actor=actor, at=NOW, intent=Intent())
    close(meeting, clerk)
    outcomes.publish_outcomes(meeting.key, summary=words, actor=actor, at=NOW, intent=Intent())

    proceedings.set_chatham_house(meeting.key, applies=True, actor=actor, at=NOW, intent=Intent())

    stands = PublicOutcomes.objects.get()
    assert (stands.summary, stands.version) == ("Dat zei een deelnemer ook.", 2)
    assert stands.corrected_at == NOW


NAMES = re.compile("noord|oost|west|programmaleider|hoogveld", re.IGNORECASE)


def distributed(meeting: Meeting, member: Client) -> list[tuple[str, str]]:
    """Gather every part of all that goes out after a meeting, unpacked, as text."""
    base, out = f"/vergaderingen/{meeting.key}/stukken", []
    for kind in ("besluitenlijst", "actielijst", "verslag"):
        pdf, odt = (member.get(f"{base}/{kind}.{form}").content for form in ("pdf", "odt"))
        reader = PdfReader(BytesIO(pdf))
        streams = [one.get_data() for one in objects_of(reader) if isinstance(one, StreamObject)]
        out += [(f"{kind}.pdf", text_of(pdf)), (f"{kind}.pdf about", f"{reader.metadata} {reader.xmp_metadata}")]
        out += [(f"{kind}.pdf part", part.decode("latin-1")) for part in (pdf, *streams)]
        with ZipFile(BytesIO(odt)) as parts:
            out += [(f"{kind}.odt {name}", parts.read(name).decode("utf-8", "replace")) for name in parts.namelist()]
        article = re.search(r"<article.*?</article>", member.get(f"{base}/{kind}").text, re.DOTALL)
        out.append((f"{kind} page", article[0]))
    published = PublicOutcomes.objects.get()
    pages = ("/uitkomsten", f"/uitkomsten/{published.key}", "/uitkomsten/feed", "/uitkomsten/vergaderingen.ics")
    out += [(page, Client().get(page).content.decode()) for page in pages]
    return out + [("letter", f"{one.subject} {one.body}") for one in Delivery.objects.all()]


def objects_of(reader: PdfReader) -> list[object]:
    """Return everything that a file holds."""
    return [reader.get_object(number) for number in range(1, reader.trailer["/Size"])]


def test_minutes_are_sent_and_approved_in_the_next_meeting():
    clerk, member = secretary(), participant()
    _, meeting = held(clerk)
    record(signed_in(clerk), meeting)
    client, base = signed_in(clerk), f"/vergaderingen/{meeting.key}"
    early = client.post(f"{base}/verslag-versturen", {"request_key": str(uuid.uuid4())})
    close(meeting, clerk)
    later = factories.meeting_of(BodyKind.PLATFORM, clerk, at=NOW + DAY, in_days=0)
    Meeting.objects.filter(pk=later.pk).update(starts_at=meeting.starts_at + timedelta(minutes=1))
    client.post(f"{base}/verslag-versturen", {"request_key": str(uuid.uuid4())})
    approving = f"/vergaderingen/{later.key}/verslag-vaststellen/{meeting.key}"

    offered = client.get(f"/vergaderingen/{later.key}/leiden").text
    answers = [client.post(approving, {"request_key": str(uuid.uuid4())}) for _ in range(2)]

    assert "Stel het verslag van" in offered
    assert early.status_code == 409
    assert [answer.status_code for answer in answers] == [302, 409]
    assert "in de vergadering van" in signed_in(member).get(f"{base}/stukken/verslag").text
    assert record(client, meeting, version=1).status_code == 409


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_the_pages_of_a_meeting_that_is_held_are_fit_for_everyone(page, live_server):
    clerk, member = secretary(), participant()
    _, meeting = held(clerk)
    agenda.add_item(meeting, title=checked("Rondvraag"), kind="discussion", actor=as_actor(clerk, NOW), at=NOW)
    proceedings.begin_meeting(meeting.key, actor=as_actor(clerk, NOW), at=NOW, intent=Intent())
    record(signed_in(clerk), meeting, minutes="Er is over gesproken.")
    to_do = actions.ToDo(checked("Vraag het na."), member, timezone.localdate())
    actions.give_action(meeting.key, to_do=to_do, actor=as_actor(clerk, NOW), at=NOW, intent=Intent())
    enter(page, clerk, live_server.url)

    for name in ("leiden", "scherm", "aanwezig", "chatham-house", "stukken/verslag", "stukken/actielijst"):
        page.goto(f"{live_server.url}/vergaderingen/{meeting.key}/{name}")
        assert_accessible(page)
        assert_no_overflow(page)
        look(page, f"held-{name.replace('/', '-')}")


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_what_is_typed_survives_a_cut_connection_and_a_second_writer(page, live_server):
    clerk, colleague = secretary(), secretary()
    _, meeting = held(clerk)
    enter(page, clerk, live_server.url)
    address = f"{live_server.url}/vergaderingen/{meeting.key}/leiden"
    page.goto(address)

    page.context.set_offline(True)
    page.get_by_role("textbox", name="Verslag").fill("Er is lang over gesproken.")
    page.get_by_text("Geen verbinding").wait_for()
    assert not ItemRecord.objects.exists()
    page.context.set_offline(False)
    page.get_by_text("Bewaard om").wait_for(timeout=20_000)
    assert ItemRecord.objects.get().minutes == "Er is lang over gesproken."

    record(signed_in(colleague), meeting, version=1, decision="Wij vragen eerst advies.")
    page.get_by_role("textbox", name="Besluit").fill("Wij zoeken het uit.")
    page.get_by_text("een collega schreef net").wait_for()
    page.goto(address)
    page.get_by_role("button", name="Zet terug wat u hier typte").click()
    page.get_by_text("Bewaard om").wait_for(timeout=20_000)

    kept = ItemRecord.objects.get()
    assert (kept.decision, kept.minutes, kept.version) == ("Wij zoeken het uit.", "Er is lang over gesproken.", 3)


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_who_was_signed_out_while_writing_signs_in_elsewhere_and_loses_nothing(page, live_server):
    clerk = secretary()
    _, meeting = held(clerk)
    enter(page, clerk, live_server.url)
    page.goto(f"{live_server.url}/vergaderingen/{meeting.key}/leiden")

    page.context.clear_cookies()
    page.get_by_role("textbox", name="Verslag").fill("Er is lang over gesproken.")
    page.get_by_text("U bent uitgelogd").wait_for()
    assert not ItemRecord.objects.exists()
    enter(page, clerk, live_server.url)
    page.get_by_text("Bewaard om").wait_for(timeout=20_000)

    assert ItemRecord.objects.get().minutes == "Er is lang over gesproken."
