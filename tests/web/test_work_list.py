"""The list of dilemmas: only what one may read, narrowed as one asks, a page at a time."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from tests import factories, personas
from tests.personas import as_actor
from tests.signing_in import signed_in
from verder.deliberation.actor import Intent
from verder.deliberation.models import Dilemma
from verder.deliberation.operations import secretariat
from verder.deliberation.queries import listing
from verder.domain.tlp import Tlp
from verder.network.models import Theme

pytestmark = pytest.mark.django_db
NOW = timezone.now()


def questions(answer) -> list[str]:
    """Return the questions on a page, in their order."""
    return re.findall(r'class="verder-quiet-link" href="[^"]*">([^<]*)<', answer.text)


def declined(dilemma: Dilemma, by) -> Dilemma:
    """End a dilemma at intake."""
    secretariat.decline(
        dilemma.number,
        reason=factories.checked("Past niet."),
        message=factories.checked("Dit past hier niet."),
        actor=as_actor(by, NOW),
        at=NOW,
        intent=Intent(),
    )
    return factories.fresh(dilemma)


def test_an_outsider_is_asked_to_log_in(client):
    assert client.get("/dilemmas")["Location"].startswith("/inloggen")


def test_an_administrator_sees_no_content_and_goes_to_the_office():
    assert "beheer" in signed_in(personas.administrator()).get("/dilemmas")["Location"]


def test_the_list_goes_by_date_and_leaves_out_what_has_ended():
    clerk = personas.secretary()
    factories.dilemma_at_intake(at=NOW, question="Later?")
    factories.dilemma_at_intake(at=NOW - timedelta(days=90), question="Eerder?")
    declined(factories.dilemma_at_intake(at=NOW, question="Geëindigd?"), clerk)

    answer = signed_in(clerk).get("/dilemmas")

    assert questions(answer) == ["Eerder?", "Later?"]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("?halte=intake", ["Laat?", "Nieuw?"]),
        ("?halte=awaiting_platform", ["Mag ik dit delen?"]),
        ("?halte=declined", ["Geëindigd?"]),
        ("?halte=klaar", ["Geëindigd?"]),
        ("?halte=alles", ["Geëindigd?", "Mag ik dit delen?", "Laat?", "Nieuw?"]),
        ("?laat=ja", ["Laat?"]),
        ("?behandelaar=ik", ["Nieuw?"]),
        ("?halte=intake&behandelaar=niemand", ["Laat?"]),
        ("?label=TLP:GREEN", ["Mag ik dit delen?"]),
        ("?halte=onzin", ["Laat?", "Nieuw?", "Mag ik dit delen?"]),
        ("?na=onzin", ["Laat?", "Nieuw?", "Mag ik dit delen?"]),
    ],
)
def test_the_list_is_narrowed_by_the_address(address, expected):
    clerk = personas.secretary()
    new = factories.dilemma_at_intake(at=NOW, question="Nieuw?")
    secretariat.assign_handler(new.number, handler=clerk, actor=as_actor(clerk, NOW), at=NOW, intent=Intent())
    factories.dilemma_at_intake(at=NOW - timedelta(days=90), question="Laat?")
    factories.admitted(factories.dilemma_at_intake(at=NOW, tlp=Tlp.GREEN), clerk, at=NOW)
    declined(factories.dilemma_at_intake(at=NOW, question="Geëindigd?"), clerk)

    answer = signed_in(clerk).get(f"/dilemmas{address}")

    assert questions(answer) == expected


def test_the_list_is_narrowed_to_a_theme_and_to_one_colleague():
    clerk, colleague = personas.secretary(), personas.secretary()
    theme = Theme.objects.create(name="uithuwelijking")
    mine, other = (factories.dilemma_at_intake(at=NOW, question=question) for question in ("Een?", "Twee?"))
    actor = as_actor(clerk, NOW)
    secretariat.set_theme(mine.number, theme=theme.pk, actor=actor, at=NOW, intent=Intent())
    secretariat.assign_handler(other.number, handler=colleague, actor=actor, at=NOW, intent=Intent())
    client = signed_in(clerk)

    assert questions(client.get(f"/dilemmas?thema={theme.pk}")) == ["Een?"]
    assert questions(client.get(f"/dilemmas?behandelaar={colleague.pk}")) == ["Twee?"]


def test_a_participant_reads_the_shared_words_of_what_is_shared_and_nothing_else():
    clerk, participant = personas.secretary(), personas.participant()
    factories.dilemma_at_intake(at=NOW, question="Geheim?", tlp=Tlp.GREEN)
    factories.admitted(factories.dilemma_at_intake(at=NOW, question="Eigen woorden?", tlp=Tlp.GREEN), clerk, at=NOW)

    answer = signed_in(participant).get("/dilemmas?halte=alles")

    assert questions(answer) == ["Mag ik dit delen?"]
    assert 'name="behandelaar"' not in answer.text


def test_a_number_leads_straight_to_its_dossier():
    clerk = personas.secretary()
    dilemma = factories.dilemma_at_intake(at=NOW)

    answer = signed_in(clerk).get("/dilemmas", {"nummer": f" {dilemma.number} "})

    assert answer["Location"] == f"/dilemmas/{dilemma.number}"


def test_a_number_that_one_may_not_read_does_not_exist():
    dilemma = factories.dilemma_at_intake(at=NOW)

    answer = signed_in(personas.participant()).get("/dilemmas", {"nummer": dilemma.number})

    assert answer.status_code == 200
    assert f"geen dilemma met nummer {dilemma.number}" in answer.text


@pytest.mark.parametrize("address", ["/dilemmas?halte=intake", "/dilemmas?halte=alles"])
def test_the_pages_of_a_long_list_follow_each_other_both_ways(monkeypatch, address):
    monkeypatch.setattr(listing, "SIZE", 2)
    clerk = personas.secretary()
    for number in range(5):
        factories.dilemma_at_intake(at=NOW, question=f"Vraag {number}?")
    client = signed_in(clerk)
    first = client.get(address)
    second = client.get(turned(first, "Volgende"))
    third = client.get(turned(second, "Volgende"))
    back = client.get(turned(third, "Vorige"))
    begin = client.get(turned(back, "Vorige"))

    everything = sorted(f"Vraag {number}?" for number in range(5))
    assert sorted(questions(first) + questions(second) + questions(third)) == everything
    assert questions(back) == questions(second)
    assert questions(begin) == questions(first)
    assert (turned(third, "Volgende"), turned(begin, "Vorige")) == ("", "")


def turned(answer, way: str) -> str:
    """Return the address of the next or previous page; empty when the list ends."""
    found = re.search(rf'<a href="([^"]*)" rel="\w+">(?:<span[^>]*>← </span>)?{way}', answer.text)
    return found[1].replace("&amp;", "&") if found else ""


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_of_the_secretariat_asks_the_database_as_much_for_three_as_for_one(number, django_assert_num_queries):
    clerk = personas.secretary()
    for _each in range(number):
        factories.dilemma_at_intake(at=NOW)
    client = signed_in(clerk)

    with django_assert_num_queries(6):
        answer = client.get("/dilemmas")

    assert len(questions(answer)) == number


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_of_a_participant_asks_the_database_as_much_for_three_as_for_one(number, django_assert_num_queries):
    clerk = personas.secretary()
    participant = personas.participant(organisation=personas.organisation())
    for _each in range(number):
        factories.at_platform(clerk, at=NOW)
    client = signed_in(participant)

    with django_assert_num_queries(6):
        answer = client.get("/dilemmas")

    assert len(questions(answer)) == number
