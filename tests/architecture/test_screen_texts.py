"""Every text on screen can be translated, and none of them promises what nobody can keep."""

from __future__ import annotations

import ast
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.template.base import Lexer, TokenType

from tests.architecture.house import HOUSE, advise, modules, name, spot, templates, tree

# The name of the site, and names and labels that are never translated.
SAME_EVERYWHERE = {"Verder", "TLP", "RED", "AMBER", "STRICT", "GREEN", "CLEAR", "EUPL", "JavaScript", "Atom", "CSV"}
READ_ALOUD = {"alt", "title", "aria-label", "placeholder", "aria-description", "aria-roledescription"}
MUTE = {"script", "style"}
# What a tag or value of a template is taken for; a letter, since it may also stand for the name of an element.
VALUE = "x"
FORBIDDEN = re.compile(r"anoniem|anonimiteit", re.IGNORECASE)
# A refusal that says in one sentence what did not happen and why, and leaves its reader standing there.
REFUSES = re.compile(r"(Er is (niets|geen \w+)|Uw \w+ is (nog )?niet) \w+: [^.?!]+\.$")
SAYS_WHAT_TO_DO = re.compile(r"\b(kies|schrijf)\b")


class Texts(HTMLParser):
    """Gathers what a visitor would read or hear."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.inside: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.inside.append(tag)
        self.found += [value for key, value in attrs if key in READ_ALOUD and value]

    def handle_endtag(self, tag):
        if tag in self.inside:
            del self.inside[len(self.inside) - 1 - self.inside[::-1].index(tag) :]

    def handle_data(self, data):
        if not MUTE.intersection(self.inside):
            self.found.append(data)


def bare(source: str) -> str:
    """Leave of a template what is neither a tag, nor a value, nor inside blocktranslate or comment."""
    left, until = [], ""
    for token in Lexer(source).tokenize():
        word = token.contents.split()[0] if token.token_type == TokenType.BLOCK else ""
        if until:
            until = "" if word == until else until
        elif word in {"blocktranslate", "blocktrans", "comment"}:
            until = f"end{word}"
        elif token.token_type == TokenType.TEXT:
            left.append(token.contents)
        else:
            left.append(VALUE)
    return "".join(left)


def untranslated(source: str) -> list[str]:
    texts = Texts()
    texts.feed(bare(source))
    words = re.findall(r"[^\W\d_]{2,}", " ".join(texts.found))
    return [word for word in words if word not in SAME_EVERYWHERE and set(word) != {VALUE}]


@pytest.mark.parametrize("source", ["<p>Hallo daar</p>", '<a aria-label="Menu">0</a>', '<img alt="Een kaart">'])
def test_a_bare_text_is_seen(source):
    assert untranslated(source)


@pytest.mark.parametrize(
    "source",
    [
        '<p>{% translate "Hallo" %}</p>',
        "{% blocktranslate %}Hallo {{ name }}{% endblocktranslate %}",
        '<p class="verder-lead" id="inhoud">{{ value }}</p>',
        '<p {% if x %}class="is-past"{% endif %}>112</p>',
        "<{% if x %}ul{% else %}ol{% endif %} class='a'>{{ a }}{{ b }}</{% if x %}ul{% else %}ol{% endif %}>",
    ],
)
def test_a_translated_text_is_left_alone(source):
    assert untranslated(source) == []


@pytest.mark.parametrize("template", templates(), ids=name)
def test_every_text_of_a_template_goes_through_gettext(template: Path):
    found = untranslated(template.read_text())

    assert found == [], advise(found, "Wrap the text: {% translate %} or {% blocktranslate trimmed %}.")


def test_no_text_claims_that_someone_cannot_be_known():
    sources = [*templates(), *(path for path in modules() if path.is_relative_to(HOUSE / "web"))]

    found = [name(path) for path in sources if FORBIDDEN.search(path.read_text())]

    assert found == [], advise(found, "Nobody can promise that. Say what was checked instead.")


def leaves_standing(text: str) -> bool:
    """Tell whether a text refuses something without a word about what to do then."""
    return bool(REFUSES.match(text)) and not SAYS_WHAT_TO_DO.search(text)


@pytest.mark.parametrize(
    "text", ["Er is niets bewaard: een collega was u voor.", "Uw tekst is niet bewaard: het is te laat."]
)
def test_a_refusal_without_advice_is_seen(text):
    assert leaves_standing(text)


@pytest.mark.parametrize(
    "text",
    [
        "Er is niets bewaard: een collega was u voor. Kijk wat er nu staat.",
        "Er is niets verborgen: kies minstens één plaats.",
        "Uw tekst is bewaard.",
    ],
)
def test_a_refusal_with_advice_and_any_other_text_are_left_alone(text):
    assert not leaves_standing(text)


def test_every_refusal_says_what_to_do():
    found = [
        f"{spot(path, node)} {node.value}"
        for path in modules()
        if path.is_relative_to(HOUSE / "web")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and leaves_standing(node.value)
    ]

    assert found == [], advise(found, "Say what did not happen, why, and what to do.")
