"""The model can be made again, and the training texts put names where they say."""

import random
import runpy
import sys
from pathlib import Path

import pycrfsuite
import pytest

from verder.textcheck.names.model import name_chances
from verder.textcheck.names.tokens import sentences, tokenise
from verder.textcheck.statements.model import statement_chances
from verder.textcheck.statements.signs import statement_signs
from verder.textcheck.train import MODELS, main, train_names, train_statements
from verder.textcheck.training.fill import Filled, Filler, read_texts
from verder.textcheck.training.statements import StatementFiller, marked, read_statements, signs_and_labels
from verder.textcheck.training.vary import Varier

SEEN = (
    "Ik ken Samira van de sportclub. Haar broer Yassin zegt dat zij ziek is.",
    "mijn zus zeynep moet trouwen met iemand uit turkije",
    "Geachte heer Brzostek, het Leger des Heils heeft plek in Tiel.",
    "Volgens Veilig Thuis en de GGD is dit een gewone ruzie.",
)


def _tagger(path: Path) -> pycrfsuite.Tagger:
    tagger = pycrfsuite.Tagger()
    tagger.open(str(path))
    return tagger


@pytest.mark.slow
def test_the_script_makes_a_model_of_names_with_the_same_predictions(tmp_path: Path) -> None:
    train_names(tmp_path / "names.crfsuite")

    made, shipped = (_tagger(folder / "names.crfsuite") for folder in (tmp_path, MODELS))
    for text in SEEN:
        for sentence in sentences(tokenise(text)):
            assert name_chances(sentence, made) == pytest.approx(name_chances(sentence, shipped), abs=1e-6)


@pytest.mark.slow
def test_the_script_makes_a_model_of_statements_with_the_same_predictions(tmp_path: Path) -> None:
    train_statements(tmp_path / "statements.crfsuite")

    made, shipped = (_tagger(folder / "statements.crfsuite") for folder in (tmp_path, MODELS))
    for line in read_statements()[::40]:
        signs = statement_signs(line.lower(), "", "")
        assert statement_chances(signs, made) == pytest.approx(statement_chances(signs, shipped), abs=1e-6)


def test_the_script_writes_where_it_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["train", str(tmp_path)])
    monkeypatch.delitem(sys.modules, "verder.textcheck.train")
    monkeypatch.setattr("verder.textcheck.training.fill.read_texts", lambda: ["Ik ken {V1}.", "Niets."])
    monkeypatch.setattr("verder.textcheck.training.statements.read_statements", lambda: ["G: {G} liegen altijd."])

    runpy.run_module("verder.textcheck.train", run_name="__main__")

    assert all((tmp_path / f"{name}.crfsuite").stat().st_size > 0 for name in ("names", "statements"))


def test_models_are_written_in_their_own_place_unless_told_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[Path] = []
    monkeypatch.setattr("verder.textcheck.train.train_names", written.append)
    monkeypatch.setattr("verder.textcheck.train.train_statements", written.append)

    main([])

    assert written == [MODELS / "names.crfsuite", MODELS / "statements.crfsuite"]


def test_statements_are_many_and_marked() -> None:
    lines = read_statements()
    labels = [label for line in lines for label in marked(line)[1].values()]

    assert len(set(lines)) >= 1000
    assert min(labels.count(label) for label in ("GENERALISATION", "STIGMA", "GUILT", "CULTURE")) >= 100
    assert sum(not marked(line)[1] for line in lines) >= 400


def test_a_mark_belongs_to_the_sentence_behind_it() -> None:
    text, labels = marked("Hij is negen. U: Hij wordt een dief. Zij belde.")

    assert text == "Hij is negen. Hij wordt een dief. Zij belde."
    assert [label for _, label in signs_and_labels(text, labels)] == ["CLEAN", "GUILT", "CLEAN"]


def test_slots_of_statements_are_filled_with_a_capital_where_a_sentence_begins() -> None:
    filler = StatementFiller(random.Random(1))

    filled = [filler.fill("U: {K} steelt. {G} en {E} mensen uit {W} bij {F}.") for _ in range(20)]

    assert all("{" not in one and one[3].isupper() for one in filled)


def test_there_are_enough_texts_and_they_are_varied() -> None:
    texts = read_texts()

    assert len(set(texts)) >= 800
    assert sum("{" not in text for text in texts) >= 150


def test_every_slot_can_be_filled_and_names_stand_where_they_are_said_to() -> None:
    dice = random.Random(1)
    filler, varier = Filler(dice), Varier(dice)

    for text in read_texts() * 3:
        filled = varier.vary(filler.fill(text))

        assert "{" not in filled.text
        assert all(filled.text[start:end].strip() for start, end in filled.names)
        assert all(0 <= start < end <= len(filled.text) for start, end in filled.names)


def test_without_names_no_name_is_filled_in() -> None:
    filler = Filler(random.Random(1))

    filled = [filler.fill("{V1} belt {V1}.", named=False) for _ in range(20)]

    assert all(one.names == () and one.text[0].isupper() for one in filled)


def test_the_same_slot_gives_the_same_name() -> None:
    filler = Filler(random.Random(1))

    filled = filler.fill("{F1} en {V1} en {v1}")

    first = filled.text.split()[0]
    assert filled.text.endswith(f"en {first} en {first.lower()}")


def test_a_letter_that_grows_in_another_case_stays_as_it_is() -> None:
    varier = Varier(random.Random(1))

    varied = [varier.vary(Filled("İris ß", ((0, 4),))).text for _ in range(50)]

    assert {len(one) for one in varied} == {6}
