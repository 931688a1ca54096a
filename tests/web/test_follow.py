"""The submitter's pages: how one gets in, what one sees, and what happens to what one sends."""

from __future__ import annotations

import re
import uuid
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests import factories
from tests.factories import checked, new_intent, words
from tests.personas import as_actor, participant, secretary
from tests.signing_in import sign_in, signed_in
from tests.web.filling import PHONE, answer_name, opened, put_in, text_of
from verder.audit.models import Event
from verder.deliberation.actor import Intent
from verder.deliberation.models import Dilemma, Message, Submitter
from verder.deliberation.operations import exchange, secretariat, sharing
from verder.gate.models import Count
from verder.post.models import Delivery

pytestmark = pytest.mark.django_db
ADDRESS = "inbrenger@voorbeeld.example"


def link_in_last_letter() -> str:
    found = re.search(r"/volgen/\S+", Delivery.objects.latest("pk").body)
    assert found
    return found[0]


def page_of(dilemma: Dilemma, rest: str = "") -> str:
    return f"/mijn-dilemma/{dilemma.number}{rest}"


def key() -> dict[str, str]:
    return {"request_key": str(uuid.uuid4())}


def ask(dilemma: Dilemma, clerk) -> None:
    at = timezone.now()
    exchange.ask_submitter(
        dilemma.number, question=checked("Wie beslist?"), actor=as_actor(clerk, at), at=at, intent=Intent()
    )


def offer(dilemma: Dilemma, clerk, **said: str) -> None:
    at = timezone.now()
    sharing.prepare_shared_version(
        dilemma.number, words=words(**said), actor=as_actor(clerk, at), at=at, intent=Intent()
    )


def decline(dilemma: Dilemma, clerk) -> None:
    at = timezone.now()
    secretariat.decline(
        dilemma.number,
        reason=checked("Dit is één zaak."),
        message=checked("Ga naar het Zorg- en Veiligheidshuis."),
        actor=as_actor(clerk, at),
        at=at,
        intent=Intent(),
    )


# Getting in


@pytest.mark.parametrize("write", [str, str.lower, lambda code: code.replace("-", " "), lambda code: f" {code} "])
def test_a_code_opens_the_page_however_it_is_written(client, write):
    dilemma, code = put_in(client)

    answer = client.post("/volgen", {"code": write(code)})

    assert answer["Location"] == page_of(dilemma)
    assert client.get(page_of(dilemma)).status_code == 200


def test_the_cookie_is_signed_shielded_and_over_after_a_working_day(client):
    opened(client)

    cookie = client.cookies["verder_follow"]
    assert (cookie["httponly"], cookie["samesite"], cookie["max-age"]) == (True, "Lax", 8 * 60 * 60)


def test_a_forged_cookie_opens_nothing(client):
    dilemma, _ = put_in(client)
    client.cookies["verder_follow"] = f'["{dilemma.key.hex}"]:forged:forged'

    answer = client.get(page_of(dilemma))

    assert answer["Location"] == "/volgen"


def test_five_pages_stay_open_and_the_oldest_closes(client):
    dilemmas = [opened(client) for _ in range(6)]

    answers = [client.get(page_of(dilemma)).status_code for dilemma in dilemmas]

    assert answers == [302, 200, 200, 200, 200, 200]


def test_a_wrong_code_and_no_code_are_answered_in_one_way(client):
    dilemma, _ = put_in(client)

    wrong = client.post("/volgen", {"code": "AAAA-AAAA-AAAA-AAAA"})
    number = client.post("/volgen", {"code": dilemma.number})

    assert (wrong.status_code, number.status_code) == (422, 422)
    assert "Deze code kennen wij niet." in text_of(wrong)
    assert "Deze code kennen wij niet." in text_of(number)


def test_a_number_that_exists_and_one_that_does_not_are_answered_alike(client):
    dilemma, _ = put_in(client)

    known, unknown = client.get(page_of(dilemma)), client.get("/mijn-dilemma/2026-999")

    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"]) == (302, "/volgen")


def test_after_ten_codes_one_has_to_wait_even_with_the_right_one(client):
    _, code = put_in(client)
    for _ in range(10):
        client.post("/volgen", {"code": "AAAA-AAAA-AAAA-AAAA"})

    answer = client.post("/volgen", {"code": code})

    assert answer.status_code == 429
    assert "te veel pogingen" in text_of(answer)


