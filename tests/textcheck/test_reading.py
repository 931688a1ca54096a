"""A text is cleaned before it is stored, and read through the tricks of type."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verder.textcheck.reading import normalise, read


@pytest.mark.parametrize(
    ("written", "clean"),
    [
        ("een\r\ntwee\rdrie\u2028vier", "een\ntwee\ndrie\nvier"),
        ("een\x00 \u200btwee\ufeff\u00ad\t\U000e0041\ud800", "een twee\t"),
        ("cafe\u0301", "café"),
        ("\u2800\u3164leeg\ufe0f", "leeg"),
        ("gewoon – ‘zo’", "gewoon – ‘zo’"),
    ],
)
def test_a_text_is_cleaned(written: str, clean: str) -> None:
    assert normalise(written) == clean


@pytest.mark.parametrize(
    ("written", "as_read"),
    [
        ("06‑12", "06-12"),
        ("06\u00a012\u2009en\u3000", "06 12 en "),
        ("‘zo’ “en” «meer»", '\'zo\' "en" "meer"'),
        ("１２३ ٣ ²", "123 3 2"),
        ("1\u03362\u0336", "12"),
        ("ｘ＠ｙ", "x@y"),
        ("e\u0301\u200b\u0302n ½", "é\u0302n ½"),
        ("a\rb\nc\td", "a\nb\nc d"),
        ("\u200b", ""),
    ],
)
def test_a_text_is_read_as_a_person_sees_it(written: str, as_read: str) -> None:
    assert read(written).text == as_read


@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@given(st.text())
def test_every_stretch_of_a_reading_leads_back_to_what_was_written(text: str) -> None:
    reading = read(text)

    places = [reading.written(at, at + 1) for at in range(len(reading.text))]

    assert all(0 <= start < end <= len(text) for start, end in places)
    assert places == sorted(places)
