"""Talking with the virus scanner: clean, infected, not there, or there and silent."""

from __future__ import annotations

import pytest

from tests.files.fake_clamd import EICAR, fake_clamd
from verder.files.scanner import Scan, greet, scan


def test_without_a_scanner_that_is_said():
    assert scan(b"x", address="") is Scan.ABSENT
    assert greet(address="") is Scan.ABSENT


def test_a_clean_file_goes_over_whole_in_pieces(tmp_path):
    content = bytes(range(256)) * 1000

    with fake_clamd(tmp_path / "clamd") as (address, scanner):
        assert scan(content, address=address) is Scan.CLEAN

    assert scanner.received == [content]


def test_an_infected_file_is_found_over_a_port_too():
    with fake_clamd() as (address, _):
        assert scan(EICAR, address=address) is Scan.INFECTED


def test_a_scanner_that_answers_is_well(tmp_path):
    with fake_clamd(tmp_path / "clamd") as (address, _):
        assert greet(address=address) is Scan.CLEAN


@pytest.mark.parametrize("said", [b"INSTREAM size limit exceeded. ERROR\0", b"x" * 5000, b"stream: OK but"])
def test_another_answer_than_expected_is_no_answer(tmp_path, said):
    with fake_clamd(tmp_path / "clamd", says=said) as (address, _):
        assert scan(b"x", address=address) is Scan.UNREACHABLE
        assert greet(address=address) is Scan.UNREACHABLE


@pytest.mark.parametrize("address", ["/nowhere/clamd", "127.0.0.1:1", "127.0.0.1:geen-poort"])
def test_a_scanner_that_is_not_there_is_unreachable(address):
    assert scan(b"x", address=address) is Scan.UNREACHABLE
    assert greet(address=address) is Scan.UNREACHABLE
