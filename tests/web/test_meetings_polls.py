"""The pages of a poll for a date and of a series."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.formats import date_format

from tests.deliberation.calling import ballot_path, letters_about
from tests.factories import body_of
from tests.personas import participant, platform_chair, secretary
from tests.signing_in import signed_in
from verder.deliberation.models import Ballot, DatePoll, Meeting
from verder.network.models import BodyKind

pytestmark = pytest.mark.django_db
NOW = timezone.now()
TODAY = timezone.localdate(NOW)


def in_days(days: int) -> str:
    return (TODAY + timedelta(days=days)).isoformat()


def asked(**values: object) -> dict[str, object]:
    body = str(body_of(BodyKind.PLATFORM).key)
    dates = {"day_1": in_days(20), "from_1": "10:00", "to_1": "12:00", "day_2": in_days(21), "from_2": "13:00"}
    rest = {"way": "in_person", "place": "Utrecht", "closes_on": in_days(7), "request_key": str(uuid.uuid4())}
    return {"body": body, **dates, "day_3": in_days(22), **rest, **values}


def opened(clerk) -> DatePoll:
    signed_in(clerk).post("/vergaderingen/datumprikker", asked())
    return DatePoll.objects.get()


def suits(poll: DatePoll, *words: str) -> dict[str, str]:
    return {f"option_{option.pk}": word for option, word in zip(poll.options.all(), words, strict=True)}


def press(poll: DatePoll, **values: object) -> dict[str, object]:
    return {"request_key": str(uuid.uuid4()), "version": poll.version, **values}


def test_a_poll_asks_each_member_and_hours_left_out_are_those_of_the_first_date():
    clerk, member = secretary(), participant()

    poll = opened(clerk)

    hours = [
        (timezone.localtime(option.starts_at).hour, timezone.localtime(option.ends_at).hour)
        for option in poll.options.all()
    ]
    assert hours == [(10, 12), (13, 15), (10, 12)]
    assert [letter.subject for letter in letters_about(member.email)] == ["Wanneer kunt u vergaderen?"]
    assert "Datumprikker: platform" in signed_in(member).get("/vergaderingen").text


def test_a_poll_with_dates_before_it_closes_is_refused_with_everything_typed():
    participant()

    answer = signed_in(secretary()).post("/vergaderingen/datumprikker", asked(day_2=in_days(3), place="Zaal 4"))

    assert answer.status_code == 409
    assert "minstens twee verschillende datums" in answer.text
    assert 'value="Zaal 4"' in answer.text


def test_opening_the_link_changes_nothing_and_an_answer_can_be_changed(client):
    clerk, _member = secretary(), participant()
    poll = opened(clerk)
    path = ballot_path(Ballot.objects.get())

    client.get(path)
    untouched = Ballot.objects.get().answered_at
    half = client.post(path, {})
    client.post(path, suits(poll, "yes", "no", "if_needed"))
    client.post(path, suits(poll, "no", "yes", "if_needed"))

    assert untouched is None
    assert half.status_code == 422
    assert [answer.suits for answer in Ballot.objects.get().answers.order_by("option")] == ["no", "yes", "if_needed"]
    assert "U kunt het nog veranderen" in client.get(path).text


def test_a_link_ends_with_its_poll(client):
    clerk, member = secretary(), participant()
    poll = opened(clerk)
    signed_in(clerk).post(f"/vergaderingen/datumprikker/{poll.key}/sluit", press(poll))

    closed = client.post(ballot_path(Ballot.objects.get()), suits(poll, "yes", "yes", "yes"))

    assert closed.status_code == client.get("/datumprikker/verzonnen").status_code == 410
    assert "Deze datumprikker is gesloten" in closed.text
    assert "gesloten, zonder datum" in signed_in(member).get(f"/vergaderingen/datumprikker/{poll.key}").text


def test_the_link_of_a_poll_tells_which_date_it_became(client):
    clerk, _member = secretary(), participant()
    poll = opened(clerk)
    path, option = ballot_path(Ballot.objects.get()), poll.options.first()
    signed_in(clerk).post(f"/vergaderingen/datumprikker/{poll.key}/kies", press(poll, option=option.pk))

    over = client.get(path)

    day = date_format(timezone.localtime(option.starts_at), "l j F Y, H.i")
    assert over.status_code == 410
    assert f"Het werd {day} uur." in over.text


def test_no_date_is_called_the_best_as_long_as_another_suits_as_well():
    clerk, member = secretary(), participant()
    poll = opened(clerk)

    signed_in(member).post(f"/vergaderingen/datumprikker/{poll.key}/antwoord", suits(poll, "yes", "yes", "no"))

    page = signed_in(clerk).get(f"/vergaderingen/datumprikker/{poll.key}").text
    assert page.count("Past even goed als een andere datum") == 2
    assert "Past het best" not in page


def test_a_member_answers_signed_in_and_reads_counts_where_the_chair_reads_names():
    clerk, chair, member = secretary(), platform_chair(), participant()
    poll = opened(clerk)
    address = f"/vergaderingen/datumprikker/{poll.key}"

    before = signed_in(member).get(address).text
    signed_in(member).post(f"{address}/antwoord", suits(poll, "yes", "if_needed", "no"))
    page, of_chair = signed_in(member).get(address).text, signed_in(chair).get(address).text

    assert "U hebt nog niet geantwoord." in before
    assert "U hebt geantwoord." in page
    assert "1 van 2" in page
    assert "Past het best" in page
    assert "Kies<" not in page
    assert of_chair.count(member.name) == 3
    assert signed_in(clerk).get(f"{address}/antwoord").status_code == 404
    assert signed_in(participant()).get(f"/vergaderingen/datumprikker/{uuid.uuid4()}").status_code == 404


def test_choosing_a_date_plans_the_meeting_and_a_second_press_changes_nothing():
    clerk, member = secretary(), participant()
    poll = opened(clerk)
    address, sent = f"/vergaderingen/datumprikker/{poll.key}", press(poll, option=poll.options.all()[1].pk)
    client = signed_in(clerk)

    hidden = signed_in(member).post(f"{address}/kies", sent).status_code
    missing = client.post(f"{address}/kies", press(poll, option=0)).status_code
    first, second = client.post(f"{address}/kies", sent), client.post(f"{address}/kies", sent)
    late = client.post(f"{address}/kies", press(poll, option=poll.options.all()[0].pk), follow=True)

    assert (hidden, missing) == (404, 404)
    assert first["Location"] == f"/vergaderingen/{Meeting.objects.get().key}"
    assert second["Location"] == address
    assert "deze datumprikker is gesloten" in late.text
    assert "De datum is gekozen" in client.get(address).text
    assert client.post(f"{address}/kies", {}).status_code == 404


def test_who_did_not_answer_is_reminded_with_one_press():
    clerk, member = secretary(), participant()
    poll, client = opened(clerk), signed_in(clerk)

    client.post(f"/vergaderingen/datumprikker/{poll.key}/herinner", press(poll))

    assert len(letters_about(member.email)) == 2
    assert client.post(f"/vergaderingen/datumprikker/{poll.key}/herinner", {}).status_code == 404


def series(**values: object) -> dict[str, object]:
    plan = {"way": "in_person", "day": "2099-01-01", "hour": "10:00", "place": "Utrecht"}
    rest = {"every": 3, "unit": "months", "times": 3, "request_key": str(uuid.uuid4())}
    return {"body": str(body_of(BodyKind.PLATFORM).key), **plan, **rest, **values}


def test_the_days_of_a_series_are_shown_first_and_made_when_one_agrees():
    client = signed_in(secretary())

    shown = client.post("/vergaderingen/reeks", series())
    in_writing = client.post("/vergaderingen/reeks", series(way="in_writing", hour="", place=""))
    nothing_yet = Meeting.objects.count()
    sent = series(make="ja", days=["2099-04-02", "2099-07-02"])
    made, again = client.post("/vergaderingen/reeks", sent), client.post("/vergaderingen/reeks", sent)

    assert "donderdag 1 januari 2099 (feestdag)" in shown.text
    assert "donderdag 2 april 2099" in shown.text
    assert f"{body_of(BodyKind.PLATFORM).name}, 10.00–12.00 uur, Utrecht" in shown.text
    assert f"{body_of(BodyKind.PLATFORM).name}, schriftelijk" in in_writing.text
    assert nothing_yet == 0
    assert made["Location"] == again["Location"] == "/vergaderingen"
    assert [timezone.localdate(meeting.starts_at).month for meeting in Meeting.objects.all()] == [4, 7]


def test_a_series_without_days_or_with_one_that_is_over_is_refused():
    client = signed_in(secretary())

    empty = client.post("/vergaderingen/reeks", series(make="ja"))
    wrong = client.post("/vergaderingen/reeks", series(times=""))
    over = client.post(
        "/vergaderingen/reeks", series(day="2020-01-04", unit="weeks", make="ja", days=["2020-01-04", "2020-01-25"])
    )

    assert (empty.status_code, wrong.status_code, over.status_code) == (422, 422, 409)
    assert "Kies minstens één datum" in empty.text
    assert "zaterdag 4 januari 2020 (weekend)" in over.text
    assert client.get("/vergaderingen/reeks").status_code == 200
    assert not Meeting.objects.exists()
