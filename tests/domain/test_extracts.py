"""An extract shows where the words stand that somebody looked for, and never anything but the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verder.domain.extracts import LENGTH, Extract, extract, number_of_hits

LONG = "Vraag eerst advies. " * 20


def marked(found: Extract) -> list[str]:
    return [bit.text for bit in found.bits if bit.is_hit]


def told(found: Extract) -> str:
    return "".join(bit.text for bit in found.bits)


@pytest.mark.parametrize(
    ("word", "text", "hits"),
    [
        ("huwelijk", "Bij uithuwelijking geldt dit.", ["uithuwelijking"]),
        ("uithuwlijking", "Bij uithuwelijking geldt dit.", ["uithuwelijking"]),
        ("signaal", "Breng Signalen in kaart.", ["Signalen"]),
        ("school", "Praat met de school over schooltijd.", ["school", "schooltijd"]),
        ("politie", "Praat met de school.", []),
    ],
)
def test_a_form_a_part_or_a_misspelling_of_a_word_is_marked(word, text, hits):
    found = extract(text, [word])

    assert marked(found) == hits
    assert found.has_hit == bool(hits)
    assert told(found) == text


def test_it_begins_some_way_before_the_place_where_most_of_the_words_stand():
    text = f"De school belt. {LONG} Bel samen met de school de politie. {LONG}"

    found = extract(text, ["school", "politie"])

    assert marked(found) == ["school", "politie"]
    assert (found.begins_later, found.ends_sooner) == (True, True)
    assert told(found).index("school") < LENGTH / 2


def test_without_the_words_it_is_the_beginning():
    found = extract(LONG, ["politie"])

    assert told(found).startswith("Vraag eerst advies.")
    assert (found.begins_later, found.ends_sooner) == (False, True)


def test_an_empty_text_has_an_empty_extract():
    assert extract(" \n ", ["school"]) == Extract((), begins_later=False, ends_sooner=False)


WORDS = st.lists(st.sampled_from(["school", "politie", "huwelijk", "eer"]), min_size=1, max_size=4)
TEXTS = st.text("schoolpitehuwjkr .,\n-1", max_size=900) | st.lists(
    st.sampled_from(["school", "politiebureau", "de", "x" * 250, "\n", "eer."]), max_size=120
).map(" ".join)


@given(TEXTS, WORDS)
def test_it_is_always_a_stretch_of_the_text_in_whole_words(text, words):
    plain, found = " ".join(text.split()), extract(text, words)

    shown = told(found)
    begin = plain.index(shown)
    assert (shown == "") == (plain == "")
    assert found.begins_later or plain.startswith(shown)
    assert found.ends_sooner or plain.endswith(shown)
    assert all(bit.text for bit in found.bits)
    assert begin == 0 or plain[begin - 1] == " " or shown in plain[begin + 1 :]
    longest = max(map(len, plain.split()), default=0)
    assert len(shown) <= LENGTH + longest


@pytest.mark.parametrize(
    ("words", "number"),
    [
        (["klacht", "discriminatie"], 2),
        (["discriminerend"], 1),
        (["discriminattie", "school"], 1),
        (["eer"], 0),
        ([], 0),
    ],
)
def test_each_word_that_a_text_is_about_counts_once(words, number):
    assert number_of_hits("discriminatie racisme klacht klachten", words) == number
