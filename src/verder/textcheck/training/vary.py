"""Writing a training text as people do: in haste, in small letters, in capitals, with other words."""

import random
import re
from collections.abc import Callable

from verder.textcheck.names.lists import read_lines
from verder.textcheck.training.fill import Filled

_WORD = re.compile(r"[a-zà-ÿ]{5,}")
_OTHER_WORD, _SMALL, _SMALL_NAMES, _CAPITALS, _CAPITAL_NAMES = 0.10, 0.22, 0.08, 0.02, 0.03


class Varier:
    """Change how a text is written without moving its names."""

    def __init__(self, dice: random.Random) -> None:
        self._dice = dice
        self._words = list(read_lines("words.txt.gz"))

    def vary(self, filled: Filled) -> Filled:
        """Return the text as somebody else would have written it."""
        filled = self._with_other_words(filled)
        kind = self._dice.random()
        for share, change in ((_SMALL, str.lower), (_CAPITALS, str.upper)):
            if kind < share:
                return _cased(filled, change, whole=True)
            kind -= share
        for share, change in ((_SMALL_NAMES, str.lower), (_CAPITAL_NAMES, str.upper)):
            if kind < share:
                return _cased(filled, change, whole=False)
            kind -= share
        return filled

    def _with_other_words(self, filled: Filled) -> Filled:
        """Return the text with some words changed: any Dutch word, two in one, or a slip of the pen."""
        parts: list[str] = []
        names: list[tuple[int, int]] = []
        at = moved = 0
        for start, end in (*filled.names, (len(filled.text),) * 2):
            between = filled.text[at:start]
            changed = _WORD.sub(self._other, between)
            moved += len(changed) - len(between)
            parts += [changed, filled.text[start:end]]
            if start < end:
                names.append((start + moved, end + moved))
            at = end
        return Filled("".join(parts), tuple(names))

    def _other(self, match: re.Match[str]) -> str:
        """Return the word or, now and then, another."""
        word = match[0]
        kind = self._dice.random() / _OTHER_WORD
        if kind >= 1:
            return word
        if kind < 0.4:
            return self._dice.choice(self._words)
        if kind < 0.6:
            return self._dice.choice(self._words) + self._dice.choice(self._words)
        at = self._dice.randrange(1, len(word) - 1)
        if kind < 0.8:
            return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        return word[:at] + word[at + 1 :]


def _cased(filled: Filled, change: Callable[[str], str], *, whole: bool) -> Filled:
    """Return the text with another case; letters that would change in number stay as they are."""

    def same_length(part: str) -> str:
        return "".join(new if len(new := change(letter)) == 1 else letter for letter in part)

    if whole:
        return Filled(same_length(filled.text), filled.names)
    text = filled.text
    for start, end in filled.names:
        text = text[:start] + same_length(text[start:end]) + text[end:]
    return Filled(text, filled.names)
