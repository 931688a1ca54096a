"""Names of persons are found by shape and surroundings; those of organisations are not."""

import pytest

from tests.textcheck.finding_help import NOTHING, found, stopped
from verder.textcheck import Label, Level, check, replaced
from verder.textcheck.names import find
from verder.textcheck.names.tokens import sentences, tokenise


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        # Rows dp002, dp014, dp023, dp036, dp041, dp047, dp119, dp137, dp138, dp153 and dp157 of the development set.
        ("Geachte mevrouw Tromp-Bouazza, u vroeg om terugkoppeling.", ["Tromp-Bouazza"]),
        ("mevrouw Nguyen Thi Lan werkt in een nagelstudio.", ["Nguyen Thi Lan"]),
        ("De zoon van Goran en Marijke moet elke zaterdag mee.", ["Goran", "Marijke"]),
        ("Kunt u bellen met Piroska? Zij is ervaringsdeskundige.", ["Piroska"]),
        ("Van het wijkteam komt Joost Appelo-Li, hij kent moeder.", ["Joost Appelo-Li"]),
        ("Mijn cliënte Fatoumata D. durft niet terug.", ["Fatoumata D."]),
        ("De zoon, Dylano, moet in maart voorkomen.", ["Dylano"]),
        ("Betreft: J.M. van der Sluijs-Karapetyan.", ["J.M. van der Sluijs-Karapetyan"]),
        ("de broers Delano en Giovanni Rozenblad.", ["Delano", "Giovanni Rozenblad"]),
        ("mijn zus zeynep moet trouwen", ["zeynep"]),
        ("MEVROUW BOUAZZA BELT ELKE DAG", ["BOUAZZA"]),
    ],
)
def test_a_name_is_found(text: str, surfaces: list[str]) -> None:
    covered = [surface.rstrip(".") for surface in found(text, Label.PERSON)]

    assert covered == [surface.rstrip(".") for surface in surfaces]


@pytest.mark.parametrize(
    "text",
    [
        # Rows dp001, dp021, dp122, dp129 and dp142 of the development set.
        "De gemeente heeft een Thorbeckelaan, een Thorbeckeschool en sinds kort ook een Thorbeckewijkteam.",
        "Zij kende Jan, Piet en Klaas, elke voordeur en elke grootmoeder.",
        "De Inspectie heet tegenwoordig de Nederlandse Arbeidsinspectie.",
        "De Wet Damocles geeft de burgemeester de mogelijkheid om een woning te sluiten.",
        "Een convenant getekend door politie, zes gemeenten en de William Schrikker Stichting.",
        "Schrijf <b>dik</b> of niet.",
        "a" * 29 + " en " + "b" * 30,
        "Hoe kan ik met Amsterdam afspraken maken over Rotterdam?",
    ],
)
def test_what_is_no_person_does_not_stop(text: str) -> None:
    assert stopped(text) == []


def test_a_name_that_comes_back_is_found_everywhere() -> None:
    text = "Ik sprak mevrouw Brzostek gisteren. Daarna: brzosteks fiets en brzostek, weg."

    assert found(text, Label.PERSON) == ["Brzostek", "brzosteks", "brzostek"]


def test_a_place_is_no_person_unless_a_title_points_at_one() -> None:
    spans = find.find_names("Meneer Texel belde.")

    assert [(span.start, span.end) for span in spans] == [(7, 12)]


def test_a_name_behind_a_title_is_left_out_when_replaced() -> None:
    text = "Gisteren belde mevrouw Tromp-Bouazza over haar zoon."

    assert replaced(text, check(text, allowed=NOTHING)) == "Gisteren belde mevrouw (naam weggelaten) over haar zoon."


def test_what_the_secretariat_allows_is_no_name() -> None:
    text = "Gesproken met Fatima van Stichting Zonnebloemveld."

    assert found(text, Label.PERSON, allowed=frozenset({"fatima"})) == []


def test_particles_between_the_parts_of_a_name_belong_to_it(monkeypatch: pytest.MonkeyPatch) -> None:
    names = {"Froeb", "Klaam", "Tiel"}
    monkeypatch.setattr(find, "name_chances", lambda sentence: [float(token.text in names) for token in sentence])
    text = "Hij kent Froeb van der Klaam en ook Tiel van de Markt"

    spans = find.find_names(text)

    assert [text[span.start : span.end] for span in spans] == ["Froeb van der Klaam"]


