"""The web server starts with what is safe, and keeps visitors out of its own lines."""

from __future__ import annotations

import logging
import os
import signal
from types import SimpleNamespace

import pytest
from django.core.management.base import SystemCheckError

from verder.config.logs import JsonFormatter
from verder.launch import web
from verder.launch.refusal import CannotGoOn


@pytest.fixture
def served(monkeypatch):
    """Gather what would be served, with the checks that were done before."""
    gathered = []
    monkeypatch.setattr(web, "serve", lambda **where: gathered.append(("serve", where)))
    monkeypatch.setattr(web, "call_command", lambda name, **options: gathered.append((name, options)))
    return gathered


def test_the_demo_is_served_on_this_machine(served):
    web.run([])

    assert served == [("serve", {"address": "127.0.0.1", "port": 8000, "workers": 2})]


def test_the_demo_is_not_served_to_others(served):
    with pytest.raises(CannotGoOn, match=r"The demo listens on 127\.0\.0\.1 only"):
        web.run(["--address", "10.0.0.1"])


def test_a_production_may_be_served_to_others_after_its_checks(served, settings):
    settings.DEMO = False

    web.run(["--address", "10.0.0.1", "--workers", "4"])

    assert served[0] == ("check", {"deploy": True, "databases": ["default"]})
    assert served[1][1]["address"] == "10.0.0.1"


def test_an_unsafe_production_is_not_served(served, settings, monkeypatch):
    settings.DEMO = False
    monkeypatch.setattr(web, "call_command", unsafe)

    with pytest.raises(CannotGoOn, match="demo accounts"):
        web.run([])


def unsafe(*_: object, **__: object) -> None:
    raise SystemCheckError("The database holds demo accounts.")


def test_preparing_comes_first_when_asked_for(served):
    web.run(["--prepare", "--empty"])

    assert [name for name, _ in served] == ["prepare", "serve"]
    assert served[0][1] == {"empty": True}


@pytest.mark.django_db
def test_the_server_loads_every_page_before_its_workers_part():
    server = web.Server(address="127.0.0.1", port=8000, workers=3)

    assert callable(server.load())
    assert server.cfg.settings["workers"].get() == 3
    assert server.cfg.settings["preload_app"].get() is True
    assert server.cfg.settings["accesslog"].get() is None


def test_the_servers_own_lines_follow_the_rule_for_logs():
    handler = logging.StreamHandler()

    web.silence(SimpleNamespace(log=SimpleNamespace(error_log=SimpleNamespace(handlers=[handler]))))

    assert isinstance(handler.formatter, JsonFormatter)


def test_a_worker_is_tied_to_its_master(monkeypatch):
    tied = []
    monkeypatch.setattr(web, "tie_to_parent", lambda *given: tied.append(given))

    web.go_with_the_master(SimpleNamespace(pid=os.getpid()), None)

    assert tied == [(os.getpid(), signal.SIGTERM)]
