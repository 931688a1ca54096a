"""Readability counts sentences and words and offers simpler ones."""

from verder.textcheck import measure


def test_a_plain_text_looks_like_b1() -> None:
    result = measure("Een meisje van vijftien wil niet trouwen. Mag ik haar helpen? Haar vader weet van niets.")

    assert result.looks_like_b1
    assert result.long_sentences == ()
    assert round(result.words_per_sentence, 1) == 5.3


def test_a_long_sentence_and_hard_words_are_shown() -> None:
    text = " Derhalve " + "is het goed om dit " * 6 + "te doen. Kort."

    result = measure(text)

    assert not result.looks_like_b1
    assert [(word.simpler, text[word.start : word.end]) for word in result.hard_words] == [("daarom", "Derhalve")]
    assert [text[one.start : one.end][:12] for one in result.long_sentences] == ["Derhalve is "]


def test_long_words_alone_make_a_text_hard() -> None:
    assert not measure("Gezinsondersteuningstrajecten vragen verantwoordelijkheidsbesef.").looks_like_b1


def test_nothing_is_easy_to_read() -> None:
    result = measure(" \n")

    assert result.looks_like_b1
    assert result.words_per_sentence == 0
