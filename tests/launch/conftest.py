"""Folders and ports for tests that start something."""

from __future__ import annotations

import shutil
import socket
import tempfile
from pathlib import Path

import pytest


@pytest.fixture
def folder():
    """Give a folder that the account of the database can reach, unlike pytest's own."""
    path = Path(tempfile.mkdtemp(prefix="verder-test-"))
    path.chmod(0o711)
    yield path
    shutil.rmtree(path, ignore_errors=True)


@pytest.fixture
def free_port():
    """Give a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def taken_port():
    """Give a port that somebody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]
