"""Careful language: rules over Dutch sentences and a model taught with sentences of our own, none a ban.

The rules, words and reservations stand in `rules/language.toml`, the signs that the model looks for in
`rules/signs.toml`. A rule says what is careless; the model says whether the sentence as a whole is, so it silences a
rule that is mistaken and points at what no rule foresaw. Speech that the writer criticises stays clean.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from verder.textcheck.labels import Label
from verder.textcheck.rules import any_of, read_rules
from verder.textcheck.rules.gate import Gates
from verder.textcheck.statements.cut import SENTENCE, lowered
from verder.textcheck.statements.model import statement_chances
from verder.textcheck.statements.signs import statement_signs

_CLAUSE_END = re.compile(r"[.;!?]|, (?:dus|maar|en dat|want|omdat|waardoor)\b")
_ALWAYS_GIVEN = frozenset({"label", "pattern", "why", "principle", "alternative"})
_QUOTED = re.compile(r"""(?<!\w)(['"])(?:(?!\1(?!\w)).)+\1(?!\w)""")
_WORD = re.compile(r"\w[\w'-]*")
_DENIED_BELOW, _SURE_FROM, _FAR = 0.05, 0.6, 60
_WORDS = r"(?:[^.;!?\n]{0,90}?)"


@dataclass(frozen=True, slots=True)
class Rule:
    """Hold one rule of careful language: its expressions are made ready when a text first asks for them.

    Most texts open few of the rules, and making all of them ready takes longer than everything else at the start.
    """

    label: Label
    pattern: str
    unless: str
    needs: str
    nearby: str
    asked: bool
    longest: int
    why: str
    alternative: str

    def applies(self, sentence: str, before: str) -> bool:
        """Say whether the conditions of a rule hold for a sentence and the one before it."""
        if self.unless and _whole(self.unless).search(sentence):
            return False
        if self.needs and not _whole(self.needs).search(sentence):
            return False
        if self.nearby and not any(_whole(self.nearby).search(one) for one in (sentence, before)):
            return False
        if self.asked and not before.rstrip().endswith("?"):
            return False
        return not self.longest or len(sentence.split()) <= self.longest


@dataclass(frozen=True, slots=True)
class Careless:
    """Hold where careless language stands, what it is, and what could be written."""

    start: int
    end: int
    label: Label
    why: str
    alternative: str

    def overlaps(self, other: "Careless") -> bool:
        """Say whether another statement says the same of the same words."""
        return self.label is other.label and self.start < other.end and other.start < self.end


@cache
def _whole(expression: str) -> re.Pattern[str]:
    """Return an expression for whole words in small letters."""
    return re.compile(rf"(?<![\w-])(?:{expression})(?![\w-])")


@cache
def _lists() -> dict[str, str]:
    """Return what each word in capitals stands for."""
    data = read_rules("language")
    stems = read_rules("people")["adjectives"].lower().split()
    adjectives = any_of(" ".join([*stems, *(f"{stem[:-3]}es" for stem in stems if stem.endswith("ees"))]))
    lists = {name: f"(?:{words.lower()})" for name, words in data["lists"].items()}
    lists["VOLKE"] = rf"(?:(?:{adjectives})e?|roma|sinti|witte|zwarte|gelovige|buitenlandse)"
    for name, composed in data["composed"].items():
        lists[name] = _filled(composed, lists)
    return lists


def _filled(pattern: str, lists: dict[str, str]) -> str:
    """Return a pattern with its lists filled in."""
    return re.sub(r"\b[A-Z]{3,}\b", lambda word: lists[word[0]], pattern).replace("…", _WORDS)


def _rule(label: Label, pattern: str, why: str, alternative: str, **conditions: Any) -> Rule:
    """Return a rule with its lists filled in."""
    reservation = read_rules("language")["reservations"].get(conditions.get("reservation", ""), "")
    unless = "|".join(filter(None, (reservation, conditions.get("unless", ""))))
    needs, nearby = conditions.get("needs", ""), conditions.get("nearby", "")
    return Rule(
        label=label,
        pattern=_filled(pattern, _lists()),
        unless=unless,
        needs=_filled(needs, _lists()),
        nearby=_filled(nearby, _lists()),
        asked=conditions.get("needs_question_before", False),
        longest=conditions.get("only_words_of_sentence", 0),
        why=why,
        alternative=alternative,
    )


@cache
def _rules() -> tuple[Rule, ...]:
    """Return every rule, the labels that stick among them."""
    data = read_rules("language")
    rules = []
    for rule in data["rule"]:
        why = f"{rule['why']} {data['principles'][rule['principle']]}"
        conditions = {key: rule[key] for key in rule if key not in _ALWAYS_GIVEN}
        conditions["nearby"] = data["nearby"].get(rule.get("near", ""), "")
        rules.append(_rule(Label(rule["label"]), rule["pattern"], why, rule["alternative"], **conditions))
    why = f"Dit is een etiket dat aan mensen blijft plakken. {data['principles']['waardigheid']}"
    for alternative, words in data["stigma"].items():
        rules.append(_rule(Label.STIGMA, words, why, _as_sentence(alternative)))
    for alternative, words in data["stigma_of_people"].items():
        rules.append(
            _rule(Label.STIGMA, f"NOEMT(?P<label>{words})", why, _as_sentence(alternative), **data["not_of_people"])
        )
    return tuple(rules)


def _as_sentence(words: str) -> str:
    """Return words with a capital and a full stop."""
    return f"{words[0].upper()}{words[1:]}."


@cache
def _gates() -> Gates:
    """Return the gates of all rules."""
    return Gates(rule.pattern for rule in _rules())


@cache
def _frames() -> dict[str, re.Pattern[str]]:
    """Return the expressions for criticism, adoption and reporting."""
    return {name: _whole(words) for name, words in read_rules("language")["frames"].items()}


def _is_criticised(sentence: str, following: str) -> bool:
    """Say whether a writer sets himself against the words of this sentence."""
    frames = _frames()
    both = f"{sentence} {following}"
    if frames["adoption"].search(both):
        return False
    if frames["criticism"].search(sentence) or frames["countered"].search(following):
        return True
    reported = frames["reporting"].search(sentence) or "'" in sentence or '"' in sentence
    return bool(reported and (frames["criticism"].search(following) or frames["answered"].match(following.lstrip())))


def find_careless(text: str) -> Iterator[Careless]:
    """Yield every careless statement, at most one of each label in the same place."""
    low = lowered(text)
    spans = [sentence.span() for sentence in SENTENCE.finditer(text)]
    sentences = ["", *(low[start:end] for start, end in spans), ""]
    for place, (start, end) in enumerate(spans, start=1):
        before, sentence, following = sentences[place - 1 : place + 2]
        by_rule = hits(low, start, end, before)
        labels = sorted({one.label.value for one in by_rule})
        signs = statement_signs(sentence, before, following, labels)
        chances = statement_chances(signs)
        careless = _weighed(by_rule, chances) or list(_taught(text, start, end, chances, signs))
        if careless and not _is_criticised(sentence, following):
            yield from careless


def _weighed(by_rule: list[Careless], chances: dict[Label, float]) -> list[Careless]:
    """Return what the rules found and the model does not deny; a label that sticks needs no sentence around it."""
    doubtful = sum(chances.values()) < _DENIED_BELOW
    return [one for one in by_rule if one.label is Label.STIGMA or not doubtful]


def _taught(text: str, start: int, end: int, chances: dict[Label, float], signs: Sequence[str]) -> Iterator[Careless]:
    """Yield the sentence as a whole when the model is sure that it is careless, and its signs are there."""
    if sum(chances.values()) < _SURE_FROM:
        return
    label = max(chances, key=lambda one: chances[one])
    told = read_rules("language")["taught"][label.value]
    if all(any(f"p={sign}" in signs for sign in needed) for needed in told["needs"]):
        principle = read_rules("language")["principles"][told["principle"]]
        sentence = text[start:end]
        start += len(sentence) - len(sentence.lstrip())
        yield Careless(start, end, label, f"{told['why']} {principle}", told["alternative"])


def hits(text: str, start: int, end: int, before: str) -> list[Careless]:
    """Return what the rules find in one sentence of a text in small letters."""
    sentence = text[start:end]
    words = frozenset(_WORD.findall(sentence))
    found: list[Careless] = []
    rules = _rules()
    for rule in (rules[number] for number in _gates().opened(words)):
        matches = list(_whole(rule.pattern).finditer(text, start, end))
        if matches and rule.applies(sentence, before):
            for careless in filter(None, (_careless(rule, match, start, end) for match in matches)):
                if not any(careless.overlaps(other) for other in found):
                    found.append(careless)
    return found


def _careless(rule: Rule, match: re.Match[str], start: int, end: int) -> Careless | None:
    """Return the statement up to the end of its clause, or the label alone; one that is only mentioned is none."""
    if rule.label is Label.STIGMA:
        named = match.span("label") if match.re.groupindex and match["label"] else match.span()
        mentioned = _is_mentioned(match.string, named, start, end)
        return None if mentioned else Careless(*named, rule.label, rule.why, rule.alternative)
    stop = _CLAUSE_END.search(match.string, match.end(), end)
    return Careless(match.start(), stop.start() if stop else end, rule.label, rule.why, rule.alternative)


@cache
def _mentions() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the expressions for what stands right before and right behind a label that is only mentioned."""
    mentioned = read_rules("language")["mentioned"]
    return re.compile(rf"(?<![\w-]){mentioned['before']}$"), re.compile(rf" {mentioned['after']}(?![\w-])")


def _is_mentioned(text: str, named: tuple[int, int], start: int, end: int) -> bool:
    """Say whether a label is only mentioned, in a sentence whose writer does not make it his own."""
    begins, ends = named
    before, after = _mentions()
    quoted = any(one.start() < begins and ends < one.end() for one in _QUOTED.finditer(text, start, end))
    mentioned = quoted or before.search(text, max(start, begins - _FAR), begins) or after.match(text, ends, end)
    return bool(mentioned and not _frames()["adoption"].search(text, start, end))
