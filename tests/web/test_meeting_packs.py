"""Papers at an item of an agenda, the pack that binds them, and the invitation with the agenda."""

from __future__ import annotations

import uuid
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from playwright.sync_api import expect
from procrastinate.contrib.django.models import ProcrastinateJob
from pypdf import PdfReader

from tests import factories
from tests.browser import assert_accessible, assert_no_overflow, enter, look
from tests.deliberation.agenda_acts import Desk
from tests.deliberation.calling import invitation_for
from tests.factories import checked, meeting_of
from tests.files import making
from tests.files.making import checked_file
from tests.personas import (
    as_actor,
    colleague_of,
    council_chair,
    director,
    organisation,
    participant,
    platform_chair,
    secretary,
)
from tests.signing_in import signed_in
from verder.audit.models import Event
from verder.deliberation.actor import Actor, Intent
from verder.deliberation.models import (
    AgendaItem,
    Dilemma,
    ItemKind,
    ItemPaper,
    MeetingPack,
    NamedReader,
    PackState,
    Reply,
    SharedVersion,
)
from verder.deliberation.operations import filling, invitations, packs, papers, replies
from verder.deliberation.operations.meetings import NotTheirMeeting
from verder.deliberation.operations.replies import Answer
from verder.deliberation.queries.papers import contents_of
from verder.domain.tlp import Tlp
from verder.files.models import FileContent, StoredFile
from verder.network.models import BodyKind
from verder.network.standing import Standing
from verder.web import jobs
from verder.web.agenda import packing

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
NOW = timezone.now()
NOTE = "Een notitie over de regie die wij samen willen voeren, met drie mogelijkheden."


def desk_now(kind: BodyKind = BodyKind.PLATFORM) -> Desk:
    """Return somebody of the secretariat with a meeting next week."""
    clerk = secretary()
    return Desk(clerk, meeting_of(kind, clerk, at=NOW), NOW)


def address(at_work: Desk, *parts: object) -> str:
    """Return an address under the meeting."""
    return "/".join(["/vergaderingen", str(at_work.meeting.key), *map(str, parts)])


def lay(at_work: Desk, item: AgendaItem, title: str = "Notitie over regie", content: bytes = b"") -> ItemPaper:
    """Lay a paper at an item."""
    file = checked_file(content or making.plain_pdf(NOTE, pages=3), "notitie.pdf")
    return papers.add_paper(
        item.key, file=file, title=checked(title), actor=at_work.actor, at=NOW, intent=at_work.seen()
    )


def on_agenda(at_work: Desk, question: str = "Wie neemt de regie?") -> tuple[Dilemma, AgendaItem]:
    """Put a dilemma on the agenda for discussion."""
    dilemma = factories.admitted(factories.dilemma_at_intake(at=NOW), at_work.clerk, at=NOW)
    item = filling.put_dilemma_on(
        dilemma.number,
        meeting=at_work.meeting.key,
        kind=ItemKind.DISCUSSION,
        actor=at_work.actor,
        at=NOW,
        intent=at_work.seen(),
    )
    SharedVersion.objects.filter(dilemma=dilemma).update(question=question)
    return factories.fresh(dilemma), item


def ask(client: Client, at_work: Desk):
    """Press the button that has the pack made."""
    return client.post(address(at_work, "stukken"), {"request_key": uuid.uuid4()}, follow=True)


def made(client: Client, at_work: Desk) -> PdfReader:
    """Have the pack made, do the job, and read what is handed out."""
    ask(client, at_work)
    jobs.make_pack(str(at_work.meeting.key))
    return PdfReader(BytesIO(client.get(address(at_work, "stukken.pdf")).content))


def titles(marks: list) -> list[str]:
    """Return the bookmarks of a pack in order, whatever their depth."""
    return [title for one in marks for title in (titles(one) if isinstance(one, list) else [one.title])]


def words_of(reader: PdfReader) -> str:
    """Return all words of a pack."""
    return "\n".join(page.extract_text() for page in reader.pages)


