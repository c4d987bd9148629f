"""Guards around every test: no network but loopback, and no order that nobody asked for."""

import ipaddress
import socket

import pytest
from django.db.models import query

REAL_CONNECT = socket.socket.connect


def is_here(address) -> bool:
    """Test whether an address is on this machine: a path of a local socket, or loopback."""
    if not isinstance(address, tuple):
        return True
    try:
        return ipaddress.ip_address(address[0]).is_loopback
    except ValueError:
        return address[0] == "localhost"


def connect(self, address):
    if not is_here(address):
        raise RuntimeError(f"A test must not reach out to {address}")
    return REAL_CONNECT(self, address)


def backwards(iterate):
    """Turn rows round when no order was asked for: who relies on the order of insertion finds out here."""

    def __iter__(self):
        found = iterate(self)
        if self.queryset.ordered:
            return iter(found)
        return reversed(list(found))

    return __iter__


@pytest.fixture(autouse=True, scope="session")
def _guards():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", connect)
        for kind in (
            query.ModelIterable,
            query.ValuesIterable,
            query.ValuesListIterable,
            query.FlatValuesListIterable,
        ):
            patch.setattr(kind, "__iter__", backwards(kind.__iter__))
        yield
