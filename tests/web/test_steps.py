"""Every step of the ladder is taken on a page of its own: once, by whom it belongs to, and with what it needs."""

from __future__ import annotations

import re
import uuid

import pytest

from tests import factories, personas
from tests.factories import checked
from tests.personas import as_actor
from tests.signing_in import signed_in
from tests.web.step_ways import NOW, WAYS, WEEK_AGO, at_council, at_intake, at_platform, fit_to_admit, in_group, waiting
from verder.audit.models import Event
from verder.deliberation.actor import Intent
from verder.deliberation.models import WorkingGroup
from verder.deliberation.operations import secretariat
from verder.domain.ladder import LADDER, STEPS
from verder.domain.tlp import Tlp
from verder.network.models import BodyKind
from verder.web.dilemmas.steps.registry import STEP_PAGES

pytestmark = pytest.mark.django_db
ELSEWHERE = {"submit", "record", "reply"}
"""Steps that the submitter takes, or that begin a dilemma."""


def address(dilemma, step: str) -> str:
    """Return where a step is taken."""
    return f"/dilemmas/{dilemma.number}/stap/{step}"


def form_of(dilemma, posted: dict) -> dict:
    """Return what a browser sends: what was typed, with what the form carries by itself."""
    carried = {"version": dilemma.version, "request_key": str(uuid.uuid4()), "confirmed": "yes"}
    return {**carried, **posted}


def typed(posted: dict) -> dict:
    """Return what somebody wrote, without what was chosen."""
    return {field: text for field, text in posted.items() if isinstance(text, str) and text.endswith(".")}


def test_every_row_of_the_ladder_has_a_page_and_a_way_to_test_it():
    needed = {step.name for step in LADDER} - ELSEWHERE

    assert set(STEP_PAGES) == needed
    assert set(WAYS) == needed


@pytest.mark.parametrize("name", sorted(WAYS))
def test_the_page_of_a_step_asks_what_the_step_needs_and_takes_nothing_less(name):
    clerk = personas.secretary()
    dilemma, posted = WAYS[name](clerk)
    client = signed_in(clerk)

    page = client.get(address(dilemma, name))
    empty = client.post(address(dilemma, name), form_of(dilemma, {}))

    fields = set(re.findall(r'name="(\w+)"', page.text))
    assert set(posted) - {"text_2", "owner_2", "due_on_2", "organisation_2"} <= fields
    assert (page.status_code, empty.status_code) == (200, 422)
    assert "error-summary" in empty.text
    assert factories.fresh(dilemma).rung == dilemma.rung


@pytest.mark.parametrize("name", sorted(WAYS))
def test_posting_the_page_takes_the_step(name):
    clerk = personas.secretary()
    dilemma, posted = WAYS[name](clerk)

    answer = signed_in(clerk).post(address(dilemma, name), form_of(dilemma, posted), follow=True)

    now = factories.fresh(dilemma)
    assert answer.redirect_chain == [(f"/dilemmas/{dilemma.number}", 302)]
    assert "is gedaan." in answer.text
    assert now.rung == STEPS[name].lands_on(dilemma.rung)
    assert Event.objects.filter(subject=dilemma.key, action=f"step.{name}").count() == 1


@pytest.mark.parametrize("name", sorted(WAYS))
def test_a_double_click_takes_a_step_once_and_leads_where_the_first_click_went(name):
    clerk = personas.secretary()
    dilemma, posted = WAYS[name](clerk)
    client, sent = signed_in(clerk), form_of(dilemma, posted)

    client.post(address(dilemma, name), sent)
    again = client.post(address(dilemma, name), sent)

    assert (again.status_code, again["Location"]) == (302, f"/dilemmas/{dilemma.number}")
    assert Event.objects.filter(subject=dilemma.key, action=f"step.{name}").count() == 1


@pytest.mark.parametrize(
    "name", ["assign_working_group", "carry_over", "decline", "escalate", "extend", "return_to_platform"]
)
def test_going_back_and_sending_other_words_is_no_double_click_and_loses_nothing(name):
    clerk = personas.secretary()
    dilemma, posted = WAYS[name](clerk)
    client, sent = signed_in(clerk), form_of(dilemma, posted)
    client.post(address(dilemma, name), sent)
    changed = {field: f"{text} Bij nader inzien." for field, text in typed(posted).items()}

    again = client.post(address(dilemma, name), {**sent, **changed})

    assert changed
    assert again.status_code == 409
    assert [text for text in changed.values() if text not in again.text] == []
    assert Event.objects.filter(subject=dilemma.key, action=f"step.{name}").count() == 1