def test_all_visitors_together_are_limited_too(client):
    client.post("/volgen", {"code": "AAAA-AAAA-AAAA-AAAA"})
    Count.objects.filter(door="receipt-all").update(knocks=500)

    answer = client.post("/volgen", {"code": "AAAA-AAAA-AAAA-AAAA"}, REMOTE_ADDR="192.0.2.99")

    assert answer.status_code == 429


def test_opening_a_mailed_link_changes_nothing_until_the_button_is_pressed(client):
    dilemma, _ = put_in(client, email=ADDRESS)
    link = link_in_last_letter()

    shown = client.get(link)
    before = Submitter.objects.get().email_confirmed_at
    pressed = client.post(link)

    assert shown.status_code == 200
    assert before is None
    assert "Uw e-mailadres is bevestigd" in text_of(pressed)
    assert Submitter.objects.get(dilemma=dilemma).email_confirmed_at is not None


def confirmed(client: Client) -> Dilemma:
    dilemma, _ = put_in(client, email=ADDRESS)
    client.post(link_in_last_letter())
    return dilemma


def test_a_link_is_mailed_to_a_confirmed_address_and_opens_the_page():
    dilemma = confirmed(Client())
    elsewhere = Client()
    elsewhere.post("/volgen/link", {"email": ADDRESS})
    link = link_in_last_letter()

    shown, closed = elsewhere.get(link), elsewhere.get(page_of(dilemma))
    pressed = elsewhere.post(link)

    assert (shown.status_code, closed.status_code) == (200, 302)
    assert pressed["Location"] == page_of(dilemma)
    assert elsewhere.get(page_of(dilemma)).status_code == 200


def test_known_and_unknown_addresses_get_the_same_answer(client):
    confirmed(client)

    known = client.post("/volgen/link", {"email": ADDRESS})
    unknown = client.post("/volgen/link", {"email": "onbekend@voorbeeld.example"})

    assert known.content == unknown.content
    assert Delivery.objects.filter(subject="Links naar uw dilemma’s").count() == 1


def test_one_address_is_mailed_three_links_an_hour(client):
    confirmed(client)

    answers = [client.post("/volgen/link", {"email": ADDRESS}).status_code for _ in range(4)]

    assert answers == [200, 200, 200, 429]
    assert Delivery.objects.filter(subject="Links naar uw dilemma’s").count() == 3


def test_no_address_is_an_error_with_the_form_again(client):
    answer = client.post("/volgen/link", {"email": "geen adres"})

    assert answer.status_code == 422
    assert "geen adres" in answer.content.decode()


@pytest.mark.parametrize("kind", ["open", "bevestig"])
def test_a_damaged_link_says_what_to_do(client, kind):
    answer = client.get(f"/volgen/{kind}/kapot")

    assert answer.status_code == 410
    assert "Gebruik uw ontvangstcode, of vraag een nieuwe link aan." in text_of(answer)


def test_a_link_to_confirm_does_not_open_a_page(client):
    put_in(client, email=ADDRESS)

    answer = client.get(link_in_last_letter().replace("bevestig", "open"))

    assert answer.status_code == 410


def test_a_link_dies_with_the_address_it_went_to(client):
    dilemma = confirmed(client)
    client.post("/volgen/link", {"email": ADDRESS})
    link = link_in_last_letter()
    client.post(link)

    client.post(page_of(dilemma, "/adres"), {"email": "ander@voorbeeld.example", **key()})

    assert client.post(link).status_code == 410


def test_closing_forgets_every_page(client):
    dilemma = opened(client)

    client.post("/volgen/sluit")

    assert client.get(page_of(dilemma)).status_code == 302


@pytest.mark.parametrize("address", ["/volgen/link", "/mijn-dilemma/x/bericht", "/mijn-dilemma/x"])
def test_an_address_without_a_page_leads_to_the_way_in(client, address):
    answer = client.get(address)

    assert answer["Location"] == "/volgen"


def test_the_submitter_with_an_account_needs_no_code():
    client = signed_in(participant())
    dilemma, _ = put_in(client)

    answer = client.get(page_of(dilemma))

    assert answer.status_code == 200


def test_another_account_and_the_secretariat_do_not_get_the_submitters_page():
    dilemma, _ = put_in(Client())

    answers = [signed_in(person()).get(page_of(dilemma)).status_code for person in (participant, secretary)]

    assert answers == [302, 302]


# What one sees


