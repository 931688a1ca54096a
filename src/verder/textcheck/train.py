"""Teaching the model of names: `python -m verder.textcheck.train` writes it anew.

The same texts, names and dice give the same model, so the model can always be made again.
"""

import random
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pycrfsuite

from verder.textcheck.names.features import sentence_features
from verder.textcheck.names.lists import EMPTY, Lists, load_lists
from verder.textcheck.names.model import BEGIN, INSIDE, OUTSIDE
from verder.textcheck.names.tokens import Token, sentences, tokenise
from verder.textcheck.training.fill import Filled, Filler, read_texts
from verder.textcheck.training.vary import Varier

ROUNDS, SEED = 20, 2026
_WITHOUT_LISTS, _UNNAMED = 0.45, 0.3
_PARAMETERS = {
    "c1": 0.08,
    "c2": 0.02,
    "max_iterations": 120,
    "feature.minfreq": 2,
    "feature.possible_transitions": True,
}
MODEL = Path(__file__).parent / "data" / "names.crfsuite"


def _labels(sentence: list[Token], filled: Filled) -> list[str]:
    """Return the label of each token: begin of a name, inside one, or outside."""
    found = []
    for token in sentence:
        name = next((name for name in filled.names if name[0] < token.end and token.start < name[1]), None)
        found.append(OUTSIDE if name is None else BEGIN if token.start <= name[0] else INSIDE)
    return found


def examples(rounds: int = ROUNDS) -> Iterator[tuple[list[list[str]], list[str]]]:
    """Yield features and labels of every training sentence, each text filled in many ways."""
    dice = random.Random(SEED)
    filler, varier = Filler(dice), Varier(dice)
    lists = load_lists()
    blind = replace(lists, first_names=EMPTY, last_names=EMPTY)
    texts = read_texts()
    for _ in range(rounds):
        for text in texts:
            filled = varier.vary(filler.fill(text, named=dice.random() > _UNNAMED))
            known: Lists = blind if dice.random() < _WITHOUT_LISTS else lists
            for sentence in sentences(tokenise(filled.text)):
                yield sentence_features(sentence, known), _labels(sentence, filled)


def train(path: Path, rounds: int = ROUNDS) -> None:
    """Write a newly taught model to a file."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(_PARAMETERS)
    for features, labels in examples(rounds):
        trainer.append(features, labels)
    trainer.train(str(path))


if __name__ == "__main__":
    train(Path(sys.argv[1]) if len(sys.argv) > 1 else MODEL)
