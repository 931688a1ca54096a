"""Careful language: a careless statement is explained, a careful one stays clean."""

import pytest

from tests.textcheck.finding_help import NOTHING, found
from verder.textcheck import Label, Level, check_language, language
from verder.textcheck.rules.gate import Gates


@pytest.mark.parametrize(
    ("text", "label"),
    [
        # Rows dl005, dl009, dl015, dl021, dl027, dl047, dl051, dl063, dl091, dl103, dl127, dl131, dl133, dl147 and
        # dl175 of the development set for the text check.
        ("In de nabespreking waren we het snel eens: dit is een typisch cultuurprobleem.", Label.CULTURE),
        ("Het zit bij die familie in het bloed: het meisje van zes pikte laatst al een snoepje.", Label.GUILT),
        ("Zij is nu eenmaal een labiele vrouw.", Label.STIGMA),
        ("Bij Afghanen ligt alles bij de oudste man.", Label.GENERALISATION),
        ("Reken er dus maar op dat de hele familie gewapend is.", Label.GUILT),
        ("De appel valt niet ver van de boom.", Label.GUILT),
        ("Die moeders liegen altijd als je vraagt wie de vader is.", Label.GENERALISATION),
        ("Elke Poolse man drinkt, dus plan de afspraak in de ochtend.", Label.GENERALISATION),
        ("Het is gewoon hun cultuur dat zij op haar zestiende trouwt.", Label.CULTURE),
        ("De jongste is pas negen. Maar met zo'n achternaam weet je nu al waar hij terechtkomt.", Label.GUILT),
        ("Wij kregen een melding over alweer zo'n probleemfamilie.", Label.STIGMA),
        ("Het klinkt hard, maar statushouders denken dat ze alles gratis krijgen.", Label.GENERALISATION),
        ("Haar zwijgen komt uit haar cultuur voort.", Label.CULTURE),
        ("De oorzaak van het verzuim? Reizigerscultuur.", Label.CULTURE),
        ("De mentor noemt het gezin terecht een probleemfamilie, en de term klopt.", Label.STIGMA),
    ],
)
def test_a_careless_statement_is_found(text: str, label: Label) -> None:
    findings = [one for one in check_language(text, allowed=NOTHING) if one.label is label]

    assert findings
    assert all(one.level is Level.LOOK and one.why and one.replacement for one in findings)


@pytest.mark.parametrize(
    "text",
    [
        # Rows dl003, dl017, dl039, dl043, dl085, dl113, dl135, dl181, dl185 and dl193 of the development set.
        "Het rapport noemt als mogelijke oorzaken armoede, dwang en wantrouwen tegen de overheid.",
        "Wij hebben de term 'risicofamilie' uit onze formulieren gehaald.",
        "Mijn leidinggevende zei dat je bij Marokkaanse gezinnen altijd de oom moet bellen. Ik vind dat onjuist.",
        "Uit gesprekken met 24 vrouwen uit gesloten netwerken bleek dat 15 van hen eerder hulp hadden gezocht.",
        "De agent schreef dat de jongens 'er crimineel uitzagen'. Dat is geen waarneming.",
        "Onderzoek laat zien dat jongeren uit achterstandswijken er gemiddeld minder vertrouwen in hebben.",
        "Het woord 'kamper' doet bewoners pijn, vertelde een van hen.",
        "Wat was de oorzaak van het verzuim? Dat was volgens de school een ziekte en geen onwil of een geloof.",
        "In de vergadering werd gezegd dat 'die cultuur nu eenmaal zo is'. Ik heb gevraagd welk gedrag men bedoelde.",
        "Gesloten familienetwerken komen voor in alle lagen van de bevolking.",
        "Op het briefje stond 'tuig'.",
        "Dat deze mensen tuig zijn, is onjuist.",
        "Hij doet net als de rest gewoon mee.",
        "Een cultuur.",
    ],
)
def test_a_careful_statement_stays_clean(text: str) -> None:
    assert check_language(text, allowed=NOTHING) == []


def test_a_phrase_that_is_allowed_is_no_finding() -> None:
    assert found("Het is een probleemfamilie.", Label.STIGMA, allowed=frozenset({"Probleemfamilie"})) == []


def test_a_letter_that_grows_in_small_letters_moves_no_finding() -> None:
    assert found("İ Het is een probleemfamilie.", Label.STIGMA) == ["probleemfamilie"]


