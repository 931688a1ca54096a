"""The pages of a workspace: writing together, a conflict, versions, remarks, the discussion, points and papers."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests import factories
from tests.factories import checked
from tests.files import making
from tests.personas import administrator, as_actor, council_chair, director, participant, secretary, specialist
from tests.signing_in import signed_in
from tests.web.groups_help import NOW, TODAY, a_group
from verder.audit.models import Event
from verder.deliberation.actor import Intent
from verder.deliberation.models import ServedDilemma, WorkingGroup
from verder.deliberation.operations.groups import escalate, let_lapse
from verder.files.models import LookState, StoredFile
from verder.network.models import BodyKind, Membership, Person
from verder.workspace.models import Contribution, GroupPaper, GroupText, OpenPoint, Remark, Section, SectionVersion
from verder.workspace.operations import texts, writing

pytestmark = pytest.mark.django_db


class Room:
    """A group at work, with a worksheet and a browser for each of its people."""

    def __init__(self, *, sheet: bool = True) -> None:
        self.lead, self.clerk = participant(), secretary()
        self.group = a_group(self.lead, self.clerk)
        self.outsider = specialist(self.group.body, ends_on=TODAY + timedelta(days=30))
        self.number = ServedDilemma.objects.get(group=self.group).dilemma.number
        self.base = f"/werkgroepen/{self.group.body.key}/werkruimte"
        if sheet:
            new = texts.NewText(checked("Werkblad"), self.number, "worksheet")
            self.text = self._do(texts.start_text, self.lead, new=new)
            self.section = self.text.sections.get(code="facts")
            self.part = f"{self.base}/delen/{self.section.key}"

    def _do(self, operation, by: Person, **needs):
        who = {"actor": as_actor(by, NOW), "at": NOW, "intent": Intent(request_key=uuid.uuid4())}
        return operation(self.group.body.key, **who, **needs)

    def save(self, by: Person, words: str) -> SectionVersion:
        says = writing.SectionWords(checked("De feiten"), checked(words))
        return self._do(writing.save_section, by, section=self.section.key, says=says)

    def escalate(self) -> None:
        who = {"actor": as_actor(self.lead, NOW), "at": NOW, "intent": Intent()}
        tried, needs = checked("Drie routes."), ("why_no_result", "that_it_persists", "asked_of_directors")
        escalate(self.number, what_was_tried=tried, **dict.fromkeys(needs, checked("De regel past niet.")), **who)

    def end(self) -> None:
        who = {"actor": as_actor(self.lead, NOW), "at": NOW, "intent": Intent()}
        let_lapse(self.number, why_gone=checked("Een nieuwe regel."), message=checked("Het is weg."), **who)


def send(client: Client, path: str, **data):
    """Send a form with a key of its own."""
    return client.post(path, {"request_key": str(uuid.uuid4()), **data})


def test_a_member_begins_a_worksheet_from_the_workspace():
    room = Room(sheet=False)
    browser = signed_in(room.outsider)
    assert f"?dilemma={room.number}" in browser.get(room.base).text
    form = browser.get(f"{room.base}/teksten/nieuw?dilemma={room.number}").text
    assert 'value="Werkblad"' in form

    gone = send(browser, f"{room.base}/teksten/nieuw", template="worksheet", dilemma=room.number, title="Werkblad")

    text = GroupText.objects.get()
    page = browser.get(gone.headers["Location"]).text
    assert (text.template, text.dilemma.number) == ("worksheet", room.number)
    assert "Wat de schade beperkt" in page
    assert "ondanks het bezwaar dat" in page


def test_a_worksheet_is_about_one_dilemma():
    room = Room(sheet=False)

    refused = send(signed_in(room.lead), f"{room.base}/teksten/nieuw", template="worksheet", title="Werkblad")

    assert refused.status_code == 422
    assert "Kies over welk dilemma dit gaat." in refused.text


def test_the_text_says_who_is_editing_and_nothing_changes_by_looking():
    room = Room()
    lead, outsider = signed_in(room.lead), signed_in(room.outsider)
    events = Event.objects.exclude(action__endswith=".read").count()

    lead.get(f"{room.part}/schrijf")
    assert Section.objects.get(pk=room.section.pk).taken_up_by is None
    gone = lead.post(f"{room.part}/pak-op")
    assert gone.headers["Location"] == f"{room.part}/schrijf"

    assert f"{room.lead.name} bewerkt dit deel nu." in outsider.get(f"{room.base}/teksten/{room.text.key}").text
    assert f"{room.lead.name} bewerkt dit deel ook." in outsider.get(f"{room.part}/schrijf").text
    assert lead.get(f"{room.part}/pak-op").status_code == 405
    lead.post(f"{room.part}/leg-neer")
    assert "bewerkt dit deel nu" not in outsider.get(f"{room.base}/teksten/{room.text.key}").text
    assert Event.objects.exclude(action__endswith=".read").count() == events


def test_a_conflict_shows_both_texts_and_loses_nothing():
    room = Room()
    room.save(room.outsider, "De school zag **iets**.")
    browser = signed_in(room.lead)

    conflict = send(browser, f"{room.part}/schrijf", version=1, heading="De feiten", words="Ik schreef iets anders.")

    assert conflict.status_code == 409
    assert "iemand anders veranderde dit deel" in conflict.text
    assert "De school zag" in conflict.text
    assert "Ik schreef iets anders." in conflict.text
    assert 'name="version" value="2"' in conflict.text
    send(browser, f"{room.part}/schrijf", version=2, heading="De feiten", words="Samen is het dit.")
    assert [one.words for one in room.section.versions.all()] == ["", "De school zag **iets**.", "Samen is het dit."]


def test_what_the_text_check_finds_comes_back_with_everything_typed():
    room = Room()

    found = send(
        signed_in(room.lead), f"{room.part}/schrijf", version=1, heading="De feiten", words="Bel 070 123 45 67."
    )

    assert found.status_code == 422
    assert "Bel 070 123 45 67." in found.text
    assert room.section.versions.count() == 1


def test_two_versions_stand_beside_each_other_and_an_earlier_one_comes_back():
    room = Room()
    room.save(room.lead, "De school zag iets.")
    room.save(room.outsider, "De school hoorde iets.")
    browser = signed_in(room.lead)

    page = browser.get(f"{room.part}/versies").text
    assert "<del>" in page
    assert "[erbij:" in page
    assert "Deze versies zeggen hetzelfde." in browser.get(f"{room.part}/versies?van=2&naar=2").text
    assert "Zet versie 2 terug" in browser.get(f"{room.part}/versies?van=x&naar=99").text
    assert "De school zag iets." in browser.get(f"{room.part}/versies/2/zet-terug").text
    send(browser, f"{room.part}/versies/2/zet-terug", version=3)

    assert room.section.versions.last().words == "De school zag iets."
    assert "Zette versie 2 terug." in browser.get(f"{room.part}/versies").text
    assert browser.get(f"{room.part}/versies/9/zet-terug").status_code == 404


def test_a_comment_is_answered_and_a_proposal_taken_over_for_all_to_see():
    room = Room()
    outsider, lead = signed_in(room.outsider), signed_in(room.lead)
    send(outsider, room.part, version=1, words="Weten wij dit zeker?")
    assert outsider.get(f"{room.part}/voorstel").status_code == 200
    send(outsider, f"{room.part}/voorstel", version=1, proposal="De school zag iets.", words="Zo is het korter.")
    comment, proposal = Remark.objects.order_by("pk")

    assert "2 open opmerkingen" in lead.get(f"{room.base}/teksten/{room.text.key}").text
    assert "Weten wij dit zeker?" in lead.get(f"{room.part}/opmerkingen/{comment.key}").text
    send(lead, f"{room.part}/opmerkingen/{comment.key}", reply="Ja, dat zeiden twee scholen.")
    over = f"{room.part}/opmerkingen/{proposal.key}/neem-over"
    assert "De school zag iets." in lead.get(over).text
    send(lead, over, version=1, heading="De feiten", words="De school zag iets.")

    page = outsider.get(room.part).text
    assert "Beantwoord</strong>" in page
    assert "Overgenomen</strong>" in page
    assert room.section.versions.last().words == "De school zag iets."
    assert lead.get(over).headers["Location"] == room.part
    again = send(lead, f"{room.part}/opmerkingen/{comment.key}", reply="Nog eens.")
    assert "handelde deze opmerking net af" in again.text
    assert lead.get(f"{room.part}/opmerkingen/{uuid.uuid4()}").status_code == 404


def test_a_section_is_added_and_moved_up():
    room = Room()
    browser = signed_in(room.outsider)
    page = f"{room.base}/teksten/{room.text.key}"

    send(browser, f"{page}/deel-erbij", heading="Wat wij nu doen")
    added = room.text.sections.last()
    browser.post(f"{page}/omhoog/{added.key}")

    assert [one.code for one in room.text.sections.all()][-2:] == ["", "elsewhere"]
    assert browser.post(f"{page}/omhoog/{uuid.uuid4()}").status_code == 404


def test_a_section_leaves_the_text_and_comes_back_with_all_that_it_said():
    room = Room()
    room.save(room.lead, "De school zag iets.")
    browser, page = signed_in(room.outsider), f"{room.base}/teksten/{room.text.key}"
    assert "De school zag iets." in browser.get(f"{room.part}/haal-weg").text
    room.save(room.lead, "De school zag veel.")

    late = send(browser, f"{room.part}/haal-weg", version=2)
    assert (late.status_code, "iemand anders veranderde dit deel net" in late.text) == (409, True)
    assert send(browser, f"{room.part}/haal-weg", version=3).headers["Location"] == page

    assert "De school zag veel." not in browser.get(page).text
    assert "Uit de tekst gehaald" in browser.get(page).text
    assert "Haalde het deel uit de tekst." in browser.get(f"{room.part}/versies").text
    assert "Dit deel is uit de tekst gehaald." in browser.get(room.part).text
    assert "dan staat het er weer" in browser.get(f"{room.part}/schrijf").text
    assert browser.get(f"{room.part}/haal-weg").headers["Location"] == page
    assert browser.get(f"{room.part}/versies/4/zet-terug").status_code == 404
    send(browser, f"{room.part}/versies/3/zet-terug", version=4)
    assert "De school zag veel." in browser.get(page).text


def test_who_writes_while_a_section_is_taken_out_reads_that_and_loses_nothing():
    room = Room()
    lead, outsider = signed_in(room.lead), signed_in(room.outsider)
    send(outsider, f"{room.part}/haal-weg", version=1)

    conflict = send(lead, f"{room.part}/schrijf", version=1, heading="De feiten", words="De school zag iets.")

    assert conflict.status_code == 409
    assert "Die collega haalde het deel uit de tekst." in conflict.text
    assert "De school zag iets." in conflict.text
    send(lead, f"{room.part}/schrijf", version=2, heading="De feiten", words="De school zag iets.")
    assert "De school zag iets." in outsider.get(f"{room.base}/teksten/{room.text.key}").text


def test_a_text_gets_another_name_and_a_colleague_who_was_first_is_not_overruled():
    room = Room()
    lead, outsider = signed_in(room.lead), signed_in(room.outsider)
    name = f"{room.base}/teksten/{room.text.key}/naam"

    send(outsider, name, version=1, title="Wat wij weten")
    late = send(lead, name, version=1, title="Wat wij denken")

    assert late.status_code == 409
    assert "De tekst heet nu ‘Wat wij weten’." in late.text
    assert 'value="Wat wij denken"' in late.text
    send(lead, name, version=2, title="Wat wij denken")
    assert f"Veranderd door {room.outsider.name}" in lead.get(name).text
    assert "Wat wij denken" in lead.get(room.base).text


def test_a_proposal_that_a_colleague_settled_meanwhile_loses_nothing_that_was_typed():
    room = Room()
    lead = signed_in(room.lead)
    send(signed_in(room.outsider), f"{room.part}/voorstel", version=1, proposal="De school zag iets.")
    one = f"{room.part}/opmerkingen/{Remark.objects.get().key}"
    send(signed_in(room.clerk), one, reply="Dat weten wij niet zeker.")

    late = send(lead, f"{one}/neem-over", version=1, heading="De feiten", words="De school zag misschien iets.")

    assert late.status_code == 409
    assert "De school zag misschien iets." in late.text


def test_the_group_talks_and_its_lead_marks_a_decision():
    room = Room()
    lead, outsider = signed_in(room.lead), signed_in(room.outsider)
    talk = f"{room.base}/gesprek"
    send(outsider, talk, words="Wij beginnen bij de school.")
    said = Contribution.objects.get()
    assert outsider.post(f"{talk}/{said.key}/besluit", {"besluit": "ja"}).status_code == 404

    lead.post(f"{talk}/{said.key}/besluit", {"besluit": "ja"})

    assert "Wij beginnen bij de school." in outsider.get(f"{talk}?welke=besluiten").text
    assert "Wij beginnen bij de school." in outsider.get(room.base).text
    assert "aangemerkt door" in outsider.get(talk).text


def test_somebody_gets_something_to_do_and_says_that_it_is_done():
    room = Room()
    lead, outsider = signed_in(room.lead), signed_in(room.outsider)
    todo = f"{room.base}/te-doen"

    send(lead, todo, words="Vraag het na.", owner=str(room.outsider.opaque_id), due_on=TODAY.isoformat())
    late = send(
        lead,
        todo,
        words="Te laat.",
        owner=str(room.outsider.opaque_id),
        due_on=(TODAY - timedelta(days=1)).isoformat(),
    )
    assert late.status_code == 409
    point = OpenPoint.objects.get()
    assert "Vraag het na." in outsider.get(room.base).text
    outsider.post(f"{todo}/{point.key}", {"klaar": "ja"})

    assert "Klaar gemeld door" in lead.get(f"{todo}?welke=klaar").text


def test_what_somebody_has_to_do_is_handed_over():
    room = Room()
    lead, outsider = signed_in(room.lead), signed_in(room.outsider)
    todo = f"{room.base}/te-doen"
    new = {"owner": str(room.outsider.opaque_id), "due_on": TODAY.isoformat()}
    send(lead, todo, words="Vraag het na.", **new)
    over = f"{todo}/{OpenPoint.objects.get().key}/draag-over"
    assert "Vraag het na." in outsider.get(over).text
    to_lead, key = {"owner": str(room.lead.opaque_id), "due_on": TODAY.isoformat(), "version": 1}, str(uuid.uuid4())

    for _click in range(2):
        assert outsider.post(over, {"request_key": key, **to_lead}).headers["Location"] == todo
    late = send(signed_in(room.clerk), over, **to_lead)

    assert (late.status_code, "Er is niets overgedragen" in late.text) == (409, True)
    assert OpenPoint.objects.get().owner == room.lead
    assert outsider.get(over).status_code == 404
    assert send(outsider, over, **new, version=2).status_code == 404
    assert lead.get(f"{todo}/{uuid.uuid4()}/draag-over").status_code == 404


def test_papers_are_added_fetched_looked_at_and_taken_away():
    room = Room()
    lead, outsider = signed_in(room.lead), signed_in(room.outsider)
    papers = f"{room.base}/stukken"
    file = SimpleUploadedFile("verslag.docx", making.docx())
    assert send(outsider, papers, title="Zonder bestand").status_code == 422

    sent = send(outsider, papers, title="Wat elders werkt", attachments=file)
    assert sent.status_code == 302
    paper = GroupPaper.objects.get()
    StoredFile.objects.update(state=LookState.TO_LOOK_AT)
    assert "Ik heb gekeken" in lead.get(papers).text
    assert send(outsider, f"{papers}/{paper.file.key}/gekeken").status_code == 404
    send(lead, f"{papers}/{paper.file.key}/gekeken")

    assert outsider.get(f"{papers}/{paper.file.key}").headers["Content-Disposition"].startswith("attachment")
    send(outsider, f"{papers}/{paper.file.key}/haal-weg")
    assert outsider.get(f"{papers}/{paper.file.key}").status_code == 404


def test_once_the_group_has_ended_everything_is_read_and_nothing_changed():
    room = Room()
    room.save(room.lead, "De school zag iets.")
    send(signed_in(room.lead), room.part, version=2, words="Klopt dit?")
    room.end()
    browser = signed_in(room.lead)

    pages = [
        room.base,
        f"{room.base}/teksten/{room.text.key}",
        room.part,
        f"{room.part}/versies",
        f"{room.base}/gesprek",
    ]
    for page in [*pages, f"{room.base}/te-doen", f"{room.base}/stukken"]:
        assert browser.get(page).status_code == 200
    assert "is klaar" in send(browser, f"{room.part}/schrijf", version=2, heading="De feiten", words="Nog iets.").text
    assert "is klaar" in browser.post(f"{room.part}/pak-op", follow=True).text
    assert room.section.versions.count() == 2


@pytest.mark.parametrize("stranger", [participant, director, administrator])
def test_for_others_with_an_account_there_is_no_workspace(stranger):
    room = Room()
    browser = signed_in(stranger())

    statuses = {
        browser.get(page).status_code
        for page in (room.base, f"{room.base}/teksten/{room.text.key}", room.part, f"{room.base}/gesprek")
    }

    assert statuses == {404}


def test_an_outsider_is_asked_to_log_in(client):
    room = Room()

    gone = client.get(room.base)

    assert gone.status_code == 302
    assert "inloggen" in gone.headers["Location"]


def test_after_their_last_day_a_specialist_finds_nothing():
    room = Room()
    browser = signed_in(room.outsider)
    assert browser.get(room.base).status_code == 200

    Membership.objects.filter(person=room.outsider).update(ends_on=TODAY - timedelta(days=1))

    assert browser.get(room.base).status_code == 404
    assert browser.get(room.part).status_code == 404


def test_who_read_what_may_not_travel_is_written_down_once_a_day():
    room = Room()
    browser = signed_in(room.outsider)

    for _ in range(2):
        browser.get(f"{room.base}/teksten/{room.text.key}")

    assert Event.objects.filter(action="text.read", actor=room.outsider.opaque_id, subject=room.text.key).count() == 1


def test_the_lead_goes_on_from_the_worksheet_to_a_draft_or_to_the_council():
    room = Room()

    page = signed_in(room.lead).get(f"{room.base}/teksten/{room.text.key}").text
    step = signed_in(room.lead).get(f"/dilemmas/{room.number}/stap/escalate").text

    assert f"?werkgroep={room.group.body.key}" in page
    assert f"/dilemmas/{room.number}/stap/escalate" in page
    assert f"{room.base}/teksten/{room.text.key}" in step
    assert "Zo gaat het verder" not in signed_in(room.outsider).get(f"{room.base}/teksten/{room.text.key}").text
    assert WorkingGroup.objects.count() == 1


def test_dossier_and_brief_lead_to_the_worksheet_for_who_may_read_it_and_for_nobody_else():
    room, chair = Room(), council_chair()
    room.escalate()
    meeting = factories.meeting_of(BodyKind.COUNCIL, room.clerk, at=NOW)
    factories.placed(factories.fresh(room.text.dilemma), meeting, room.clerk, at=NOW)
    dossier, sheet = f"/dilemmas/{room.number}", f"{room.base}/teksten/{room.text.key}"
    brief = f"/vergaderingen/{meeting.key}/punten/{meeting.items.get(dilemma__number=room.number).key}/kort"
    readers = [(room.lead, dossier), (room.clerk, dossier), (room.clerk, brief)]
    others = [(participant(), dossier), (chair, dossier), (chair, brief)]

    pages = [signed_in(who).get(page) for who, page in readers + others]

    assert {page.status_code for page in pages} == {200}
    assert [sheet in page.text for page in pages] == [True] * len(readers) + [False] * len(others)


@pytest.mark.parametrize("number", [1, 3])
def test_the_first_page_costs_as_much_for_many_texts_as_for_one(django_assert_num_queries, number):
    room = Room(sheet=False)
    for _ in range(number):
        room._do(texts.start_text, room.lead, new=texts.NewText(checked("Werkblad"), room.number, "worksheet"))
    browser = signed_in(room.lead)
    browser.get(room.base)

    with django_assert_num_queries(11):
        page = browser.get(room.base).text

    assert page.count("0 van 9 delen ingevuld") == number


def test_a_text_costs_as_much_for_many_sections_as_for_one(django_assert_num_queries):
    room = Room()
    browser = signed_in(room.lead)
    browser.get(f"{room.base}/teksten/{room.text.key}")

    with django_assert_num_queries(9):
        page = browser.get(f"{room.base}/teksten/{room.text.key}").text

    assert page.count("Doe een voorstel") == 9
