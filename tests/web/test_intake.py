"""Putting a dilemma in: what is asked, what stops it, and what answers it."""

from __future__ import annotations

import logging
import uuid
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client
from psycopg import sql

from tests.personas import participant, secretary
from tests.signing_in import signed_in
from tests.web.filling import PHONE, answer_name, code_on, filled, opened, put_in, text_of
from verder.deliberation.models import NARRATIVE_FIELDS, Dilemma, Exemption, Submitter
from verder.gate.models import Count
from verder.network.models import Theme, UrgentRoute
from verder.post.models import Delivery

pytestmark = pytest.mark.django_db
SECRET_WORD = "Zonnebloempit"


def test_the_form_asks_little_of_the_database(client, django_assert_num_queries):
    with django_assert_num_queries(2):
        answer = client.get("/inbrengen")

    assert answer.status_code == 200


def test_nothing_but_the_security_of_the_form_is_kept_in_the_browser(client):
    client.get("/inbrengen")

    assert set(client.cookies) == {"csrftoken"}


def test_urgent_routes_come_before_the_first_question(client):
    UrgentRoute.objects.create(situation="Zorgen over een kind", name="Veilig Thuis", last_checked_on="2026-11-02")

    page = client.get("/inbrengen").content.decode()

    assert page.index("geen melding") < page.index("Veilig Thuis") < page.index('name="question"')


def test_question_and_situation_are_enough(client, django_assert_num_queries):
    with django_assert_num_queries(23):
        answer = client.post("/inbrengen", filled())

    dilemma = Dilemma.objects.get()
    assert answer.status_code == 200
    assert dilemma.number in text_of(answer)
    assert dilemma.original.question == "Mag de school mij dit vertellen?"
    assert (dilemma.tlp, dilemma.submitter.channel, dilemma.submitter.email) == ("TLP:AMBER+STRICT", "form", "")


def test_everything_that_is_filled_in_is_kept_in_its_own_place(client):
    theme = Theme.objects.create(name="Uithuwelijking")
    texts = {name: f"Dit is antwoord {number}." for number, name in enumerate(NARRATIVE_FIELDS[2:], 1)}

    dilemma, _ = put_in(
        client,
        **texts,
        theme=str(theme.pk),
        presenter="participant",
        tlp="TLP:GREEN",
        role="wijkagent",
        name="Een naam",
        organisation="Een gemeente",
        email="Inbrenger@Voorbeeld.example",
        known_to="bodies",
    )

    sender = Submitter.objects.get()
    assert {name: getattr(dilemma.original, name) for name in texts} == texts
    assert (dilemma.theme, dilemma.presenter, dilemma.tlp) == (theme, "participant", "TLP:GREEN")
    assert (sender.role, sender.name, sender.organisation, sender.email, sender.known_to) == (
        "wijkagent",
        "Een naam",
        "Een gemeente",
        "inbrenger@voorbeeld.example",
        "bodies",
    )


def test_without_a_question_the_form_comes_back_and_says_so(client):
    answer = client.post("/inbrengen", filled(question=" "))

    assert answer.status_code == 422
    assert "Uw vraag – Schrijf uw vraag op." in text_of(answer)
    assert "Een leerling is al weken niet op school." in answer.content.decode()


def test_a_text_that_is_too_long_comes_back_whole(client):
    answer = client.post("/inbrengen", filled(situation="a" * 8001))

    assert answer.status_code == 422
    assert "Deze tekst heeft 8001 tekens en er passen er 8000." in text_of(answer)
    assert "a" * 8001 in answer.content.decode()


def test_a_long_text_that_just_fits_is_taken(client):
    dilemma, _ = put_in(client, situation="\r\n".join(["a" * 7999, ""]).strip() + "b")

    assert len(dilemma.original.situation) == 8000


def test_a_wrong_address_comes_back_and_nothing_else_is_lost(client):
    answer = client.post("/inbrengen", filled(email="geen-adres", tlp="TLP:RED", own_view="Ik vind dit moeilijk."))

    assert answer.status_code == 422
    assert "Ik vind dit moeilijk." in answer.content.decode()
    assert answer.context["form"]["tlp"].value() == "TLP:RED"