@pytest.mark.parametrize(
    ("expression", "words", "opened"),
    [
        ("appel|peer", ["peren", "peer"], True),
        ("appel|peer", ["pruim"], False),
        ("appels? (?:rood|groen)", ["appel"], True),
        ("(?:de )?(?:appel|peer)", ["peer"], True),
        ("(?:de )?(?:appel|peer)", ["het"], False),
        ("(?:(?<=x)|(?<=y))appel", ["appel"], True),
        ("(?:(?<=x)|(?<=y))appel", ["boom"], False),
        ("[a-z]+ appel", ["boom"], True),
        ("(?:[a-z]+|de) appel", ["boom"], True),
        ("(?:[a-z]+ )?appel", ["boom"], True),
        ("u wilt", ["boom"], True),
        ("(?:de )?", ["boom"], True),
    ],
)
def test_a_gate_opens_only_for_words_that_can_begin_a_match(expression: str, words: list[str], *, opened: bool) -> None:
    assert Gates([expression]).opened(words) == ([0] if opened else [])


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Het past bij expats om te zwijgen tegen de politie.", Label.GENERALISATION),
        ("Haar nieuwe scooter is vast betaald met geld van haar ooms.", Label.GUILT),
        ("De religie van vader is de bron van alle ellende in dit gezin.", Label.CULTURE),
    ],
)
def test_a_sentence_that_no_rule_foresaw_is_found_as_a_whole(text: str, label: Label) -> None:
    assert not language.hits(text.lower(), 0, len(text), "")

    (finding,) = check_language(f" {text}", allowed=NOTHING)

    assert (finding.start, finding.end, finding.label, finding.level) == (1, len(text) + 1, label, Level.LOOK)
    assert "lijkt" in finding.why
    assert finding.replacement


def test_the_model_alone_points_at_nothing_when_its_signs_are_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "statement_chances", lambda _: {Label.GUILT: 0.9})

    assert check_language("De trein rijdt niet.", allowed=NOTHING) == []
    assert len(check_language("Zijn broer is een dief.", allowed=NOTHING)) == 1


def test_a_rule_that_the_model_denies_is_silent_but_a_label_that_sticks_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "statement_chances", lambda _: {Label.GUILT: 0.0})

    found_labels = [one.label for one in check_language("Die moeders liegen altijd. Dat tuig!", allowed=NOTHING)]

    assert found_labels == [Label.STIGMA]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Deze cliënt is een fraudeur in hart en nieren.", "fraudeur in hart en nieren"),
        ("Hij is een wandelend strafblad.", "wandelend strafblad"),
        ("De ouders zijn te lui om een brief te lezen.", "te lui"),
        ("Zij is nu eenmaal geen groot licht.", "geen groot licht"),
        ("Beide broers deugen voor geen meter.", "deugen voor geen"),
        ("De vader is gewoon onbetrouwbaar.", "onbetrouwbaar"),
        ("Dit zijn geen mensen maar ratten.", "ratten"),
        ("Het meisje vraagt erom.", "vraagt erom"),
        ("Die klaagmoeder belde weer.", "klaagmoeder"),
        ("Hij is een veelpleger en dat blijft hij.", "veelpleger"),
        ("Die buurt is een getto.", "getto"),
    ],
)
def test_a_label_is_found_in_more_shapes_than_one_word(text: str, label: str) -> None:
    assert any(label in surface for surface in found(text, Label.STIGMA))


@pytest.mark.parametrize(
    "text",
    [
        "Er zitten ratten in de kelder van het pand.",
        "De verbinding was gestoord.",
        "Het project heet Aanpak Zorgmijders.",
        "De moeder noemde zichzelf een slechte moeder en huilde.",
        "Wie een leerling een slet noemt, krijgt een gesprek.",
        "Een narcistische persoonlijkheidsstoornis is een diagnose.",
        "In de klas zei iemand 'vieze zigeuner' tegen haar.",
        "Zij is geen zorgmijder.",
        "De cijfers deugen niet.",
        "De vader is timmerman van beroep.",
        "Het is en blijft een lastige vraag.",
    ],
)
def test_a_label_that_is_only_mentioned_or_names_something_else_stays_clean(text: str) -> None:
    assert found(text, Label.STIGMA) == []


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Wie in dat kamp opgroeit, leert liegen.", Label.GENERALISATION),
        ("Hoe kan het ook anders, met zulke ouders?", Label.GENERALISATION),
        ("Gezien zijn familie is de kans dat hij onschuldig is klein.", Label.GUILT),
        ("Waar die broers verschijnen, verdwijnen spullen.", Label.GUILT),
        ("Dit is geen mishandeling maar cultuur.", Label.CULTURE),
        ("Haar weglopen valt te verklaren uit de botsing van culturen.", Label.CULTURE),
        ("Ik schrijf het verzuim toe aan de cultuur.", Label.CULTURE),
        ("In gereformeerde kringen wordt zoiets standaard binnenskamers gehouden.", Label.GENERALISATION),
        ("Zij is voor mij gewoon medeplichtig, ze woonde er.", Label.GUILT),
        ("Pure machocultuur.", Label.CULTURE),
        ("In hun familiecultuur telt een meisje niet.", Label.CULTURE),
        ("Zij is een gelukszoekster.", Label.STIGMA),
    ],
)
def test_other_turns_of_phrase_are_found_too(text: str, label: Label) -> None:
    assert label in {one.label for one in check_language(text, allowed=NOTHING)}


@pytest.mark.parametrize(
    "text",
    [
        "In gereformeerde kring is een meldpunt opgericht.",
        "Wij hebben een zwijgcultuur op de afdeling.",
        "Dat de neef is aangehouden, maakt de nicht nog niet verdacht.",
        "Zij is voor mij gewoon de moeder.",
    ],
)
def test_what_only_sounds_like_those_stays_clean(text: str) -> None:
    assert not check_language(text, allowed=NOTHING)
