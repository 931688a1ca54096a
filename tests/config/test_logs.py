"""A log line tells what happened, and nothing of who asked or what was typed."""

from __future__ import annotations

import json
import logging
import sys

import pytest

from verder.config.logs import JsonFormatter


def line_of(name: str, message: object, *values: object, error: bool = False, **more: object) -> dict[str, object]:
    record = logging.LogRecord(name, logging.WARNING, __file__, 1, message, values, sys.exc_info() if error else None)
    record.__dict__.update(more)
    return json.loads(JsonFormatter().format(record))


def test_our_own_lines_are_filled_in():
    line = line_of("verder.post", "Sent %s letters", 3)

    assert (line["message"], line["level"], line["logger"]) == ("Sent 3 letters", "warning", "verder.post")


def test_facts_stand_beside_the_message():
    assert line_of("verder.access", "request", facts={"status": 200})["status"] == 200


@pytest.mark.parametrize(
    ("logger", "message", "value"),
    [
        ("django.request", "%s: %s", "/volg/geheime-code"),
        ("gunicorn.error", "Error handling request %s", "/volg/geheime-code"),
        ("django.security.DisallowedHost", "Invalid host %s", "geheime-code.example"),
    ],
)
def test_lines_of_libraries_are_not_filled_in(logger, message, value):
    line = line_of(logger, message, value)

    assert "geheime-code" not in json.dumps(line)


def test_an_address_that_gunicorn_filled_in_itself_is_cut_off():
    line = line_of("gunicorn.error", "Invalid request from ip=203.0.113.9: geheim")

    assert line["message"] == "Invalid request"


def test_an_error_is_told_by_kind_and_place_without_its_message():
    try:
        int("wat iemand typte")
    except ValueError:
        line = line_of("django.request", "%s: %s", "Internal Server Error", "/pad", error=True)

    assert line["error"] == "ValueError"
    assert line["at"][0].startswith("test_logs.py:")
    assert "typte" not in json.dumps(line)


def test_an_error_that_is_logged_as_a_message_is_told_by_kind():
    assert line_of("gunicorn.error", ValueError("wat iemand typte"))["message"] == "ValueError"
