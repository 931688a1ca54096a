"""The model can be made again, and the training texts put names where they say."""

import random
import runpy
import sys
from pathlib import Path

import pycrfsuite
import pytest

from verder.textcheck.names.model import name_chances
from verder.textcheck.names.tokens import sentences, tokenise
from verder.textcheck.train import MODEL, train
from verder.textcheck.training.fill import Filled, Filler, read_texts
from verder.textcheck.training.vary import Varier

SEEN = (
    "Ik ken Samira van de sportclub. Haar broer Yassin zegt dat zij ziek is.",
    "mijn zus zeynep moet trouwen met iemand uit turkije",
    "Geachte heer Brzostek, het Leger des Heils heeft plek in Tiel.",
    "Volgens Veilig Thuis en de GGD is dit een gewone ruzie.",
)


@pytest.mark.slow
def test_the_script_makes_a_model_with_the_same_predictions(tmp_path: Path) -> None:
    path = tmp_path / "names.crfsuite"

    train(path)

    made, shipped = pycrfsuite.Tagger(), pycrfsuite.Tagger()
    made.open(str(path))
    shipped.open(str(MODEL))
    for text in SEEN:
        for sentence in sentences(tokenise(text)):
            assert name_chances(sentence, made) == pytest.approx(name_chances(sentence, shipped), abs=1e-6)


def test_the_script_writes_where_it_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "small.crfsuite"
    monkeypatch.setattr(sys, "argv", ["train", str(path)])
    monkeypatch.delitem(sys.modules, "verder.textcheck.train")
    monkeypatch.setattr("verder.textcheck.training.fill.read_texts", lambda: ["Ik ken {V1}.", "Niets."])

    runpy.run_module("verder.textcheck.train", run_name="__main__")

    assert path.stat().st_size > 0


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
