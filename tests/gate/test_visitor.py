"""The visitor is who the trusted proxies saw, whatever the visitor claims."""

from __future__ import annotations

import pytest

from verder.gate.visitor import household, visitor_address


@pytest.mark.parametrize(
    ("remote", "forwarded", "trusted_proxies", "expected"),
    [
        ("192.0.2.1", "", 0, "192.0.2.1"),
        ("192.0.2.1", "198.51.100.9", 0, "192.0.2.1"),
        ("10.0.0.1", "203.0.113.5, 198.51.100.9", 1, "198.51.100.9"),
        ("10.0.0.1", "203.0.113.5, 198.51.100.9, 10.0.0.2", 2, "198.51.100.9"),
        ("10.0.0.1", "198.51.100.9", 2, "10.0.0.1"),
        ("10.0.0.1", "nonsense", 1, ""),
        ("", "", 0, ""),
        ("::ffff:192.0.2.1", "", 0, "192.0.2.1"),
    ],
)
def test_the_address_comes_from_the_last_proxy_that_is_trusted(remote, forwarded, trusted_proxies, expected):
    found = visitor_address(remote, forwarded, trusted_proxies=trusted_proxies)

    assert found == expected


@pytest.mark.parametrize(
    ("address", "expected"),
    [("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"), ("192.0.2.1", "192.0.2.1"), ("", "")],
)
def test_a_household_with_many_addresses_is_one_visitor(address, expected):
    taken_together = household(address)

    assert taken_together == expected
