"""The pieces that pages are made of."""

from __future__ import annotations

from datetime import date

import pytest
from django import forms
from django.template import Context, Template
from django.template.loader import render_to_string
from django.utils import timezone

from tests.personas import administrator, participant, secretary, specialist
from tests.web.showcase.examples import ended, stations
from verder.domain.ladder import LADDER
from verder.domain.rungs import Party, Rung
from verder.domain.tlp import Tlp
from verder.network.models import Body, BodyKind
from verder.network.standing import Standing, standing_of
from verder.textcheck.check import check
from verder.textcheck.labels import Label
from verder.web.components import Part, Stop
from verder.web.navigation import menu
from verder.web.proof import KINDS, name_of, proof, settle
from verder.web.words import PARTY_WORDS, RUNG_WORDS, WAY_WORDS, ways_from

TEXT = "Bel 06-12345678 of mail a@voorbeeld.nl."
WITH_ACCOUNT_NUMBER = "Het geld gaat naar NL91ABNA0417164300."


class AskForm(forms.Form):
    role = forms.CharField(label="Uw rol", help_text="Bijvoorbeeld: wijkagent.")
    more = forms.CharField(label="Meer", required=False)
    label = forms.ChoiceField(label="Label", choices=[("a", "A")], widget=forms.RadioSelect)
    sure = forms.BooleanField(label="Nagelezen")
    key = forms.CharField(widget=forms.HiddenInput)


def draw(source: str, **context: object) -> str:
    return Template("{% load verder %}" + source).render(Context(context))


def findings_in(text: str):
    return check(text, allowed=frozenset())


@pytest.mark.parametrize("label", Tlp)
def test_a_tlp_label_is_written_as_first_prescribes(label):
    drawn = draw("{% tlp label %}", label=label)

    assert f">{label.value}</span>" in drawn


@pytest.mark.parametrize(
    ("rung", "halt"),
    [(Rung.INTAKE, 1), (Rung.AWAITING_PLATFORM, 2), (Rung.COUNCIL, 4), (Rung.FOLLOW_UP, 5), (Rung.UNSOLVED, 6)],
)
def test_a_mini_journey_says_how_far_in_words_too(rung, halt):
    drawn = draw("{% mini_journey rung %}", rung=rung)

    assert f'aria-label="Halte {halt} van 6"' in drawn
    assert drawn.count("<circle") == 6
    assert drawn.count('class="now"') == 1


def test_a_journey_says_each_state_in_words_and_marks_one_present():
    drawn = render_to_string("web/ui/journey.html", {"stations": stations()})

    assert drawn.count('aria-current="step"') == 1
    assert drawn.count("Geweest:") == 2
    assert drawn.count("Hierna:") == 1
    assert '<time class="verder-when" datetime="2026-09-03">3 september 2026</time>' in drawn
    assert "8 tot 10 september" in drawn
    assert "Een werkgroep zoekt het verder uit" in drawn
    assert "verder-message--own" in drawn


def test_a_journey_that_is_over_is_now_at_its_end():
    drawn = render_to_string("web/ui/journey.html", {"stations": ended(), "row": True})

    assert '<li class="is-end" id="nu" aria-current="step">' in drawn
    assert "verder-journey--row" in drawn


def test_a_station_can_show_a_template_of_its_page():
    one = stations()[0]
    with_template = type(one)(one.state, one.title, template="web/ui/pagination.html")

    drawn = render_to_string("web/ui/journey.html", {"stations": [with_template], "next": "?na=2"})

    assert 'href="?na=2" rel="next"' in drawn


def test_a_form_ties_help_and_errors_to_their_fields():
    drawn = str(AskForm({}))

    assert 'aria-describedby="id_role_helptext id_role_error"' in drawn
    assert 'id="id_role_helptext"' in drawn
    assert 'id="id_role_error"' in drawn
    assert "(hoeft niet)" in drawn
    assert "<fieldset" in drawn
    assert '<input type="hidden" name="key"' in drawn


def test_an_error_summary_links_to_every_field_that_has_one():
    drawn = render_to_string("web/ui/error_summary.html", {"form": AskForm({"more": "x"})})

    assert 'href="#id_role"' in drawn
    assert 'href="#id_label"' in drawn
    assert 'href="#id_more"' not in drawn
    assert 'tabindex="-1"' in drawn


def test_an_error_summary_tells_a_refusal_and_counts_findings():
    proofs = [proof("situation", "Situatie", TEXT, findings_in(TEXT), {})]

    drawn = render_to_string("web/ui/error_summary.html", {"refusal": "Een collega was u voor.", "proofs": proofs})

    assert "Dit is niet gelukt" in drawn
    assert "Een collega was u voor." in drawn
    assert "Situatie – er zijn 2 plekken om naar te kijken" in drawn


def test_an_error_summary_shows_nothing_when_nothing_is_wrong():
    drawn = render_to_string("web/ui/error_summary.html", {"form": AskForm()})

    assert drawn.strip() == ""


def test_a_filter_shows_counts_and_what_is_late():
    stops = [Stop("Intake", "?rung=intake", "6", late=1), Stop("Alles", "?", "99+", is_current=True)]

    drawn = render_to_string("web/ui/station_filter.html", {"stops": stops, "title": "Toon per halte"})

    assert "1 te laat" in drawn
    assert 'class="is-long">99+' in drawn
    assert drawn.count('aria-current="true"') == 1