def test_the_page_costs_few_statements(client, django_assert_num_queries):
    dilemma = opened(client)

    with django_assert_num_queries(4):
        answer = client.get(page_of(dilemma))

    assert "no-store" in answer["Cache-Control"]
    assert "Mag de school mij dit vertellen?" in text_of(answer)


@pytest.mark.parametrize("messages", [1, 3])
def test_the_page_of_a_long_journey_costs_ten_statements_at_most(client, django_assert_num_queries, messages):
    clerk, lead = secretary(), participant()
    dilemma = factories.in_working_group(clerk, lead=lead)
    for _ in range(messages):
        at = timezone.now()
        exchange.say(dilemma.number, text=checked("Iets."), actor=as_actor(clerk, at), at=at, intent=Intent())
    owner = participant()
    Submitter.objects.filter(dilemma=dilemma).update(person=owner)
    sign_in(client, owner)

    with django_assert_num_queries(9):
        answer = client.get(page_of(dilemma))

    assert text_of(answer).count("Het secretariaat schreef,") == messages


def test_a_page_can_be_closed_where_it_was_opened_and_not_where_one_is_signed_in(client):
    by_code, by_account = opened(client), signed_in(participant())
    own, _ = put_in(by_account)

    pages = text_of(client.get(page_of(by_code))), text_of(by_account.get(page_of(own)))

    assert ["Sluit op dit apparaat" in page for page in pages] == [True, False]


def test_one_reads_back_what_one_wrote(client):
    dilemma = opened(client, tried="Ik belde de school.")

    answer = client.get(page_of(dilemma))

    assert "Wat is al geprobeerd? Ik belde de school." in text_of(answer)


def test_the_name_of_the_handler_is_not_on_the_page(client):
    clerk = secretary()
    dilemma = opened(client)
    at = timezone.now()
    secretariat.assign_handler(dilemma.number, handler=clerk, actor=as_actor(clerk, at), at=at, intent=Intent())
    ask(dilemma, clerk)

    answer = client.get(page_of(dilemma))

    assert clerk.name not in text_of(answer)
    assert clerk.email not in answer.content.decode()


# Talking


def test_something_to_add_goes_to_the_secretariat(client):
    dilemma = opened(client)

    answer = client.post(page_of(dilemma, "/bericht"), {"text": "Nog iets.", **key()}, follow=True)

    assert "Uw bericht is verstuurd aan het secretariaat." in text_of(answer)
    assert "U schreef" in text_of(answer)
    assert Message.objects.get().text == "Nog iets."


def test_a_message_is_sent_once_however_often_one_clicks(client):
    dilemma = opened(client)
    form = {"text": "Nog iets.", **key()}

    answers = [client.post(page_of(dilemma, "/bericht"), form) for _ in range(2)]

    assert [answer["Location"] for answer in answers] == [page_of(dilemma, "#nu")] * 2
    assert Message.objects.count() == 1


def test_going_back_and_sending_another_message_adds_that_one_too(client):
    dilemma = opened(client)
    form = {"text": "Nog iets.", **key()}
    client.post(page_of(dilemma, "/bericht"), form)

    client.post(page_of(dilemma, "/bericht"), {**form, "text": "Toch nog iets anders."})

    assert Message.objects.count() == 2


def test_a_finding_in_a_message_stops_it_and_keeps_the_text(client):
    dilemma = opened(client)

    answer = client.post(page_of(dilemma, "/bericht"), {"text": f"Bel {PHONE}.", **key()})
    name = answer_name(answer)
    client.post(page_of(dilemma, "/bericht"), {"text": f"Bel {PHONE}.", name: "replace", **key()})

    assert answer.status_code == 422
    assert PHONE in answer.content.decode()
    assert Message.objects.get().text == "Bel het telefoonnummer."


def test_an_empty_message_is_asked_again(client):
    dilemma = opened(client)

    answer = client.post(page_of(dilemma, "/bericht"), {"text": " ", **key()})

    assert answer.status_code == 422
    assert "Schrijf eerst wat u wilt zeggen." in text_of(answer)


def test_a_question_is_answered_on_the_page(client):
    dilemma, clerk = opened(client), secretary()
    ask(dilemma, clerk)

    asked = client.get(page_of(dilemma))
    answer = client.post(page_of(dilemma, "/antwoord"), {"answer": "De school.", **key()}, follow=True)

    assert "Het secretariaat wacht op u." in text_of(asked)
    assert "Uw antwoord is verstuurd." in text_of(answer)
    assert factories.fresh(dilemma).rung == "intake"


