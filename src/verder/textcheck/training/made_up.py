"""Names and words that stand in no list, spelled the way real ones are."""

import random
from collections import defaultdict
from collections.abc import Iterable

_ORDER, _START, _END = 3, "^", "$"
_OPENINGS = (
    "b bl br c ch d dj dr f fl g gh gr"
    " h j k kh kl kr l m mb n nd ng ny p pr q r s sh sj sl st t th tr ts tw v w x y z zw"
).split()
_VOWELS = "a e i o u y aa ae ai au ee ei eu ia ie io oe oo ou ui uu á é ö ü ı ê".split()
_CLOSINGS = [
    "",
    "",
    "",
    *"b c d f g h k l m n p r s t x z ck gh kh ld lt mp nd ng nk nt rd rk rn rt sch sk st ts".split(),
]


def syllables(dice: random.Random) -> str:
    """Return a word with a capital that sounds like no language in particular."""
    parts = (
        dice.choice(_OPENINGS) + dice.choice(_VOWELS) + dice.choice(_CLOSINGS)
        for _ in range(dice.choice((1, 2, 2, 2, 3)))
    )
    word = "".join(parts)
    return word[0].upper() + word[1:]


class Speller:
    """Spell new words, letter by letter, in the manner of the words it was shown."""

    def __init__(self, examples: Iterable[str]) -> None:
        self._next: dict[str, list[str]] = defaultdict(list)
        for example in examples:
            spelled = _START * _ORDER + example.lower() + _END
            for at in range(_ORDER, len(spelled)):
                self._next[spelled[at - _ORDER : at]].append(spelled[at])

    def spell(self, dice: random.Random, shortest: int = 3, longest: int = 12) -> str:
        """Return a new word with a capital."""
        while True:
            word = _START * _ORDER
            while word[-1] != _END and len(word) < _ORDER + longest + 1:
                word += dice.choice(self._next[word[-_ORDER:]])
            made = word.strip(_START + _END)
            if shortest <= len(made) <= longest and word[-1] == _END:
                return made[0].upper() + made[1:]