def test_a_paper_is_added_on_its_page_and_read_by_members_once_the_agenda_is_sent() -> None:
    at_work, member = desk_now(), participant()
    item = at_work.add("Regie")
    page, client = address(at_work, "punten", item.key, "bijlagen"), signed_in(at_work.clerk)
    upload = SimpleUploadedFile("notitie.pdf", making.plain_pdf(NOTE), "application/pdf")
    form = {"request_key": uuid.uuid4(), "version": at_work.now.agenda_version, "title": "Notitie over regie"}

    answer = client.post(page, {**form, "attachments": [upload]}, follow=True)

    file = f"{page}/{ItemPaper.objects.get().file.key}"
    before = signed_in(member).get(file).status_code
    at_work.send()
    after = signed_in(member).get(file)
    assert "Het stuk ligt bij dit punt." in answer.content.decode()
    assert (before, after.status_code, after["Content-Type"]) == (404, 200, "application/pdf")
    assert signed_in(director()).get(file).status_code == 404
    shown = (address(at_work) + "?punt=1", address(at_work, "punten", item.key))
    assert all(file in signed_in(member).get(one).content.decode() for one in shown)


def test_only_who_looks_after_the_meeting_lays_a_paper_at_an_item() -> None:
    at_work = desk_now()
    page = address(at_work, "punten", at_work.add("Regie").key, "bijlagen")

    found = {who: signed_in(who).get(page).status_code for who in (at_work.clerk, platform_chair(), participant())}

    assert list(found.values()) == [200, 200, 404]


def test_what_is_wrong_with_a_paper_is_said_and_the_title_stays() -> None:
    at_work = desk_now()
    page = address(at_work, "punten", at_work.add("Regie").key, "bijlagen")
    form = {"request_key": uuid.uuid4(), "version": at_work.now.agenda_version, "title": "Notitie over regie"}
    client, broken = signed_in(at_work.clerk), SimpleUploadedFile("notitie.pdf", b"%PDF-1.7 kapot", "application/pdf")

    refused = client.post(page, {**form, "attachments": [broken]})
    late = {**form, "version": 0, "attachments": [SimpleUploadedFile("a.docx", making.docx())]}
    at_work.add("Rondvraag")
    beaten = client.post(page, late)

    assert (refused.status_code, beaten.status_code) == (422, 409)
    assert all("Notitie over regie" in one.content.decode() for one in (refused, beaten))
    assert "is niet toegevoegd" in refused.content.decode()
    assert "een collega wijzigde deze agenda net" in beaten.content.decode()
    assert not ItemPaper.objects.exists()


def test_an_item_holds_ten_papers_and_a_confidential_one_none() -> None:
    at_work = desk_now()
    full, (red, confidential) = at_work.add("Regie"), on_agenda(at_work)
    for _each in range(10):
        lay(at_work, full, content=making.docx())

    with pytest.raises(papers.TooManyPapers):
        lay(at_work, full, content=making.docx())
    Dilemma.objects.filter(pk=red.pk).update(tlp=Tlp.RED)
    with pytest.raises(papers.NoPapersUnderRed):
        lay(at_work, confidential, content=making.docx())


def test_a_second_click_and_a_full_item_change_nothing_on_the_page() -> None:
    at_work = desk_now()
    item = at_work.add("Regie")
    page, client = address(at_work, "punten", item.key, "bijlagen"), signed_in(at_work.clerk)
    form = {"request_key": uuid.uuid4(), "title": "Notitie over regie", "version": at_work.now.agenda_version}

    for _click in range(2):
        client.post(page, {**form, "attachments": [SimpleUploadedFile("a.docx", making.docx())]})
    for _each in range(9):
        lay(at_work, item, content=making.docx())
    more = {**form, "request_key": uuid.uuid4(), "version": at_work.now.agenda_version}
    full = client.post(page, {**more, "attachments": [SimpleUploadedFile("a.docx", making.docx())]})

    assert ItemPaper.objects.count() == 10
    assert full.status_code == 409
    assert "bij dit punt horen al 10 stukken" in full.content.decode()


def test_members_read_a_scan_only_once_somebody_has_looked() -> None:
    at_work, member = desk_now(), participant()
    paper = lay(at_work, at_work.add("Regie"), content=making.png())
    at_work.send()
    file = address(at_work, "punten", paper.item.key, "bijlagen", paper.file.key)
    clerk, reader = signed_in(at_work.clerk), signed_in(member)

    before = [client.get(file).status_code for client in (clerk, reader)]
    shown = clerk.get(f"{file}/bekeken").content.decode()
    form = {"request_key": uuid.uuid4(), "version": at_work.now.agenda_version}
    clerk.post(f"{file}/bekeken", form)

    assert before == [200, 404]
    assert "Ik keek: niemand is te herkennen" in shown
    assert reader.get(file).status_code == 200