def test_an_answer_is_sent_once(client):
    dilemma, clerk = opened(client), secretary()
    ask(dilemma, clerk)
    form = {"answer": "De school.", **key()}

    answers = [client.post(page_of(dilemma, "/antwoord"), form).status_code for _ in range(2)]

    assert answers == [302, 302]
    assert Message.objects.filter(party="submitter").count() == 1


def test_an_answer_that_comes_too_late_can_still_go_as_a_message(client):
    dilemma, clerk = opened(client), secretary()
    ask(dilemma, clerk)
    at = timezone.now()
    exchange.proceed(
        dilemma.number, reason=checked("Er kwam niets."), actor=as_actor(clerk, at), at=at, intent=Intent()
    )

    answer = client.post(page_of(dilemma, "/antwoord"), {"answer": "De school.", **key()})

    assert answer.status_code == 409
    assert "het secretariaat ging intussen verder" in text_of(answer)
    assert answer.context["say_form"]["text"].value() == "De school."
    assert not Message.objects.filter(party="submitter").exists()


def test_a_finding_in_an_answer_stops_it(client):
    dilemma, clerk = opened(client), secretary()
    ask(dilemma, clerk)

    answer = client.post(page_of(dilemma, "/antwoord"), {"answer": f"Bel {PHONE}.", **key()})

    assert answer.status_code == 422
    assert factories.fresh(dilemma).rung == "awaiting_submitter"


def test_what_was_typed_after_the_page_closed_is_given_back(client):
    dilemma = opened(client)
    client.post("/volgen/sluit")

    answer = client.post(page_of(dilemma, "/bericht"), {"text": "Een heel lang verhaal.", **key()})

    assert answer.status_code == 403
    assert "Er is niets verstuurd." in text_of(answer)
    assert "Een heel lang verhaal." in answer.content.decode()
    assert not Message.objects.exists()


def test_sixty_messages_an_hour_and_the_next_is_held_with_its_text(client):
    dilemma = opened(client)
    client.post(page_of(dilemma, "/bericht"), {"text": "Eerste.", **key()})
    Count.objects.filter(door="follow-say").update(knocks=60)

    answer = client.post(page_of(dilemma, "/bericht"), {"text": "Nog een.", **key()})

    assert answer.status_code == 429
    assert "Nog een." in answer.content.decode()


# The shared version


def test_the_shared_text_is_shown_and_agreed_to(client):
    dilemma, clerk = opened(client), secretary()
    offer(dilemma, clerk, situation="Een school heeft zorgen.")

    asked = client.get(page_of(dilemma))
    shown = client.get(page_of(dilemma, "/gedeelde-tekst"))
    version = shown.context["dilemma"].version
    answer = client.post(page_of(dilemma, "/gedeelde-tekst"), {"version": version, **key()}, follow=True)

    assert "Kijkt u even mee?" in text_of(asked)
    assert "Een school heeft zorgen." in text_of(shown)
    assert "Wij hebben genoteerd dat de tekst klopt." in text_of(answer)
    assert factories.fresh(dilemma).shared.how_seen == "on_page"


def test_one_agrees_to_the_text_one_saw_and_no_other(client):
    dilemma, clerk = opened(client), secretary()
    offer(dilemma, clerk)
    version = client.get(page_of(dilemma, "/gedeelde-tekst")).context["dilemma"].version
    offer(dilemma, clerk, situation="Iets heel anders.")

    answer = client.post(page_of(dilemma, "/gedeelde-tekst"), {"version": version, **key()})

    assert answer.status_code == 409
    assert "Er is niets vastgelegd" in text_of(answer)
    assert "Iets heel anders." in text_of(answer)
    assert factories.fresh(dilemma).shared.seen_at is None


def test_agreeing_twice_is_agreeing_once(client):
    dilemma, clerk = opened(client), secretary()
    offer(dilemma, clerk)
    form = {"version": factories.fresh(dilemma).version, **key()}

    answers = [client.post(page_of(dilemma, "/gedeelde-tekst"), form).status_code for _ in range(2)]

    assert answers == [302, 302]
    assert Event.objects.filter(action="shared_version.seen").count() == 1


def test_a_damaged_form_shows_the_shared_text_again(client):
    dilemma, clerk = opened(client), secretary()
    offer(dilemma, clerk)

    answer = client.post(page_of(dilemma, "/gedeelde-tekst"), {"version": "kapot"})

    assert answer.status_code == 200
    assert factories.fresh(dilemma).shared.seen_at is None


