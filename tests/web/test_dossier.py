"""The dossier: everything about a dilemma that its reader may see, and nothing more."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from tests import factories, personas
from tests.deliberation.agenda_acts import Desk
from tests.factories import checked
from tests.personas import as_actor
from tests.signing_in import signed_in
from tests.web import step_ways
from tests.web.step_ways import NOW, WEEK_AGO
from verder.audit.models import Event
from verder.deliberation.actor import Actor, Intent
from verder.deliberation.models import Exemption, KnownTo, Original, SignOffRole, Submitter
from verder.deliberation.operations import exchange, sharing
from verder.deliberation.queries.groups import group_at_work_on
from verder.domain.rungs import WORDS
from verder.domain.tlp import Tlp
from verder.web.words.dossier import HEARD

pytestmark = pytest.mark.django_db


def read(dilemma, by):
    """Open a dossier."""
    return signed_in(by).get(f"/dilemmas/{dilemma.number}")


def section(answer, title: str) -> str:
    """Return the part of the page under a heading; empty when there is none."""
    found = re.search(rf"<h2 [^>]*>{title}<.*?</section>", answer.text, re.DOTALL)
    return found[0] if found else ""


def introduced(dilemma, known_to: KnownTo) -> None:
    """Say who put a dilemma in, and who may know."""
    Submitter.objects.filter(dilemma=dilemma).update(name="N. N.", organisation="Bureau", known_to=known_to)


def test_an_outsider_is_asked_to_log_in(client):
    dilemma = factories.dilemma_at_intake(at=NOW)

    assert client.get(f"/dilemmas/{dilemma.number}")["Location"].startswith("/inloggen")


def test_an_administrator_sees_no_content_not_even_what_is_public():
    clerk = personas.secretary()
    dilemma = factories.admitted(factories.dilemma_at_intake(at=NOW, tlp=Tlp.CLEAR), clerk, at=NOW)

    assert read(dilemma, personas.administrator()).status_code == 404


def test_before_admission_only_the_secretariat_reads_it():
    dilemma = factories.dilemma_at_intake(at=NOW, question="Eigen woorden?")

    assert "<h1>Eigen woorden?</h1>" in read(dilemma, personas.secretary()).text
    assert read(dilemma, personas.participant()).status_code == 404


def test_a_participant_reads_the_shared_version_and_nothing_of_the_conversation():
    clerk, participant = personas.secretary(), personas.participant()
    dilemma = factories.dilemma_at_intake(at=WEEK_AGO, question="Eigen woorden?")
    submitter = Actor(submitter_of=dilemma.key)
    exchange.say(dilemma.number, text=checked("Dit is van mij."), actor=submitter, at=WEEK_AGO, intent=Intent())
    exchange.write_note(
        dilemma.number, text=checked("Even bellen."), actor=as_actor(clerk, WEEK_AGO), at=WEEK_AGO, intent=Intent()
    )
    introduced(dilemma, KnownTo.SECRETARIAT)
    factories.admitted(dilemma, clerk, at=WEEK_AGO)
    factories.placed(dilemma, factories.meeting_of(factories.BodyKind.PLATFORM, clerk, at=WEEK_AGO), clerk, at=WEEK_AGO)

    answer = read(dilemma, participant)

    assert "<h1>Mag ik dit delen?</h1>" in answer.text
    for hidden in ("Eigen woorden?", "Dit is van mij.", "Even bellen.", "N. N.", "Bureau", "Interne notities"):
        assert hidden not in answer.text


def test_the_bodies_know_the_submitter_when_the_submitter_allows_it():
    dilemma = step_ways.at_platform(personas.secretary())
    introduced(dilemma, KnownTo.BODIES)

    assert "N. N." in read(dilemma, personas.participant()).text


def test_the_secretariat_reads_both_texts_and_who_put_it_in():
    clerk = personas.secretary()
    dilemma = factories.dilemma_at_intake(at=NOW, question="Eigen woorden?")
    introduced(dilemma, KnownTo.SECRETARIAT)
    factories.admitted(dilemma, clerk, at=NOW)

    answer = read(dilemma, clerk)

    assert "Eigen woorden?" in answer.text
    assert "Een school maakt zich zorgen." in section(answer, "Gedeelde versie")
    assert "N. N." in section(answer, "Inbrenger")
    assert "Gezien door de inbrenger: op de eigen pagina." in answer.text


def test_the_label_stands_before_the_question():
    answer = read(factories.dilemma_at_intake(at=NOW), personas.secretary())

    assert answer.text.index("TLP:AMBER+STRICT") < answer.text.index("<h1>")


def test_steps_that_are_open_lead_to_their_pages():
    dilemma = factories.dilemma_at_intake(at=NOW)

    answer = read(dilemma, personas.secretary())

    assert f"/dilemmas/{dilemma.number}/stap/ask_submitter" in section(answer, "Stappen voor u")
    assert f"/dilemmas/{dilemma.number}/stap/admit" not in answer.text
    assert "Er is nog geen gedeelde versie." in section(answer, "Nu niet mogelijk")


def test_a_reader_reads_who_decides_and_finds_no_buttons():
    answer = read(step_ways.at_platform(personas.secretary()), personas.participant())

    assert section(answer, "Stappen voor u") == ""
    assert section(answer, "Nu niet mogelijk") == ""
    assert "Het Landelijk Platform besluit hierover in een vergadering." in section(answer, "Wie nu aan zet is")


def test_what_was_prepared_for_comes_first():
    clerk = personas.secretary()

    steps = section(read(step_ways.fit_to_admit(clerk), clerk), "Stappen voor u")

    assert re.findall(r"/stap/(\w+)", steps)[0] == "admit"


def test_while_a_dilemma_waits_for_its_submitter_nothing_is_urged_and_withdrawing_comes_last():
    clerk = personas.secretary()

    steps = section(read(step_ways.asked(clerk), clerk), "Stappen voor u")

    assert re.findall(r"/stap/(\w+)", steps)[-1] == "withdraw"
    assert steps.count('class="verder-button') == steps.count("verder-button--secondary")


def test_the_chair_finds_the_decisions_of_the_platform():
    answer = read(step_ways.at_platform(personas.secretary()), personas.platform_chair())

    assert "/stap/resolve" in section(answer, "Stappen voor u")


def test_what_never_leads_on_from_here_is_not_listed():
    answer = read(factories.dilemma_at_intake(at=NOW), personas.secretary())

    assert "Lever op" not in answer.text


@pytest.mark.parametrize("start", ["at_intake", "asked", "waiting", "at_platform", "assigned", "in_group"])
def test_the_way_shows_where_it_is_and_what_may_come(start):
    answer = read(getattr(step_ways, start)(personas.secretary()), personas.secretary())

    assert answer.text.count('aria-current="step"') == 1
    assert "altijd" in answer.text


def test_an_item_of_an_agenda_that_is_still_being_made_has_no_number_on_the_way():
    clerk = personas.secretary()

    page = read(step_ways.at_platform(clerk), clerk).text

    assert ", punt" not in page
    assert "None" not in page


def test_the_way_of_what_ended_ends_there():
    clerk = personas.secretary()

    answer = read(step_ways.declined(clerk), clerk)

    assert "Niet in behandeling" in answer.text
    assert "is-end" in answer.text
    assert "altijd" not in answer.text


def test_a_long_way_is_folded():
    clerk = personas.secretary()

    answer = read(step_ways.promised(clerk), clerk)

    assert "Eerder" in answer.text
    assert answer.text.count('class="is-past"') == 5


def test_what_was_decided_stands_in_the_history_with_its_words():
    clerk = personas.secretary()

    answer = read(step_ways.assigned(clerk), personas.participant())

    assert "De opdracht voor de werkgroep" in section(answer, "Wat er gebeurde")
    assert "Zoek dit uit." in section(answer, "Wat er gebeurde")


def test_a_question_to_the_submitter_stays_between_them_and_the_secretariat():
    clerk, participant = personas.secretary(), personas.participant()
    dilemma = step_ways.asked(clerk)
    exchange.proceed(
        dilemma.number, reason=checked("Geen antwoord."), actor=as_actor(clerk, NOW), at=NOW, intent=Intent()
    )
    factories.admitted(dilemma, clerk, at=NOW)
    step_ways.Dilemma.objects.filter(pk=dilemma.pk).update(tlp=Tlp.GREEN)

    assert "Wie beslist?" in read(dilemma, clerk).text
    for hidden in ("Wie beslist?", "Geen antwoord."):
        assert hidden not in read(dilemma, participant).text


def test_promises_stand_with_owner_and_state():
    clerk = personas.secretary()

    answer = read(step_ways.promised(clerk), clerk)

    assert "Gedaan: Gedaan." in section(answer, "Toezeggingen")
    assert "Vervallen: Geen geld." in section(answer, "Toezeggingen")


def test_the_answer_stands_with_what_answered_it():
    clerk = personas.secretary()
    dilemma, posted = step_ways.answering(clerk)
    publication = factories.Publication.objects.get()
    factories.secretariat.answer(
        dilemma.number,
        publications=[publication],
        link=None,
        message=checked("Lees dit."),
        actor=as_actor(clerk, NOW),
        at=NOW,
        intent=Intent(),
    )

    answer = read(dilemma, clerk)

    assert publication.title in section(answer, "Hoort hierbij")
    assert posted


def test_what_joined_another_dilemma_leads_there_and_back():
    clerk = personas.secretary()
    dilemma, posted = step_ways.merging(clerk)
    factories.secretariat.merge(
        dilemma.number,
        into=posted["dilemma_to_join"],
        message=checked("Samen verder."),
        actor=as_actor(clerk, NOW),
        at=NOW,
        intent=Intent(),
    )
    other = step_ways.Dilemma.objects.get(number=posted["dilemma_to_join"])

    assert f"/dilemmas/{other.number}" in section(read(dilemma, clerk), "Hoort hierbij")
    assert f"/dilemmas/{dilemma.number}" in section(read(other, clerk), "Hoort hierbij")


def test_a_specialist_reads_the_dilemma_of_their_group_alone():
    clerk = personas.secretary()
    dilemma = step_ways.in_group(clerk)
    group = group_at_work_on(dilemma)
    specialist = personas.specialist(group.body, ends_on=timezone.localdate(NOW) + timedelta(days=9))
    other = step_ways.at_platform(clerk)

    assert read(dilemma, specialist).status_code == 200
    assert read(other, specialist).status_code == 404


@pytest.mark.parametrize("tlp", [Tlp.RED, Tlp.AMBER_STRICT])
def test_reading_what_may_not_travel_is_written_down_once_a_day(tlp):
    clerk = personas.secretary()
    dilemma = factories.dilemma_at_intake(at=NOW, tlp=tlp)

    read(dilemma, clerk)
    read(dilemma, clerk)

    event = Event.objects.get(action="dilemma.read", subject=dilemma.key)
    assert (event.actor, event.origin, event.details) == (clerk.opaque_id, "127.0.0.1", {"tlp": tlp})


@pytest.mark.parametrize("tlp", [Tlp.AMBER, Tlp.GREEN, Tlp.CLEAR])
def test_reading_what_may_travel_leaves_no_trace(tlp):
    read(factories.dilemma_at_intake(at=NOW, tlp=tlp), personas.secretary())

    assert not Event.objects.filter(action="dilemma.read").exists()


def test_red_is_for_named_readers_alone():
    clerk, colleague = personas.secretary(), personas.secretary()
    dilemma = factories.dilemma_at_intake(at=NOW, tlp=Tlp.RED)
    actor = as_actor(clerk, NOW)
    sharing.remove_reader(dilemma.number, reader=colleague, actor=actor, at=NOW, intent=Intent())

    assert clerk.name in section(read(dilemma, clerk), "Zorg voor dit dilemma")
    assert read(dilemma, colleague).status_code == 404


def test_a_dossier_leads_directors_to_the_brief_once_the_agenda_is_sent_and_nobody_of_the_platform():
    clerk, director, chair = personas.secretary(), personas.director(), personas.council_chair()
    member = personas.participant()
    dilemma, meeting = factories.at_council(clerk, lead=member, at=WEEK_AGO - timedelta(days=14))
    brief = f"/vergaderingen/{meeting.key}/punten/{meeting.items.get(dilemma=dilemma).key}/kort"
    readers = (clerk, chair, director, member)

    before = [brief in read(dilemma, reader).text for reader in readers]
    desk = Desk(clerk, meeting, NOW)
    desk.sign(*SignOffRole)
    desk.send()
    after = [brief in read(dilemma, reader).text for reader in readers]

    assert before == [True, True, False, False]
    assert after == [True, True, True, False]
    assert signed_in(director).get(brief).status_code == 200


def test_a_number_that_does_not_exist_is_not_found():
    assert signed_in(personas.secretary()).get("/dilemmas/2020-404").status_code == 404


@pytest.mark.parametrize(
    "start",
    ["at_intake", "asked", "waiting", "at_platform", "assigned", "in_group", "escalated", "at_council", "promised"],
)
@pytest.mark.parametrize("number", [1, 3])
def test_a_dossier_takes_twelve_statements_at_most(start, number, django_assert_num_queries):
    clerk = personas.secretary()
    clerk.organisation = personas.organisation()
    clerk.save()
    dilemma = getattr(step_ways, start)(clerk)
    for _each in range(number):
        exchange.say(dilemma.number, text=checked("Nog iets."), actor=as_actor(clerk, NOW), at=NOW, intent=Intent())
        exchange.write_note(dilemma.number, text=checked("Bel."), actor=as_actor(clerk, NOW), at=NOW, intent=Intent())
    client = signed_in(clerk)
    none_more = {"at_intake": 10, "asked": 10, "assigned": 10, "in_group": 12}

    with django_assert_num_queries(none_more.get(start, 11)):
        answer = client.get(f"/dilemmas/{dilemma.number}")

    assert answer.status_code == 200


def test_a_dossier_takes_twelve_statements_at_most_for_whoever_leads_the_group(django_assert_num_queries):
    clerk, lead = personas.secretary(), personas.participant(organisation=personas.organisation())
    dilemma = factories.in_working_group(clerk, lead=lead, at=WEEK_AGO)
    client = signed_in(lead)

    with django_assert_num_queries(12):
        answer = client.get(f"/dilemmas/{dilemma.number}")

    assert "/stap/deliver" not in answer.text
    assert "/stap/report_back" in answer.text


def test_every_word_that_a_step_can_bring_has_a_name_in_the_dossier():
    assert set(HEARD) == WORDS


def test_a_text_that_its_submitter_took_back_is_missed_aloud():
    clerk = personas.secretary()
    dilemma = step_ways.at_intake(clerk)
    Original.objects.filter(dilemma=dilemma).update(question="", situation="")

    answer = read(dilemma, clerk)

    assert "heeft de eigen tekst laten weghalen" in answer.text
    assert "<h1>Nog niet gedeeld</h1>" in answer.text


def test_the_second_reader_sees_what_the_text_check_found_and_may_stay():
    clerk = personas.secretary()
    dilemma = step_ways.at_intake(clerk)
    Exemption.objects.create(dilemma=dilemma, field="situation", label="PHONE", reason="Een openbaar nummer.", at=NOW)

    answer = read(dilemma, clerk)

    assert "Een openbaar nummer." in section(answer, "Wat de tekstcontrole vond en mocht blijven")
    assert "Telefoonnummer, situatie" in answer.text