def test_a_paper_that_is_taken_away_is_destroyed() -> None:
    at_work = desk_now()
    paper = lay(at_work, at_work.add("Regie"))
    file = address(at_work, "punten", paper.item.key, "bijlagen", paper.file.key)
    client = signed_in(at_work.clerk)

    client.post(f"{file}/weghalen", {"request_key": uuid.uuid4(), "version": at_work.now.agenda_version})

    assert not FileContent.objects.exists()
    assert [client.get(one).status_code for one in (file, f"{file}/weghalen")] == [404, 404]


def test_nobody_gets_a_paper_of_what_became_confidential_since() -> None:
    at_work = desk_now()
    dilemma, item = on_agenda(at_work)
    paper = lay(at_work, item)
    at_work.send()
    reader = participant()
    NamedReader.objects.create(dilemma=dilemma, person=reader, at=NOW)
    Dilemma.objects.filter(pk=dilemma.pk).update(tlp=Tlp.RED)
    page = address(at_work, "punten", item.key)

    found = [signed_in(reader).get(f"{page}/bijlagen/{paper.file.key}").status_code]
    found.append(signed_in(at_work.clerk).get(f"{page}/bijlagen").status_code)

    assert found == [404, 404]
    assert "Notitie over regie" not in signed_in(reader).get(address(at_work) + "?punt=1").content.decode()


def test_reading_a_paper_that_may_not_travel_is_written_down() -> None:
    at_work, reader = desk_now(), participant()
    dilemma, item = on_agenda(at_work)
    paper = lay(at_work, item)
    at_work.send()

    signed_in(reader).get(address(at_work, "punten", item.key, "bijlagen", paper.file.key))

    read = Event.objects.filter(action="dilemma.read", actor=reader.opaque_id)
    assert [one.subject for one in read] == [dilemma.key]


def test_a_paper_that_is_hidden_while_the_pack_is_made_is_left_out_and_the_pack_says_so() -> None:
    at_work = desk_now()
    _, item = on_agenda(at_work)
    paper = lay(at_work, item, "Notitie over regie")
    lay(at_work, item, "Een tweede notitie")
    contents = contents_of(at_work.meeting)
    StoredFile.objects.filter(pk=paper.file.pk).update(hidden_at=NOW)

    made = packing.pack_of(at_work.meeting, contents, lambda _done, _total: None)

    said = " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(made)).pages).split())
    assert "Weggehaald Deze bijlagen zijn weggehaald terwijl de stukken werden gemaakt." in said
    assert "Notitie over regie" in said
    assert "Los bijgevoegd" not in said
    assert said.count("drie mogelijkheden") == 3


def test_a_pack_holds_agenda_cover_notes_and_papers_with_bookmarks_and_the_label_on_every_page() -> None:
    at_work, member = desk_now(), participant()
    _dilemma, item = on_agenda(at_work, question="Wie belt als eerste?")
    lay(at_work, item)
    lay(at_work, item, title="Rekenblad", content=making.docx())
    at_work.add("Rondvraag")
    at_work.send()

    reader = made(signed_in(member), at_work)

    assert titles(reader.outline) == [
        "Stukken platform",
        "Los bijgevoegd",
        "Inhoud",
        "Agenda platform",
        "1 Wie belt als eerste?",
        "2 Rondvraag",
        "Punt 1: Wie belt als eerste?",
        "Notitie over regie",
    ]
    assert all("TLP:AMBER+STRICT" in page.extract_text() for page in reader.pages)
    assert "meegebonden zoals ze zijn ingeleverd" in " ".join(words_of(reader).split())
    assert NOTE[:20] in words_of(reader)
    assert "Rekenblad" in words_of(reader)


