"""Fills in the form of a dilemma, and finds things on the pages that answer it."""

from __future__ import annotations

import re
import uuid

from django.http import HttpResponse
from django.test import Client

from verder.deliberation.models import Dilemma

PHONE = "06-12345678"
CODE = re.compile(r"[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}")


def filled(**fields: str) -> dict[str, str]:
    """Return what a browser sends of the form when only what is needed is filled in."""
    standard = {
        "question": "Mag de school mij dit vertellen?",
        "situation": "Een leerling is al weken niet op school.",
        "presenter": "secretariat",
        "tlp": "TLP:AMBER+STRICT",
        "known_to": "secretariat",
        "request_key": str(uuid.uuid4()),
    }
    return {**standard, **fields}


def text_of(answer: HttpResponse) -> str:
    """Return a page as one line of words, for finding sentences in it."""
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def code_on(answer: HttpResponse) -> str:
    """Return the receipt code that a page shows."""
    found = re.search(rf'id="code">({CODE.pattern})<', answer.content.decode())
    assert found
    return found[1]


def answer_name(answer: HttpResponse, number: int = 1) -> str:
    """Return the name under which the form asks what to do with the finding of that number."""
    names = re.findall(r'name="([a-z_]+-[0-9a-f]{12})" value="(?:replace|keep)"', answer.content.decode())
    return list(dict.fromkeys(names))[number - 1]


def hidden(answer: HttpResponse, name: str, *, of: str = "") -> str:
    """Return the value of a hidden field, of the form that is sent to an address ending on `of`."""
    page = answer.content.decode()
    start = page.index(f'{of}"', page.index("<form")) if of else 0
    found = re.compile(rf'name="{name}" value="([^"]+)"').search(page, start)
    assert found
    return found[1]


def put_in(client: Client, **fields: str) -> tuple[Dilemma, str]:
    """Put a dilemma in by the form, and return it with its receipt code."""
    code = code_on(client.post("/inbrengen", filled(**fields)))
    return Dilemma.objects.latest("pk"), code


def opened(client: Client, **fields: str) -> Dilemma:
    """Put a dilemma in and open its page on this client."""
    dilemma, code = put_in(client, **fields)
    client.post("/volgen", {"code": code})
    return dilemma
