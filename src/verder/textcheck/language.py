"""Careful language: rules over Dutch sentences, each explainable, none a ban.

The rules, words and reservations stand in `rules/language.toml`. A sentence that gives a source or a
reservation stays clean, and so does speech that the writer criticises.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from verder.textcheck.labels import Label
from verder.textcheck.rules import any_of, read_rules
from verder.textcheck.rules.gate import Gates

_SENTENCE = re.compile(r"(?:[^.!?\n]|\.(?=\w|[ ][a-z]))+[.!?]*['\"]?")
_CLAUSE_END = re.compile(r"[.;!?]|, (?:dus|maar|en dat|want|omdat|waardoor)\b")
_ALWAYS_GIVEN = frozenset({"label", "pattern", "why", "principle", "alternative"})
_QUOTES = frozenset({"'", '"'})
_WORD = re.compile(r"\w[\w'-]*")
_WORDS = r"(?:[^.;!?\n]{0,90}?)"


@dataclass(frozen=True, slots=True)
class Rule:
    """Hold one rule of careful language, ready to search with."""

    label: Label
    opening: str
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None
    needs: re.Pattern[str] | None
    nearby: re.Pattern[str] | None
    asked: bool
    longest: int
    why: str
    alternative: str

    def applies(self, sentence: str, before: str) -> bool:
        """Say whether the conditions of a rule hold for a sentence and the one before it."""
        if self.unless and self.unless.search(sentence):
            return False
        if self.needs and not self.needs.search(sentence):
            return False
        if self.nearby and not (self.nearby.search(sentence) or self.nearby.search(before)):
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


def _whole(expression: str) -> re.Pattern[str]:
    """Return an expression for whole words in small letters."""
    return re.compile(rf"(?<![\w-])(?:{expression})(?![\w-])")


def _lowered(text: str) -> str:
    """Return a text in small letters, of the same length."""
    lowered = text.lower()
    return (
        lowered
        if len(lowered) == len(text)
        else "".join(low if len(low := sign.lower()) == 1 else sign for sign in text)
    )


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
    """Return a rule, ready to search with."""
    filled = _filled(pattern, _lists())
    reservation = read_rules("language")["reservations"].get(conditions.get("reservation", ""), "")
    unless = "|".join(filter(None, (reservation, conditions.get("unless", ""))))
    needs, nearby = conditions.get("needs", ""), conditions.get("nearby", "")
    return Rule(
        label=label,
        opening=filled,
        pattern=_whole(filled),
        unless=_whole(unless) if unless else None,
        needs=_whole(_filled(needs, _lists())) if needs else None,
        nearby=_whole(_filled(nearby, _lists())) if nearby else None,
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
        rules.append(_rule(Label.STIGMA, words, why, f"{alternative[0].upper()}{alternative[1:]}."))
    return tuple(rules)


@cache
def _gates() -> Gates:
    """Return the gates of all rules."""
    return Gates(rule.opening for rule in _rules())


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
    if frames["criticism"].search(sentence):
        return True
    reported = frames["reporting"].search(sentence) or "'" in sentence or '"' in sentence
    return bool(reported and frames["criticism"].search(following))


def find_careless(text: str) -> Iterator[Careless]:
    """Yield every careless statement, at most one of each label in the same place."""
    lowered = _lowered(text)
    spans = [sentence.span() for sentence in _SENTENCE.finditer(text)]
    sentences = ["", *(lowered[start:end] for start, end in spans), ""]
    for place, (start, end) in enumerate(spans, start=1):
        before, sentence, following = sentences[place - 1 : place + 2]
        careless = _in_sentence(lowered, start, end, before)
        if careless and not _is_criticised(sentence, following):
            yield from careless


def _in_sentence(text: str, start: int, end: int, before: str) -> list[Careless]:
    """Return the careless statements of one sentence."""
    sentence = text[start:end]
    words = frozenset(_WORD.findall(sentence))
    found: list[Careless] = []
    rules = _rules()
    for rule in (rules[number] for number in _gates().opened(words)):
        matches = list(rule.pattern.finditer(text, start, end))
        if matches and rule.applies(sentence, before):
            for careless in filter(None, (_careless(rule, match, end) for match in matches)):
                if not any(careless.overlaps(other) for other in found):
                    found.append(careless)
    return found


def _careless(rule: Rule, match: re.Match[str], end: int) -> Careless | None:
    """Return the statement up to the end of its clause; a label that is only mentioned is none."""
    if rule.label is Label.STIGMA:
        return None if _is_quoted(match) else Careless(*match.span(), rule.label, rule.why, rule.alternative)
    stop = _CLAUSE_END.search(match.string, match.end(), end)
    return Careless(match.start(), stop.start() if stop else end, rule.label, rule.why, rule.alternative)


def _is_quoted(match: re.Match[str]) -> bool:
    """Say whether a word stands alone between quotation marks, so is only mentioned."""
    text = match.string
    return text[max(0, match.start() - 1) : match.start()] in _QUOTES and text[match.end() : match.end() + 1] in _QUOTES