def test_the_council_also_gets_a_brief_of_each_dilemma() -> None:
    at_work = desk_now(BodyKind.COUNCIL)
    dilemma = factories.admitted(factories.dilemma_at_intake(at=NOW, tlp=Tlp.GREEN), at_work.clerk, at=NOW)
    filling.put_dilemma_on(
        dilemma.number, meeting=at_work.meeting.key, kind=ItemKind.DISCUSSION, actor=at_work.actor, at=NOW,
        intent=at_work.seen(),
    )  # fmt: skip

    reader = made(signed_in(council_chair()), at_work)

    assert "In het kort: punt 1" in titles(reader.outline)
    assert "concept" in words_of(reader).lower()


def test_a_pack_is_made_for_any_member_and_holds_nothing_more_whoever_asks() -> None:
    at_work, member, named = desk_now(), participant(), platform_chair()
    _shared, _item = on_agenda(at_work, question="Wie belt als eerste?")
    red, _red_item = on_agenda(at_work, question="Wie weet hiervan?")
    NamedReader.objects.create(dilemma=red, person=named, at=NOW)
    Dilemma.objects.filter(pk=red.pk).update(tlp=Tlp.RED)
    away, _away_item = on_agenda(at_work, question="Wat blijft hier weg?")
    away.brought.all().delete()
    at_work.send()

    by_clerk = words_of(made(signed_in(at_work.clerk), at_work))
    by_named = words_of(made(signed_in(named), at_work))
    by_member = words_of(made(signed_in(member), at_work))

    assert by_clerk == by_named == by_member
    assert by_member.count("Vertrouwelijk punt") == 2
    assert all(words not in by_member for words in ("Wie weet hiervan?", "Wat blijft hier weg?"))
    assert "Wie belt als eerste?" in by_member
    assert signed_in(director()).get(address(at_work, "stukken.pdf")).status_code == 404


def test_a_change_makes_a_pack_out_of_date_so_that_nobody_gets_what_they_may_no_longer_read() -> None:
    at_work, member = desk_now(), participant()
    dilemma, item = on_agenda(at_work)
    at_work.send()
    client, page = signed_in(member), address(at_work, "stukken")
    made(client, at_work)
    ready = client.get(page).content.decode()

    lay(at_work, item)
    stale = client.get(page).content.decode()
    refused = client.get(address(at_work, "stukken.pdf"))
    made(client, at_work)
    Dilemma.objects.filter(pk=dilemma.pk).update(tlp=Tlp.RED)

    assert "Haal het bestand op (pdf)" in ready
    assert "Het bestand is verouderd." in stale
    assert "Maak opnieuw" in stale
    assert refused["Location"] == page
    assert client.get(address(at_work, "stukken.pdf"))["Location"] == page


def test_packs_out_of_date_are_thrown_away_and_others_stay() -> None:
    at_work, other = desk_now(), desk_now()
    for one in (at_work, other):
        one.add("Regie")
        one.send()
        made(signed_in(one.clerk), one)
    at_work.add("Rondvraag")

    jobs.forget_packs(0)

    assert [pack.meeting for pack in MeetingPack.objects.all()] == [other.meeting]


def test_a_pack_is_asked_for_once_and_its_progress_is_shown_without_script() -> None:
    at_work = desk_now()
    at_work.add("Regie")
    client, page = signed_in(at_work.clerk), address(at_work, "stukken")

    first = client.get(page).content.decode()
    asked = [ask(client, at_work).content.decode() for _click in range(2)]
    packs.note_progress(at_work.meeting.key, done=2, total=5)
    making_it = client.get(page).content.decode()

    assert "Maak het bestand" in first
    assert all("Kijk hoe ver het is" in one for one in asked)
    assert "Stap 2 van 5" in making_it
    assert "Maak opnieuw" not in making_it
    assert list(ProcrastinateJob.objects.filter(task_name=packs.MAKER).values_list("args", flat=True)) == [
        {"meeting": str(at_work.meeting.key)}
    ]
    assert jobs.make_pack.name == packs.MAKER


def test_a_second_click_asks_nothing_and_no_form_is_a_404() -> None:
    at_work = desk_now()
    at_work.add("Regie")
    client, form = signed_in(at_work.clerk), {"request_key": uuid.uuid4()}

    answers = [client.post(address(at_work, "stukken"), form).status_code for _click in range(2)]

    assert answers == [302, 302]
    assert client.post(address(at_work, "stukken"), {}).status_code == 404
    assert Event.objects.filter(action="pack.asked").count() == 1