def test_without_a_shared_text_its_page_leads_back(client):
    dilemma = opened(client)

    answer = client.get(page_of(dilemma, "/gedeelde-tekst"))

    assert answer["Location"] == page_of(dilemma, "#nu")


# Arranging


def test_the_label_can_be_widened_by_the_submitter(client):
    dilemma = opened(client)

    answer = client.post(page_of(dilemma, "/label"), {"tlp": "TLP:CLEAR", "version": dilemma.version, **key()})

    assert answer["Location"] == page_of(dilemma, "/instellingen")
    assert factories.fresh(dilemma).tlp == "TLP:CLEAR"
    assert Event.objects.latest("pk").details == {"was": "TLP:AMBER+STRICT", "became": "TLP:CLEAR"}


def test_a_label_that_changed_meanwhile_is_shown_before_it_is_changed_again(client):
    dilemma, clerk = opened(client), secretary()
    offer(dilemma, clerk)

    answer = client.post(page_of(dilemma, "/label"), {"tlp": "TLP:CLEAR", "version": dilemma.version, **key()})

    assert answer.status_code == 409
    assert factories.fresh(dilemma).tlp == "TLP:AMBER+STRICT"


def test_a_label_that_does_not_exist_is_refused(client):
    dilemma = opened(client)

    answer = client.post(page_of(dilemma, "/label"), {"tlp": "TLP:PURPLE", "version": dilemma.version, **key()})

    assert answer.status_code == 422


@pytest.mark.parametrize(
    ("address", "form", "field", "becomes"),
    [
        ("/bekend", {"known_to": "bodies"}, "known_to", "bodies"),
        ("/berichten", {}, "wants_mail", False),
        ("/berichten", {"wants_mail": "on"}, "wants_mail", True),
        ("/adres", {"email": "nieuw@voorbeeld.example"}, "email", "nieuw@voorbeeld.example"),
        ("/adres", {"email": ""}, "email", ""),
    ],
)
def test_a_setting_is_kept(client, address, form, field, becomes):
    dilemma = opened(client)

    answer = client.post(page_of(dilemma, address), {**form, **key()})

    assert answer["Location"] == page_of(dilemma, "/instellingen")
    assert getattr(Submitter.objects.get(), field) == becomes


def test_a_setting_sent_twice_is_kept_once(client):
    dilemma = opened(client)
    form = {"known_to": "bodies", **key()}

    answers = [client.post(page_of(dilemma, "/bekend"), form).status_code for _ in range(2)]

    assert answers == [302, 302]
    assert Event.objects.filter(action="known_to.changed").count() == 1


def test_the_page_of_settings_shows_what_holds_now(client, django_assert_num_queries):
    dilemma = opened(client, email=ADDRESS, known_to="bodies")

    with django_assert_num_queries(1):
        answer = client.get(page_of(dilemma, "/instellingen"))

    assert ADDRESS in answer.content.decode()
    assert answer.context["known_form"]["known_to"].value() == "bodies"


def test_the_address_of_an_account_is_not_changed_here():
    client = signed_in(participant())
    dilemma, _ = put_in(client)

    answer = client.post(page_of(dilemma, "/adres"), {"email": "nieuw@voorbeeld.example", **key()})

    assert answer.status_code == 409
    assert "Berichten gaan naar het adres daarvan." in text_of(answer)


# Leaving


def test_a_dilemma_is_withdrawn_with_a_reason(client):
    dilemma = opened(client)
    client.get(page_of(dilemma, "/intrekken"))

    answer = client.post(
        page_of(dilemma, "/intrekken"),
        {"reason": "Het is al opgelost.", "version": dilemma.version, **key()},
        follow=True,
    )

    assert "Uw dilemma is ingetrokken." in text_of(answer)
    assert "Lees het antwoord" not in text_of(answer)
    assert factories.fresh(dilemma).rung == "withdrawn"


def test_withdrawing_twice_is_withdrawing_once(client):
    dilemma = opened(client)
    form = {"reason": "Het is al opgelost.", "version": dilemma.version, **key()}

    answers = [client.post(page_of(dilemma, "/intrekken"), form).status_code for _ in range(2)]

    assert answers == [302, 302]


def test_a_reason_is_needed_and_checked(client):
    dilemma = opened(client)

    empty = client.post(page_of(dilemma, "/intrekken"), {"reason": "", "version": dilemma.version, **key()})
    found = client.post(page_of(dilemma, "/intrekken"), {"reason": PHONE, "version": dilemma.version, **key()})

    assert (empty.status_code, found.status_code) == (422, 422)
    assert factories.fresh(dilemma).rung == "intake"


