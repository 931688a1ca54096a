"""A professional with a phone, without scripts: from the front door to an answer, on paper, and a word back."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader

from tests.browser import PHONE
from tests.web.aid_help import published_with
from verder.guidance.models import Feedback, Verdict


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_two_taps_to_a_question_a_walk_that_prints_on_one_page_and_two_taps_to_tell_whether_it_helped(
    browser, live_server
):
    published_with()
    context = browser.new_context(java_script_enabled=False, viewport=PHONE, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(live_server.url)

    page.get_by_role("link", name="Zoek kennis").tap()
    page.get_by_role("link", name="Is er nu gevaar?").tap()
    page.get_by_role("heading", level=1, name="Is er nu gevaar?").wait_for()
    page.get_by_role("link", name="Nee").tap()
    page.get_by_role("link", name="Ja").tap()
    page.get_by_role("heading", level=1, name="Volg de meldcode").wait_for()

    (paper,) = PdfReader(BytesIO(page.pdf(format="A4"))).pages
    words = " ".join(paper.extract_text().split())
    assert words.index("Is er nu gevaar?") < words.index("Is het een kind?") < words.index("Volg de meldcode")

    page.get_by_role("link", name="Ik heb het gebruikt").tap()
    page.get_by_role("button", name="Het hielp", exact=True).tap()
    page.get_by_role("heading", name="Dank u wel").wait_for()
    assert Feedback.objects.get().verdict == Verdict.HELPED
    context.close()