def test_a_pack_that_does_not_come_may_be_asked_for_again() -> None:
    at_work = desk_now()
    at_work.add("Regie")
    client, page = signed_in(at_work.clerk), address(at_work, "stukken")
    ask(client, at_work)

    MeetingPack.objects.update(asked_at=NOW - packs.PATIENCE)
    shown = client.get(page).content.decode()
    ask(client, at_work)

    assert "Maak opnieuw" in shown
    assert ProcrastinateJob.objects.filter(task_name=packs.MAKER).count() == 2


def test_a_pack_that_cannot_be_made_says_so(monkeypatch) -> None:
    at_work = desk_now()
    at_work.add("Regie")
    client = signed_in(at_work.clerk)
    ask(client, at_work)

    def break_down(*_arguments: object) -> bytes:
        raise OSError

    monkeypatch.setattr("verder.web.agenda.packing.bind", break_down)
    jobs.make_pack(str(at_work.meeting.key))

    shown = client.get(address(at_work, "stukken")).content.decode()
    assert MeetingPack.objects.get().state == PackState.FAILED
    assert "Het bestand is niet gemaakt" in shown


def test_a_job_that_was_killed_halfway_makes_the_same_pack_when_it_runs_again(monkeypatch) -> None:
    at_work = desk_now()
    at_work.add("Regie")
    client = signed_in(at_work.clerk)
    ask(client, at_work)

    def be_killed(*_arguments: object) -> bytes:
        raise SystemExit

    with monkeypatch.context() as patch:
        patch.setattr("verder.web.agenda.packing.bind", be_killed)
        with pytest.raises(SystemExit):
            jobs.make_pack(str(at_work.meeting.key))
    halfway = MeetingPack.objects.get().state
    jobs.make_pack(str(at_work.meeting.key))
    first = client.get(address(at_work, "stukken.pdf")).content
    jobs.make_pack(str(at_work.meeting.key))

    assert halfway == PackState.MAKING
    assert client.get(address(at_work, "stukken.pdf")).content == first


def test_who_may_not_read_the_agenda_has_no_pack_made() -> None:
    at_work, member = desk_now(), participant()
    at_work.add("Regie")

    for someone in (member, director()):
        with pytest.raises(type(at_work.meeting).DoesNotExist):
            packs.ask_for_pack(at_work.meeting.key, actor=as_actor(someone, NOW), at=NOW, intent=Intent())
    with pytest.raises(type(at_work.meeting).DoesNotExist):
        packs.ask_for_pack(at_work.meeting.key, actor=Actor(), at=NOW, intent=Intent())
    assert signed_in(member).get(address(at_work, "stukken")).status_code == 404


def test_fetching_a_pack_writes_down_what_was_read() -> None:
    at_work, member = desk_now(), participant()
    dilemma, _item = on_agenda(at_work)
    at_work.send()

    made(signed_in(member), at_work)

    read = Event.objects.filter(action="dilemma.read", actor=member.opaque_id)
    assert [one.subject for one in read] == [dilemma.key]


def test_who_comes_instead_of_a_member_reads_why_there_is_no_pack_for_them() -> None:
    member = participant(organisation=organisation())
    colleague = colleague_of(member)
    at_work = desk_now()
    invitations.invite(
        at_work.meeting.key, introduction=checked(""), actor=at_work.actor, at=NOW, intent=Intent(None, uuid.uuid4())
    )
    replies.reply(invitation_for(member).key, Answer(Reply.SUBSTITUTE, colleague), at=NOW)
    _dilemma, item = on_agenda(at_work)
    lay(at_work, item)
    at_work.send()
    made(signed_in(at_work.clerk), at_work)

    for_member, instead = (signed_in(one).get(address(at_work, "stukken")).text for one in (member, colleague))

    assert "Haal het bestand op" in for_member
    assert "Haal het bestand op" not in instead
    assert "Dit bestand is alleen voor leden." in instead
    assert signed_in(colleague).get(address(at_work, "stukken.pdf")).status_code == 404


@pytest.mark.parametrize("many", [1, 3])
def test_the_page_of_a_pack_takes_as_many_statements_for_one_item_as_for_three(many, django_assert_num_queries) -> None:
    at_work = desk_now()
    for _each in range(many):
        _dilemma, item = on_agenda(at_work)
        lay(at_work, item)
    client = signed_in(at_work.clerk)
    made(client, at_work)

    with django_assert_num_queries(10):
        client.get(address(at_work, "stukken"))


