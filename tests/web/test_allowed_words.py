"""Why a name may stand is read by the text check too, and the name itself passes there."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests.personas import secretary
from tests.signing_in import signed_in
from tests.web.filling import text_of
from verder.network.models import AllowedWord

pytestmark = pytest.mark.django_db


def send(word: str, reason: str):
    return signed_in(secretary()).post(reverse("office-words"), {"text": word, "reason": reason})


def test_a_reason_may_name_the_word_that_it_is_about():
    answer = send("Sefardijn Vonkelstra", "Sefardijn Vonkelstra is een kenniscentrum.")

    assert answer.status_code == 302
    assert AllowedWord.objects.get().reason == "Sefardijn Vonkelstra is een kenniscentrum."


def test_a_reason_that_names_somebody_is_shown_and_not_kept():
    answer = send("Het Baken", "Dat zei mevrouw Vonkelstra, bel 06 12 34 56 78.")

    assert answer.status_code == 422
    assert "telefoonnummer" in text_of(answer)
    assert 'value="Het Baken"' in answer.content.decode()
    assert not AllowedWord.objects.exists()


def test_a_word_without_a_reason_is_refused():
    answer = send("Het Baken", "")

    assert answer.status_code == 400
    assert not AllowedWord.objects.exists()
