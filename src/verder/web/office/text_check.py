"""The page on which the secretariat reads what the text check goes by, and where writers said that it was wrong."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.shortcuts import render

from verder.deliberation.queries.exemptions import exemptions_open_to
from verder.textcheck import Label
from verder.textcheck.rules import read_rules, readable_words
from verder.textcheck.wording import WORDING
from verder.web.leafing import leaf
from verder.web.proof import KINDS, NEVER_KEPT
from verder.web.standing import for_secretariat, standing
from verder.web.words.dossier import NARRATIVE

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse
    from django.utils.functional import Promise

SIZE = 20


@dataclass(frozen=True, slots=True)
class Sign:
    """One kind of detail that can point at a person, and what is proposed instead."""

    kind: Promise
    why: str
    replacement: str
    may_be_kept: bool


@dataclass(frozen=True, slots=True)
class Rule:
    """What the check objects to, and how to write it otherwise."""

    why: str
    alternative: str


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one kind of careless language that touch one principle."""

    kind: Promise
    principle: str
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Heard:
    """A list of words that the check listens for, under what they mean to it."""

    title: str
    words: str


@dataclass(frozen=True, slots=True)
class Kept:
    """Words that a writer kept, with the reason; the words themselves are not kept apart."""

    number: str
    kind: Promise
    field: Promise | str
    reason: str


@for_secretariat
def text_check(request: HttpRequest) -> HttpResponse:
    """Show the rules of the text check, and what writers recently kept."""
    page = leaf(request, exemptions_open_to(standing(request)), "-pk", size=SIZE)
    kept = [
        Kept(one.dilemma.number, KINDS[Label(one.label)], NARRATIVE.get(one.field, ""), one.reason) for one in page.rows
    ]
    return render(
        request,
        "web/office/text_check.html",
        {
            "signs": tuple(_signs()),
            "rules": tuple(_rules()),
            "labels": tuple(_labels()),
            "careless": tuple(_heard("careless")),
            "careful": tuple(_heard("careful")),
            "kinds": tuple(_heard("kinds")),
            "kept": kept,
            "page": page,
        },
    )


def _signs() -> Iterable[Sign]:
    for label, words in WORDING.items():
        yield Sign(KINDS[label], words.why, words.replacement, label not in NEVER_KEPT)


def _rules() -> Iterable[Rules]:
    data = read_rules("language")
    grouped: dict[tuple[Label, str], dict[Rule, None]] = {}
    for rule in data["rule"]:
        key = Label(rule["label"]), data["principles"][rule["principle"]]
        grouped.setdefault(key, {})[Rule(rule["why"], rule["alternative"])] = None
    for (label, principle), rules in sorted(grouped.items()):
        yield Rules(KINDS[label], principle, tuple(rules))
    advice = dict.fromkeys(f"{words[0].upper()}{words[1:]}." for words in (*data["stigma"], *data["stigma_of_people"]))
    yield Rules(KINDS[Label.STIGMA], data["principles"]["waardigheid"], tuple(Rule("", one) for one in advice))


def _labels() -> Iterable[Heard]:
    data = read_rules("language")
    for heading in ("stigma", "stigma_of_people"):
        for advice, words in data[heading].items():
            yield Heard(f"{advice[0].upper()}{advice[1:]}", ", ".join(readable_words(words)))


def _heard(heading: str) -> Iterable[Heard]:
    data = read_rules("signs")
    for name, words in data[heading].items():
        yield Heard(data["titles"][name], ", ".join(word.replace("_", " ").replace("*", "…") for word in words.split()))