def test_a_pack_of_forty_items_and_a_hundred_pages_is_whole() -> None:
    at_work = desk_now()
    for number in range(40):
        item = at_work.add(f"Onderwerp {number + 1}")
        if number < 25:
            lay(at_work, item, title=f"Notitie {number + 1}", content=making.plain_pdf(NOTE, pages=4))
    at_work.send()

    reader = made(signed_in(at_work.clerk), at_work)

    handed_in = [page for page in reader.pages if NOTE[:20] in page.extract_text()]
    assert len(handed_in) == 100
    assert {f"Notitie {number + 1}" for number in range(25)} <= set(titles(reader.outline))
    assert all("TLP:AMBER+STRICT" in page.extract_text() for page in reader.pages)


@pytest.mark.parametrize("form", ["pdf", "odt"])
def test_an_invitation_with_the_agenda_is_given_as_a_file(form: str) -> None:
    at_work, member = desk_now(), participant()
    on_agenda(at_work, question="Wie belt als eerste?")
    at_work.add("Rondvraag")
    before = signed_in(member).get(address(at_work, f"uitnodiging.{form}")).status_code
    at_work.send()

    answer = signed_in(member).get(address(at_work, f"uitnodiging.{form}"))

    assert before == 404
    assert answer["Content-Disposition"].endswith(f'.{form}"')
    assert signed_in(member).get(address(at_work, "uitnodiging.doc")).status_code == 404
    if form == "pdf":
        text = words_of(PdfReader(BytesIO(answer.content)))
        assert all(words in text for words in ("Utrecht", "Wie belt als eerste?", "Rondvraag", "TLP:AMBER+STRICT"))


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_papers_and_pack_in_a_browser(live_server, page) -> None:
    at_work = desk_now()
    _dilemma, item = on_agenda(at_work)
    lay(at_work, item)
    ask(signed_in(at_work.clerk), at_work)
    jobs.make_pack(str(at_work.meeting.key))
    enter(page, at_work.clerk, live_server.url)

    for path in ("stukken", f"punten/{item.key}/bijlagen", f"punten/{item.key}"):
        page.goto(live_server.url + address(at_work, path))
        assert_accessible(page)
        assert_no_overflow(page)
        look(page, f"pack-{path.replace('/', '-')[-9:]}")


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_what_the_check_finds_in_a_paper_is_shown_in_a_browser_before_it_lies_there(live_server, page) -> None:
    at_work = desk_now()
    item = at_work.add("Regie")
    enter(page, at_work.clerk, live_server.url)
    page.goto(live_server.url + address(at_work, "punten", item.key, "bijlagen"))

    page.get_by_label("Hoe heet het stuk?").fill("Notitie over regie")
    page.locator("input[type=file]").set_input_files(picked("notitie.docx", making.docx("Bel mij op 06-12345678.")))
    page.get_by_role("button", name="Controleer en voeg toe").click()
    page.get_by_text("06-12345678").first.wait_for()
    assert not ItemPaper.objects.exists()
    expect(page.get_by_label("Hoe heet het stuk?")).to_have_value("Notitie over regie")
    assert_accessible(page)
    assert_no_overflow(page)
    look(page, "paper-with-findings")

    page.locator("input[type=file]").set_input_files(picked("notitie.docx", making.docx("Wie neemt de regie?")))
    page.get_by_role("button", name="Controleer en voeg toe").click()
    page.get_by_text("Het stuk ligt bij dit punt.").wait_for()
    assert ItemPaper.objects.get().title == "Notitie over regie"
    look(page, "paper-laid")


def picked(name: str, content: bytes) -> dict[str, object]:
    """Return a file as a browser picks it."""
    return {"name": name, "mimeType": "application/octet-stream", "buffer": content}


def test_a_look_at_a_paper_is_that_of_a_person() -> None:
    at_work = desk_now()
    paper = lay(at_work, at_work.add("Regie"), content=making.png())
    nobody = Actor(Standing(seats=at_work.actor.standing.seats))

    with pytest.raises(NotTheirMeeting):
        papers.state_paper_looked_at(paper.item.key, file=paper.file.key, actor=nobody, at=NOW, intent=at_work.seen())
