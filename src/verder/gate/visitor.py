"""Where a visitor comes from, seen through the proxies that this installation trusts."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address


def visitor_address(remote: str, forwarded: str, *, trusted_proxies: int) -> str:
    """Find the visitor's address: the n-th from the right of X-Forwarded-For behind n trusted proxies.

    What stands further to the left is the visitor's own claim, and is never believed. What is no address gives "".
    """
    hops = [hop.strip() for hop in forwarded.split(",") if hop.strip()]
    behind_all = 0 < trusted_proxies <= len(hops)
    parsed = _parse(hops[-trusted_proxies] if behind_all else remote)
    return "" if parsed is None else str(parsed)


def household(address: str) -> str:
    """Take an IPv6 visitor by the first half of the address, since the other half is theirs to choose."""
    parsed = _parse(address)
    if isinstance(parsed, IPv6Address):
        return str(IPv6Network((parsed, 64), strict=False).network_address)
    return address


def _parse(address: str) -> IPv4Address | IPv6Address | None:
    try:
        parsed = ip_address(address)
    except ValueError:
        return None
    if isinstance(parsed, IPv6Address) and parsed.ipv4_mapped:
        return parsed.ipv4_mapped
    return parsed
