"""What every answer tells a browser: run nothing of others, guess nothing, frame nothing, and come back over https."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from verder.launch.check import PRODUCTION

ANSWERS = [
    "/",
    "/inbrengen",
    "/kennis",
    "/bestaat-niet",
    "/robots.txt",
    "/uitkomsten/feed",
    "/uitkomsten/vergaderingen.ics",
]
HEADERS = """
import django, json
django.setup()
from django.test import Client
answer = Client().get("/.well-known/security.txt", secure=True, headers={"host": "verder.example"})
print(json.dumps({**answer.headers, "contact": answer.text.splitlines()[0]}))
"""


@pytest.mark.django_db
@pytest.mark.parametrize("path", ANSWERS)
def test_every_answer_forbids_what_no_page_needs(client, path):
    answer = client.get(path)

    rules = dict(rule.split(" ", 1) for rule in answer.headers["Content-Security-Policy"].split("; "))
    assert "unsafe" not in answer.headers["Content-Security-Policy"]
    assert {rules[name] for name in ("default-src", "frame-ancestors", "base-uri")} == {"'none'"}
    assert {rules[name] for name in ("script-src", "style-src", "connect-src", "form-action")} == {"'self'"}
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["Referrer-Policy"] == "same-origin"


@pytest.mark.slow
def test_a_production_is_visited_over_https_alone_and_says_whom_to_write_to():
    around = {**os.environ, **PRODUCTION, "DATABASE_URL": "postgres://nobody@127.0.0.1:1/nothing"}
    told = subprocess.run(  # noqa: S603 -- our own command
        [sys.executable, "-c", HEADERS], env=around, capture_output=True, check=True, text=True
    )

    headers = json.loads(told.stdout.splitlines()[-1])
    assert headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains; preload"
    assert headers["contact"] == "Contact: mailto:security@verder.example"