def rows_that_hold(text: str) -> list[str]:
    """Name the tables in which a text stands somewhere, whatever the column."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            look = sql.SQL("SELECT count(*) FROM {} AS kept WHERE kept::text ILIKE %s").format(sql.Identifier(table))
            cursor.execute(look, [f"%{text}%"])
            if cursor.fetchone()[0]:
                found.append(table)
    return found


def test_what_is_refused_is_nowhere_in_database_or_logs(client, caplog, django_capture_on_commit_callbacks):
    caplog.set_level(logging.DEBUG)
    statements: list[str] = []

    def listen(execute, statement, parameters, many, context):
        statements.append(f"{statement} {parameters}")
        return execute(statement, parameters, many, context)

    with connection.execute_wrapper(listen), django_capture_on_commit_callbacks(execute=True):
        answer = client.post("/inbrengen", filled(situation=f"{SECRET_WORD}, bel {PHONE}.", name=SECRET_WORD))

    assert answer.status_code == 422
    assert not Dilemma.objects.exists()
    assert rows_that_hold(SECRET_WORD) == rows_that_hold(PHONE) == []
    assert SECRET_WORD not in caplog.text
    assert PHONE not in caplog.text
    assert not any(SECRET_WORD in statement or PHONE in statement for statement in statements)


def test_what_is_taken_in_is_in_no_log_either(client, caplog):
    caplog.set_level(logging.INFO)

    put_in(client, situation=f"{SECRET_WORD} speelt.", email="zeker@voorbeeld.example")

    assert rows_that_hold(SECRET_WORD) == ["deliberation_original"]
    assert SECRET_WORD not in caplog.text
    assert "zeker@voorbeeld.example" not in caplog.text


def test_findings_are_shown_with_why_and_what_to_write_instead(client):
    answer = client.post("/inbrengen", filled(situation=f"Bel {PHONE}.", tried="Ik mailde naar iemand@voorbeeld.nl."))

    words = text_of(answer)
    assert "Wat speelt er? – er is 1 plek om naar te kijken" in words
    assert "Dit is een telefoonnummer. Daarmee is iemand te vinden." in words
    assert "Vervang door het e-mailadres" in words


def test_a_citizen_service_number_cannot_be_kept(client):
    answer = client.post("/inbrengen", filled(situation="Zijn nummer is 111222333."))

    assert "Dit kan nooit blijven staan." in text_of(answer)
    assert 'value="keep"' not in answer.content.decode()


def test_one_finding_replaced_and_one_explained_lets_the_dilemma_in(client):
    form = filled(situation=f"Bel {PHONE}.", tried="Ik mailde naar iemand@voorbeeld.nl.")
    first = client.post("/inbrengen", form)
    phone, mail = answer_name(first, 1), answer_name(first, 2)

    client.post(
        "/inbrengen", {**form, phone: "replace", mail: "keep", f"{mail}-reason": "Openbaar adres van een dienst"}
    )

    dilemma = Dilemma.objects.get()
    assert dilemma.original.situation == "Bel het telefoonnummer."
    assert dilemma.original.tried == "Ik mailde naar iemand@voorbeeld.nl."
    assert [(kept.field, kept.label, kept.reason) for kept in Exemption.objects.all()] == [
        ("tried", "EMAIL", "Openbaar adres van een dienst")
    ]
    dossier = signed_in(secretary()).get(f"/dilemmas/{dilemma.number}").content.decode()
    assert "Openbaar adres van een dienst" in dossier


def test_a_double_click_gives_the_same_receipt_and_one_dilemma(client):
    form = filled()

    first, second = client.post("/inbrengen", form), client.post("/inbrengen", form)

    assert code_on(first) == code_on(second)
    assert Dilemma.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_clicks_at_the_same_moment_give_the_same_receipt_and_one_dilemma():
    form = filled()

    def click(_: int) -> str:
        try:
            return code_on(Client().post("/inbrengen", form))
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        codes = set(pool.map(click, range(4)))

    assert len(codes) == 1
    assert Dilemma.objects.count() == 1


def test_a_form_that_was_changed_after_it_went_out_is_not_lost(client):
    form = filled()
    client.post("/inbrengen", form)

    answer = client.post("/inbrengen", {**form, "situation": "Iets heel anders."})
    again = client.post("/inbrengen", {**form, "situation": "Iets heel anders.", "request_key": key_on(answer)})

    assert answer.status_code == 409
    assert "Er is nog geen nieuw dilemma ingebracht" in text_of(answer)
    assert "Iets heel anders." in answer.content.decode()
    assert again.status_code == 200
    assert Dilemma.objects.count() == 2


def key_on(answer) -> str:
    key = answer.context["form"]["request_key"].value()
    assert str(uuid.UUID(str(key))) in answer.content.decode()
    return str(key)


def test_every_form_has_a_key_of_its_own(client):
    first, second = client.get("/inbrengen"), client.get("/inbrengen")

    assert key_on(first) != key_on(second)


def test_the_receipt_says_what_happens_next_and_is_never_cached(client):
    answer = client.post("/inbrengen", filled(email="inbrenger@voorbeeld.example"))

    assert "no-store" in answer["Cache-Control"]
    assert "U bevestigt uw e-mailadres" in text_of(answer)
    assert "Uiterlijk" in text_of(answer)
    assert Delivery.objects.get().recipient == "inbrenger@voorbeeld.example"


def test_without_an_address_the_receipt_says_to_look_oneself(client):
    answer = client.post("/inbrengen", filled())

    assert "Kijk dus zelf op uw pagina." in text_of(answer)
    assert not Delivery.objects.exists()


def test_what_to_do_when_the_code_is_lost_is_said_before(client):
    words = text_of(client.get("/inbrengen"))

    assert "Zonder e-mailadres kunnen wij u de code niet opnieuw geven" in words
    assert "anoniem" not in words.lower()


def test_ten_dilemmas_an_hour_and_the_eleventh_comes_back_filled(client):
    for _ in range(10):
        put_in(client)

    answer = client.post("/inbrengen", filled(own_view="Dit blijft staan."))

    assert answer.status_code == 429
    assert "Dit blijft staan." in answer.content.decode()
    assert Dilemma.objects.count() == 10


def test_attempts_with_findings_do_not_count_as_dilemmas(client):
    for _ in range(15):
        client.post("/inbrengen", filled(situation=f"Bel {PHONE}."))

    answer = client.post("/inbrengen", filled())

    assert answer.status_code == 200
    assert {count.door for count in Count.objects.all()} == {"intake", "intake-try"}


@pytest.mark.parametrize("field", ["name", "organisation"])
def test_where_a_name_is_asked_a_number_is_refused(client, field):
    answer = client.post("/inbrengen", filled(**{field: f"Iemand, {PHONE}"}))

    assert answer.status_code == 422
    assert "Hier staat meer dan een naam: telefoonnummer." in text_of(answer)


def test_a_form_without_its_security_token_gives_back_what_was_typed():
    visitor = Client(enforce_csrf_checks=True)

    answer = visitor.post("/inbrengen", filled(situation="Een lang verhaal over wat er speelt."))

    assert answer.status_code == 403
    assert "Een lang verhaal over wat er speelt." in answer.content.decode()
    assert not Dilemma.objects.exists()


def test_who_was_logged_out_meanwhile_hears_so_before_anything_goes_in(client):
    form = filled(as_account="True", situation="Een lang verhaal.")

    answer = client.post("/inbrengen", form)
    del form["as_account"]
    again = client.post("/inbrengen", form)

    assert answer.status_code == 409
    assert "u bent intussen uitgelogd" in text_of(answer)
    assert "Een lang verhaal." in answer.content.decode()
    assert again.status_code == 200


def test_a_participant_puts_a_dilemma_in_under_their_account():
    someone = participant()
    client = signed_in(someone)
    form = client.get("/inbrengen").content.decode()

    dilemma, _ = put_in(client, role="beleidsambtenaar", as_account="True")

    assert 'name="email"' not in form
    assert (dilemma.submitter.person, dilemma.submitter.channel) == (someone, "account")
    assert dilemma.submitter.email_confirmed_at is not None


def test_what_one_put_in_is_listed_newest_first(django_assert_num_queries):
    client = signed_in(participant())
    for number in range(3):
        put_in(client, question=f"Mag dit nummer {number}?")

    with django_assert_num_queries(4):
        words = text_of(client.get("/mijn-dilemmas"))

    assert words.index("Mag dit nummer 2?") < words.index("Mag dit nummer 0?")


def test_a_long_list_is_turned_page_by_page():
    client = signed_in(participant())
    Count.objects.all().delete()
    for number in range(21):
        put_in(client, question=f"Mag dit nummer {number}?")
        Count.objects.all().delete()

    first = client.get("/mijn-dilemmas")
    second = client.get(f"/mijn-dilemmas{first.context['next']}")

    assert "Mag dit nummer 0?" not in text_of(first)
    assert "Mag dit nummer 0?" in text_of(second)


def test_the_list_of_somebody_else_is_empty():
    put_in(signed_in(participant()))

    words = text_of(signed_in(participant()).get("/mijn-dilemmas"))

    assert "U bracht met dit account nog niets in." in words


def test_the_secretariat_records_for_a_caller_and_reads_the_code_out():
    client = signed_in(secretary())

    answer = client.post("/dilemmas/nieuw", filled(email="beller@voorbeeld.example"))

    dilemma = Dilemma.objects.get()
    assert "Lees deze code voor" in text_of(answer)
    assert code_on(answer)
    assert (dilemma.submitter.channel, dilemma.submitter.person) == ("caller", None)


@pytest.mark.parametrize("persona", [None, participant])
def test_nobody_else_records_for_a_caller(client, persona):
    visitor = signed_in(persona()) if persona else client

    answer = visitor.post("/dilemmas/nieuw", filled())

    assert answer.status_code == (404 if persona else 302)
    assert not Dilemma.objects.exists()


def test_findings_stop_a_recorded_dilemma_too():
    answer = signed_in(secretary()).post("/dilemmas/nieuw", filled(situation=f"Bel {PHONE}."))

    assert answer.status_code == 422
    assert not Dilemma.objects.exists()


def test_the_code_of_the_receipt_opens_the_page(client):
    dilemma = opened(client)

    answer = client.get(f"/mijn-dilemma/{dilemma.number}")

    assert answer.status_code == 200


def test_no_field_asks_about_a_person_that_it_is_about(client):
    fields = set(client.get("/inbrengen").context["form"].fields)

    assert not fields & {"gender", "age", "ethnicity", "nationality", "religion", "birth_date"}
    assert apps.is_installed("verder.deliberation")