@pytest.mark.parametrize("name", sorted(WAYS))
def test_a_colleague_who_was_first_gives_a_conflict_and_nothing_typed_is_lost(name):
    clerk = personas.secretary()
    dilemma, posted = WAYS[name](clerk)
    secretariat.assign_handler(dilemma.number, handler=clerk, actor=as_actor(clerk, NOW), at=NOW, intent=Intent())
    client = signed_in(clerk)

    answer = client.post(address(dilemma, name), form_of(dilemma, posted))

    assert answer.status_code == 409
    assert "een collega was u voor" in answer.text
    assert f'name="version" value="{dilemma.version + 1}"' in answer.text
    assert [text for text in typed(posted).values() if text not in answer.text] == []
    assert factories.fresh(dilemma).rung == dilemma.rung


@pytest.mark.parametrize("name", sorted(set(WAYS) - {"extend"}))
def test_a_reader_who_may_not_take_the_step_reads_who_does_and_a_stranger_finds_no_page(name):
    clerk, stranger = personas.secretary(), signed_in(personas.person("nieuwkomer"))
    dilemma, posted = WAYS[name](clerk)
    widened(dilemma)
    client = signed_in(personas.participant())

    page = client.get(address(dilemma, name))
    sent = client.post(address(dilemma, name), form_of(factories.fresh(dilemma), posted))

    assert page.status_code == 403
    assert "Dit doet" in page.text
    assert sent.status_code in {409, 422}
    assert stranger.get(address(dilemma, name)).status_code == 404
    assert stranger.post(address(dilemma, name), form_of(dilemma, posted)).status_code == 404
    assert factories.fresh(dilemma).rung == dilemma.rung


def widened(dilemma) -> None:
    """Let everybody with an account read a dilemma, whatever it has come to."""
    type(dilemma).objects.filter(pk=dilemma.pk).update(tlp=Tlp.GREEN, admitted_at=NOW)


def test_a_step_that_does_not_lead_on_from_here_says_so():
    clerk = personas.secretary()

    answer = signed_in(clerk).get(address(at_intake(clerk), "resolve"))

    assert answer.status_code == 403
    assert "Het dilemma staat op ‘Intake’" in answer.text


def test_a_step_says_what_has_to_stand_first():
    clerk = personas.secretary()

    answer = signed_in(clerk).get(address(at_intake(clerk), "admit"))

    assert answer.status_code == 403
    assert "nog geen gedeelde versie" in answer.text


def test_placing_without_a_planned_meeting_asks_to_plan_one():
    clerk = personas.secretary()

    answer = signed_in(clerk).get(address(waiting(clerk), "place_on_agenda"))

    assert answer.status_code == 403
    assert "Plan eerst een vergadering" in answer.text


@pytest.mark.parametrize("name", ["submit", "record", "reply", "fly"])
def test_there_is_no_page_for_what_is_no_step_here(name):
    clerk = personas.secretary()

    assert signed_in(clerk).get(address(at_intake(clerk), name)).status_code == 404


def test_an_end_shows_what_the_submitter_will_read_before_it_is_taken():
    clerk = personas.secretary()
    dilemma = at_intake(clerk)
    client = signed_in(clerk)
    sent = form_of(dilemma, {"reason": "Het past niet.", "message_to_submitter": "Dit hoort bij uw gemeente."})
    del sent["confirmed"]

    look = client.post(address(dilemma, "decline"), sent)

    assert look.status_code == 200
    assert "Zo leest de inbrenger het" in look.text
    assert "<blockquote>Dit hoort bij uw gemeente.</blockquote>" in look.text
    assert factories.fresh(dilemma).rung == "intake"


def test_merging_shows_the_other_question_before_it_is_done():
    clerk = personas.secretary()
    dilemma, other = at_intake(clerk), factories.dilemma_at_intake(at=NOW, question="Moet ik wachten?")
    sent = form_of(dilemma, {"dilemma_to_join": other.number, "message_to_submitter": "Het gaat samen."})
    del sent["confirmed"]

    look = signed_in(clerk).post(address(dilemma, "merge"), sent)

    assert "Moet ik wachten?" in look.text
    assert factories.fresh(dilemma).rung == "intake"


