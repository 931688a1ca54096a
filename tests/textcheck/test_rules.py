"""The rules are data that people can read."""

from verder.textcheck.rules import readable_words


def test_words_are_shown_as_they_are_without_the_signs_of_an_expression() -> None:
    assert readable_words("sul(?:len)?|oplichters?|domme (?:gans|geit)|te dom") == ["oplichter", "sul", "te dom"]