def test_withdrawing_what_changed_meanwhile_is_asked_again_with_the_reason(client):
    dilemma, clerk = opened(client), secretary()
    decline(dilemma, clerk)

    answer = client.post(page_of(dilemma, "/intrekken"), {"reason": "Toch niet.", "version": dilemma.version, **key()})

    assert answer.status_code == 409
    assert "Uw dilemma is nog niet ingetrokken" in text_of(answer)


def in_a_group(client: Client) -> Dilemma:
    owner = participant()
    dilemma = factories.in_working_group(secretary(), lead=participant(), at=timezone.now())
    Submitter.objects.filter(dilemma=dilemma).update(person=owner)
    sign_in(client, owner)
    return dilemma


def test_once_a_group_has_it_ones_own_text_can_be_removed(client):
    dilemma = in_a_group(client)

    shown = client.get(page_of(dilemma, "/intrekken"))
    answer = client.post(page_of(dilemma, "/wissen"), {"version": dilemma.version, **key()}, follow=True)

    assert "Intrekken kan niet meer" in text_of(shown)
    assert "Uw eigen tekst is verwijderd." in text_of(answer)
    assert "U liet deze tekst verwijderen." in text_of(answer)


def test_removing_twice_is_removing_once(client):
    dilemma = in_a_group(client)
    form = {"version": dilemma.version, **key()}

    answers = [client.post(page_of(dilemma, "/wissen"), form).status_code for _ in range(2)]

    assert answers == [302, 302]


def test_a_text_is_not_removed_while_the_dilemma_can_be_withdrawn(client):
    dilemma = opened(client)

    refused = client.post(page_of(dilemma, "/wissen"), {"version": dilemma.version, **key()})
    damaged = client.post(page_of(dilemma, "/wissen"), {})

    assert (refused.status_code, damaged.status_code) == (409, 200)
    assert factories.fresh(dilemma).original.question


def test_after_the_end_withdrawing_is_explained(client):
    dilemma, clerk = opened(client), secretary()
    decline(dilemma, clerk)

    answer = client.get(page_of(dilemma, "/intrekken"))

    assert "Uw dilemma is al afgerond" in text_of(answer)


def test_at_the_end_one_reads_the_answer_and_says_whether_it_helped(client):
    dilemma, clerk = opened(client), secretary()
    decline(dilemma, clerk)

    shown = client.get(page_of(dilemma))
    answer = client.post(page_of(dilemma, "/hielp"), {"helped": "no", **key()}, follow=True)

    assert "Bericht aan u Ga naar het Zorg- en Veiligheidshuis." in text_of(shown)
    assert "U liet weten: dit hielp niet." in text_of(answer)


def test_whether_it_helped_needs_a_choice(client):
    dilemma, clerk = opened(client), secretary()
    decline(dilemma, clerk)

    answer = client.post(page_of(dilemma, "/hielp"), key())

    assert answer.status_code == 422
    assert "Kies ja of nee." in text_of(answer)


def test_reopening_is_asked_by_a_message_at_the_end(client):
    dilemma, clerk = opened(client), secretary()
    decline(dilemma, clerk)

    answer = client.post(page_of(dilemma, "/bericht"), {"text": "Het speelt nog.", **key()})

    assert answer.status_code == 302
    assert Message.objects.get().text == "Het speelt nog."


def test_the_way_in_lists_what_is_open_on_this_device(client, django_assert_num_queries):
    dilemma = opened(client)

    with django_assert_num_queries(1):
        answer = client.get("/volgen")

    assert dilemma.number in text_of(answer)


def test_a_fresh_visit_of_the_way_in_asks_nothing_of_the_database(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        answer = client.get("/volgen")

    assert answer.status_code == 200


def test_a_merged_dilemma_is_followed_by_its_own_page(client):
    mine, clerk = opened(client), secretary()
    other = factories.dilemma_at_intake(question="Geheim van een ander?")
    at = timezone.now() + timedelta(seconds=1)
    secretariat.merge(
        mine.number,
        into=other.number,
        message=checked("Er loopt al zo'n dilemma."),
        actor=as_actor(clerk, at),
        at=at,
        intent=new_intent(),
    )

    answer = client.get(page_of(mine))

    assert "Samengevoegd met een ander dilemma" in text_of(answer)
    assert "Geheim van een ander?" not in text_of(answer)
