"""Teaching the models of names and of statements: `python -m verder.textcheck.train` writes them anew.

The same texts, names and dice give the same models, so they can always be made again.
"""

import random
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pycrfsuite

from verder.textcheck.names.features import sentence_features
from verder.textcheck.names.lists import EMPTY, Lists, load_lists
from verder.textcheck.names.model import BEGIN, INSIDE, OUTSIDE
from verder.textcheck.names.tokens import Token, sentences, tokenise
from verder.textcheck.training.fill import Filled, Filler, read_texts
from verder.textcheck.training.statements import StatementFiller, marked, read_statements, signs_and_labels
from verder.textcheck.training.vary import Varier

ROUNDS, SEED = 20, 2026
_STATEMENT_ROUNDS = 4
_WITHOUT_LISTS, _UNNAMED = 0.45, 0.3
_OF_NAMES = {
    "c1": 0.08,
    "c2": 0.02,
    "max_iterations": 120,
    "feature.minfreq": 2,
    "feature.possible_transitions": True,
}
_OF_STATEMENTS = {"c1": 0.05, "c2": 0.05, "max_iterations": 150, "feature.minfreq": 2}
MODELS = Path(__file__).parent / "data"
Features = list[list[str]]


def _labels(sentence: list[Token], filled: Filled) -> list[str]:
    """Return the label of each token: begin of a name, inside one, or outside."""
    found = []
    for token in sentence:
        name = next((name for name in filled.names if name[0] < token.end and token.start < name[1]), None)
        found.append(OUTSIDE if name is None else BEGIN if token.start <= name[0] else INSIDE)
    return found


def examples(rounds: int = ROUNDS) -> Iterator[tuple[Features, list[str]]]:
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


def statements() -> Iterator[tuple[Features, list[str]]]:
    """Yield signs and label of every sentence about people, and of the texts about persons, which are all careful."""
    dice = random.Random(SEED)
    filler, names = StatementFiller(dice), Filler(dice)
    lines = [filler.fill(line) for _ in range(_STATEMENT_ROUNDS) for line in read_statements()]
    for line in (*lines, *(names.fill(text).text for text in read_texts())):
        for signs, label in signs_and_labels(*marked(line)):
            yield [signs], [label]


def _write(path: Path, parameters: Mapping[str, float | bool], rows: Iterable[tuple[Features, list[str]]]) -> None:
    """Write the model that these rows teach."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(parameters)
    for features, labels in rows:
        trainer.append(features, labels)
    trainer.train(str(path))


def train_names(path: Path, rounds: int = ROUNDS) -> None:
    """Write a newly taught model of names to a file."""
    _write(path, _OF_NAMES, examples(rounds))


def train_statements(path: Path) -> None:
    """Write a newly taught model of statements to a file."""
    _write(path, _OF_STATEMENTS, statements())


def main(arguments: Sequence[str]) -> None:
    """Write both models, to the folder that is given or in the place of those that come with this room."""
    folder = Path(arguments[0]) if arguments else MODELS
    train_names(folder / "names.crfsuite")
    train_statements(folder / "statements.crfsuite")


if __name__ == "__main__":
    main(sys.argv[1:])