def test_contents_say_in_words_what_is_filled_and_what_is_wrong():
    parts = [Part("Vraag", "a", is_filled=True), Part("Situatie", "b", is_wrong=True)]

    drawn = render_to_string("web/ui/contents.html", {"parts": parts})

    assert "ingevuld" in drawn
    assert "Kijk hier naar" in drawn


def test_pagination_shows_nothing_on_an_only_page():
    drawn = render_to_string("web/ui/pagination.html", {"previous": "", "next": ""})

    assert drawn.strip() == ""


def test_a_proof_marks_each_finding_once_and_proposes_a_replacement():
    drawn = render_to_string(
        "web/ui/proof.html", {"proof": proof("situation", "Situatie", TEXT, findings_in(TEXT), {})}
    )

    assert drawn.count("<mark>") == 2
    assert drawn.count('value="replace" checked') == 2
    assert "Dit is er geen" in drawn


def test_a_proven_number_can_only_be_replaced():
    made = proof("situation", "Situatie", WITH_ACCOUNT_NUMBER, findings_in(WITH_ACCOUNT_NUMBER), {})

    drawn = render_to_string("web/ui/proof.html", {"proof": made})

    assert 'value="keep"' not in drawn
    assert "Dit kan nooit blijven staan." in drawn


def test_words_that_stay_need_a_reason():
    findings = findings_in(TEXT)
    answers = {name_of("situation", TEXT, findings[0]): "keep"}

    drawn = render_to_string("web/ui/proof.html", {"proof": proof("situation", "Situatie", TEXT, findings, answers)})

    assert drawn.count('aria-invalid="true"') == 1
    assert "Schrijf op waarom dit mag blijven staan" in drawn


def test_settling_replaces_what_the_writer_lets_go_and_keeps_what_has_a_reason():
    findings = findings_in(TEXT)
    telephone, address = (name_of("situation", TEXT, finding) for finding in findings)
    answers = {telephone: "replace", address: "keep", f"{address}-reason": "Dit is een voorbeeld."}

    settled = settle("situation", TEXT, findings, answers)

    assert settled.text == "Bel het telefoonnummer of mail a@voorbeeld.nl."
    assert [(one.label, one.surface, one.reason) for one in settled.dismissals] == [
        (Label.EMAIL, "a@voorbeeld.nl", "Dit is een voorbeeld.")
    ]


def test_an_answer_stays_with_its_finding_when_the_text_around_it_changes():
    longer = f"Let op. {TEXT}"

    before = [name_of("situation", TEXT, finding) for finding in findings_in(TEXT)]
    after = [name_of("situation", longer, finding) for finding in findings_in(longer)]

    assert before == after


def test_every_kind_of_finding_has_a_name_on_screen():
    assert set(KINDS) == set(Label)


def test_every_rung_party_and_step_has_words():
    assert set(RUNG_WORDS) == set(Rung)
    assert set(PARTY_WORDS) == set(Party)
    assert set(WAY_WORDS) == {step.name for step in LADDER}


def test_what_may_come_leaves_out_what_seldom_happens():
    titles = [str(way.title) for way in ways_from(Rung.PLATFORM)]

    assert "Het Platform vindt een oplossing" in titles
    assert "U trekt uw dilemma in" not in titles


def titles_for(visitor: Standing) -> set[str]:
    return {str(item.title) for item in menu(visitor, "home")}


def standing_today(person) -> Standing:
    return standing_of(person, timezone.localdate())


def test_an_outsider_sees_the_public_menu_only():
    titles = titles_for(Standing())

    assert {"Dilemma inbrengen", "Kennis", "Werkgroepen", "Volg uw dilemma", "Inloggen"} >= titles
    assert "Inloggen" in titles


def test_everyone_sees_the_menu_of_their_own_work(db, monkeypatch):
    monkeypatch.setattr("verder.web.navigation.reverse", lambda page: f"/{page}")
    group = Body.objects.create(kind=BodyKind.WORKING_GROUP, name="Groep")

    secretariat = titles_for(standing_today(secretary()))
    platform = titles_for(standing_today(participant()))
    guest = titles_for(standing_today(specialist(group, ends_on=date(2099, 1, 1))))
    keeper = titles_for(standing_today(administrator()))

    assert secretariat == {"Werkvoorraad", "Dilemma’s", "Vergaderingen", "Beraad", "Signalen"} | {
        "Kennis",
        "Werkgroepen",
        "Beheer",
    }
    reader = {"Werkvoorraad", "Dilemma’s", "Vergaderingen", "Signalen", "Kennis", "Werkgroepen"}
    assert platform == reader | {"Dilemma inbrengen", "Mijn dilemma’s"}
    assert guest == reader
    assert keeper == {"Kennis", "Werkgroepen", "Beheer"}


def test_the_menu_marks_the_page_one_is_on():
    current = {str(item.title): item.current for item in menu(Standing(), "account_login")}

    assert current["Inloggen"] == "page"


def test_the_menu_marks_the_subject_one_is_in(monkeypatch):
    monkeypatch.setattr("verder.web.navigation.reverse", lambda page: f"/{page}")

    current = {str(item.title): item.current for item in menu(Standing(), "guidance-detail")}

    assert current["Kennis"] == "true"
    assert current["Werkgroepen"] == ""


def test_an_empty_field_says_what_to_do():
    class Asked(forms.Form):
        name = forms.CharField()
        way = forms.ChoiceField(choices=[("a", "A")])

    assert Asked({}).errors == {"name": ["Vul dit in."], "way": ["Maak een keuze."]}