@pytest.mark.parametrize(("text", "level"), [("Het team Froebel", Level.LOOK), ("met Klaamoj Froebel", Level.STOP)])
def test_a_name_behind_a_word_for_an_organisation_never_stops(
    text: str, level: Level, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        find, "name_chances", lambda sentence: [0.999 * (token.text in {"Klaamoj", "Froebel"}) for token in sentence]
    )

    assert [span.level for span in find.find_names(text)] == [level]


def test_tokens_know_initials_marks_and_sentences() -> None:
    text = "Dhr. J.M. Bakker's auto.\nHij 06-12"
    tokens = tokenise(text, [(text.index("06"), len(text))])

    assert [token.text for token in tokens][:6] == ["Dhr", ".", "J.M.", "Bakker", "'s", "auto"]
    assert tokens[-1].text == "§"
    assert len(sentences(tokens)) == 2


def test_a_full_stop_at_the_very_start_ends_a_sentence() -> None:
    assert len(sentences(tokenise(". Ja"))) == 2


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Roos belde huilend op.", ["Roos"]),
        ("K. de vries tekende het contract.", ["K. de vries"]),
        ("k. de vries tekende het contract.", ["k. de vries"]),
        ("Wij kennen Sterre de Boer van de vorige melding.", ["Sterre de Boer"]),
        ("Job en Hope zijn gevlucht.", ["Job", "Hope"]),
        ("In de lente en de zomer bloeit een roos.", []),
        ("De storm trok over het dorp.", []),
    ],
)
def test_a_name_that_is_also_a_word_is_known_by_what_stands_around_it(text: str, names: list[str]) -> None:
    assert [text[span.start : span.end] for span in find.find_names(text)] == names


def test_a_name_behind_a_word_for_a_place_never_stops(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(find, "name_chances", lambda sentence: [float(token.text == "Klaamoj") for token in sentence])

    assert [span.level for span in find.find_names("Zij woont in Klaamoj")] == [Level.LOOK]
    assert [span.level for span in find.find_names("Zij belt met Klaamoj")] == [Level.STOP]


def test_a_new_name_in_small_letters_stops_only_when_very_sure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(find, "name_chances", lambda sentence: [0.996 * (t.text[0] in "Kk") for t in sentence])

    assert [span.level for span in find.find_names("zij belt met klaamoj")] == [Level.LOOK]
    assert [span.level for span in find.find_names("zij belt met Klaamoj")] == [Level.STOP]


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("- Praat niet met collega’s over de klager zonder reden.", []),
        ("Wijs haar de weg.", []),
        ("Ik sprak met Wijs.", ["stop"]),
        ("Dan gaat uw veiligheid voor.", []),
        ("U bent niet de enige.", []),
        ("Ik sprak met Dan.", ["stop"]),
    ],
)
def test_an_ordinary_word_that_opens_a_sentence_never_stops_and_a_little_one_is_no_name(
    text: str, levels: list[str]
) -> None:
    assert [one.level for one in check(text, allowed=frozenset()) if one.label is Label.PERSON] == levels


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("mevr de wit is er niet", ["de wit"]),
        ("Vandaag sprak ik mw. de groot over de school.", ["de groot"]),
        ("Storm is zeven en slaapt slecht.", ["Storm"]),
        ("mevrouw de voorzitter opende de dag", []),
        ("Wijs is wie zwijgt.", []),
        ("Daar stond dus mevrouw", []),
    ],
)
def test_a_family_name_behind_a_title_and_a_name_of_whom_something_human_is_said_are_shown(
    text: str, names: list[str]
) -> None:
    assert found(text, Label.PERSON) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("De Inspectie SZW en de EU vragen dat.", []),
        ("Collega SZW belde.", ["SZW"]),
        ("SZW NBA HKD", ["SZW NBA HKD"]),
        ("Zij verwijst naar de folder.", []),
        ("Zij is boos, hij kent haar niet.", []),
        ("Wij spreken Arabisch met haar.", []),
    ],
)
def test_capitals_verbs_and_languages_are_no_names(text: str, names: list[str]) -> None:
    assert found(text, Label.PERSON) == names