@pytest.mark.parametrize("number", ["2020-404", "self", "ended", " "])
def test_a_dilemma_joins_only_another_one_that_is_under_way(number):
    clerk = personas.secretary()
    dilemma = at_intake(clerk)
    ended, _posted = WAYS["reopen"](clerk)
    numbers = {"self": dilemma.number, "ended": ended.number}
    posted = {"dilemma_to_join": numbers.get(number, number), "message_to_submitter": "Het gaat samen."}

    answer = signed_in(clerk).post(address(dilemma, "merge"), form_of(dilemma, posted))

    assert answer.status_code == 422
    assert factories.fresh(dilemma).rung == "intake"


def test_a_finding_of_the_text_check_stops_the_step_and_shows_where():
    clerk = personas.secretary()
    dilemma = at_intake(clerk)

    answer = signed_in(clerk).post(
        address(dilemma, "ask_submitter"), form_of(dilemma, {"question": "Bel mij op 06-12345678."})
    )

    assert answer.status_code == 422
    assert "verder-proof" in answer.text
    assert "06-12345678" in answer.text
    assert factories.fresh(dilemma).rung == "intake"


def test_a_date_that_has_passed_is_said_at_its_field():
    clerk = personas.secretary()
    dilemma = at_intake(clerk)
    posted = {"reason": "Er is meer tijd nodig.", "new_date": "2020-01-01"}

    answer = signed_in(clerk).post(address(dilemma, "extend"), form_of(dilemma, posted))

    assert answer.status_code == 422
    assert "deze datum is voorbij" in answer.text
    assert "Er is meer tijd nodig." in answer.text


def test_a_label_is_not_widened_at_admission():
    clerk = personas.secretary()
    dilemma = fit_to_admit(clerk)

    answer = signed_in(clerk).post(
        address(dilemma, "admit"), form_of(dilemma, {"tlp_label": "TLP:CLEAR", "presenter": "secretariat"})
    )

    assert answer.status_code == 422
    assert factories.fresh(dilemma).rung == "intake"


def test_a_dilemma_goes_to_a_group_that_runs_already():
    clerk = personas.secretary()
    served = in_group(clerk)
    group = served.served_by.get().group
    dilemma, _posted = WAYS["form_working_group"](clerk)

    signed_in(clerk).post(address(dilemma, "form_working_group"), form_of(dilemma, {"group": str(group.body.key)}))

    assert group.served.count() == 2


def test_one_more_promise_is_asked_without_losing_the_first():
    clerk = personas.secretary()
    dilemma = at_council(clerk)
    posted = {"rows": 1, "text_1": "De regel gaat weg.", "more": "yes"}

    answer = signed_in(clerk).post(address(dilemma, "commit"), form_of(dilemma, posted))

    assert answer.status_code == 200
    assert 'name="text_2"' in answer.text
    assert "De regel gaat weg." in answer.text
    assert 'id="error-summary"' not in answer.text


@pytest.mark.parametrize("left_out", ["text_1", "owner_1", "due_on_1", "forum_1", "due_on_2", "organisation_2"])
def test_a_promise_needs_its_words_its_owner_its_date_and_its_place(left_out):
    clerk = personas.secretary()
    dilemma, posted = WAYS["commit"](clerk)
    del posted[left_out]

    answer = signed_in(clerk).post(address(dilemma, "commit"), form_of(dilemma, posted))

    assert answer.status_code == 422
    assert f'href="#id_{left_out.replace("organisation", "forum")}"' in answer.text


def test_the_chair_of_the_platform_records_what_it_decides():
    clerk, chair = personas.secretary(), personas.platform_chair()
    dilemma = at_platform(clerk)
    posted = {"solution": "Vraag advies.", "how_spread": "In de brief.", "message_to_submitter": "Dit kunt u doen."}

    signed_in(chair).post(address(dilemma, "resolve"), form_of(dilemma, posted))

    event = Event.objects.get(subject=dilemma.key, action="step.resolve")
    assert (event.party, event.actor) == ("platform", chair.opaque_id)


def test_the_lead_of_a_group_gives_its_verdict():
    clerk, lead = personas.secretary(), personas.participant()
    dilemma = factories.in_working_group(clerk, lead=lead, at=WEEK_AGO)

    signed_in(lead).post(address(dilemma, "report_back"), form_of(dilemma, {"to_decide": "Wie betaalt dit?"}))

    assert factories.fresh(dilemma).rung == "awaiting_platform"