def test_a_single_initial_is_shown_but_stops_nobody() -> None:
    assert found("Mevrouw A. staat in het voorbeeld.", Label.PERSON) == ["A."]
    assert stopped("Mevrouw A. staat in het voorbeeld.") == []


@pytest.mark.parametrize(
    "text", ["De jonge man, zijn moeder", "met van alles", "Wijs haar de weg", "hij kent het gezin"]
)
def test_what_can_be_no_name_is_none_however_sure_the_model_is(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    unsure = {"man", "van", "Wijs", "kent"}
    monkeypatch.setattr(find, "name_chances", lambda sentence: [float(token.text in unsure) for token in sentence])

    assert find.find_names(text) == []


@pytest.mark.parametrize("text", ["kent belde", "zij zag kent", "Zij kent", "kent"])
def test_a_small_word_that_may_be_a_name_is_shown_unless_it_is_the_verb_of_a_clause(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(find, "name_chances", lambda sentence: [float(token.text == "kent") for token in sentence])

    assert len(find.find_names(text)) == (text != "Zij kent")


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("Getuige D. van 't Zand zwijgt.", ["D. van 't Zand"]),
        ("Anna Huntington belt.", ["Anna Huntington"]),
        ("De heer Pfeiffer belt.", ["Pfeiffer"]),
        ("ik denk dat tjibbe van der sluis meer weet", ["tjibbe van der sluis"]),
        ("ik zat vanmorgen met ineke brouwer om tafel", ["ineke brouwer"]),
        ("Aanwezig: Hoekzema, Van Oosterwijk, Lie-A-Fat.", ["Hoekzema", "Van Oosterwijk", "Lie-A-Fat"]),
        ("Van Wezel en Lagerwaard doen het huisbezoek samen.", ["Wezel", "Lagerwaard"]),
    ],
)
def test_a_name_is_found_with_what_belongs_to_it(text: str, surfaces: list[str]) -> None:
    assert found(text, Label.PERSON) == surfaces


@pytest.mark.parametrize(
    "text",
    [
        "Wij komen uit op de Burgemeester Van Tuyllkade, vlak bij de markt.",
        "De Anna van Burenstraat is opgeknapt.",
        "Volgens de wet-Van Dam mag dat niet zonder toestemming.",
        "Hij slikt Ritalin en zij heeft Crohn.",
        "V-nummer en telefoonnr staan in het systeem.",
    ],
)
def test_a_street_a_law_an_illness_and_the_name_of_a_number_are_no_persons(text: str) -> None:
    assert found(text, Label.PERSON) == []


def test_what_a_project_is_called_does_not_stop() -> None:
    assert stopped("Het project heet Geen Tokkies Meer en is gestopt.") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ze had de sleutel van Bilals kamer bij zich.", "Bilals"),
        ("vanmiddag belde geertje weer", "geertje"),
        ("de verdediging, mr. g. uittenbogaard, vroeg uitstel", "g. uittenbogaard"),
        ("De zaak-Dragomir ligt bij de officier.", "Dragomir"),
    ],
)
def test_what_only_persons_do_or_own_points_at_a_name(text: str, name: str) -> None:
    assert name in found(text, Label.PERSON)


@pytest.mark.parametrize(
    "text",
    [
        "Op 14 mei kwam er een brief.",
        "Vrijdag vroeg het team om hulp.",
        "Hij spreekt een beetje Frans.",
        "Dit punt staat er ter besluitvorming.",
    ],
)
def test_a_day_a_language_and_a_turn_of_phrase_are_no_name(text: str) -> None:
    assert found(text, Label.PERSON) == []


@pytest.mark.parametrize(
    "text", ["Het Vonkelstra-traject duurt twaalf weken.", "Vonkelstra is een verzonnen naam uit de training."]
)
def test_what_is_joined_to_a_thing_or_made_up_never_stops(text: str) -> None:
    assert Level.STOP not in [span.level for span in find.find_names(text)]