def test_a_decision_waits_for_the_day_of_the_meeting():
    clerk = personas.secretary()
    dilemma, _meeting = factories.at_platform(clerk, at=NOW)
    posted = {"assignment": "Zoek dit uit."}

    page = signed_in(clerk).get(address(dilemma, "assign_working_group"))
    sent = signed_in(clerk).post(address(dilemma, "assign_working_group"), form_of(dilemma, posted))

    assert "pas op de dag van de vergadering" in page.text
    assert (page.status_code, sent.status_code) == (403, 409)
    assert "Zoek dit uit." in sent.text


def test_a_step_that_a_colleague_took_cannot_be_taken_again():
    clerk = personas.secretary()
    dilemma = at_intake(clerk)
    client, sent = signed_in(clerk), form_of(dilemma, {"question": "Wie beslist hierover?"})
    client.post(address(dilemma, "ask_submitter"), form_of(dilemma, {"question": "Hoe oud is de leerling?"}))

    answer = client.post(address(dilemma, "ask_submitter"), sent)

    assert answer.status_code == 409
    assert "Nu kan het niet meer" in answer.text
    assert "Wie beslist hierover?" in answer.text
    assert ">Stel een vraag</button>" not in answer.text


def test_guidance_is_offered_as_far_as_the_submitter_may_read_it():
    clerk = personas.secretary()
    dilemma = at_intake(clerk)
    factories.published_guidance(tlp=Tlp.GREEN, at=NOW)

    answer = signed_in(clerk).get(address(dilemma, "answer"))

    assert "Delen mag vaak" not in answer.text


def test_a_meeting_that_was_cancelled_meanwhile_is_refused():
    clerk = personas.secretary()
    dilemma, posted = WAYS["place_on_agenda"](clerk)
    meeting = factories.meeting_of(BodyKind.PLATFORM, clerk, at=NOW, in_days=9)
    posted["planned_meeting"] = str(meeting.key)
    factories.agenda.close_meeting(
        meeting.key, reason=checked("Ziek."), cancelled=True, actor=as_actor(clerk, NOW), at=NOW
    )

    answer = signed_in(clerk).post(address(dilemma, "place_on_agenda"), form_of(dilemma, posted))

    assert answer.status_code == 422
    assert factories.fresh(dilemma).rung == "awaiting_platform"


def test_the_page_of_a_step_asks_the_database_a_fixed_number_of_times(django_assert_num_queries):
    clerk = personas.secretary()
    dilemma = at_intake(clerk)
    client = signed_in(clerk)

    with django_assert_num_queries(4):
        answer = client.get(address(dilemma, "ask_submitter"))

    assert answer.status_code == 200


def test_a_new_group_has_somebody_in_it():
    clerk = personas.secretary()
    dilemma, posted = WAYS["form_working_group"](clerk)
    del posted["lead"], posted["members"]

    answer = signed_in(clerk).post(address(dilemma, "form_working_group"), form_of(dilemma, posted))

    assert answer.status_code == 422
    assert "Kies ten minste één lid." in answer.text


@pytest.mark.parametrize("how_often", [1, 2])
def test_who_wants_to_invite_a_specialist_is_led_there_once_the_group_is_formed(how_often):
    clerk = personas.secretary()
    dilemma, posted = WAYS["form_working_group"](clerk)
    client, form = signed_in(clerk), form_of(dilemma, {**posted, "guest": "on"})

    answers = [client.post(address(dilemma, "form_working_group"), form) for _click in range(how_often)]

    group = WorkingGroup.objects.get()
    assert {answer["Location"] for answer in answers} == {f"/werkgroepen/{group.body.key}/specialist"}
    assert client.get(answers[0]["Location"]).status_code == 200


def test_an_administrator_is_not_seated_in_a_group():
    clerk, keeper = personas.secretary(), personas.administrator()
    dilemma, posted = WAYS["form_working_group"](clerk)

    answer = signed_in(clerk).post(
        address(dilemma, "form_working_group"), form_of(dilemma, {**posted, "members": [keeper.pk]})
    )

    assert answer.status_code == 422
    assert factories.fresh(dilemma).rung == "awaiting_working_group"
