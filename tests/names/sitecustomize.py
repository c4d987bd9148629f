"""Names that end in .test lead to this machine: for processes of tests that have this folder on their path."""

import socket

_asked = socket.getaddrinfo


def getaddrinfo(host, *args, **kwargs):
    return _asked("127.0.0.1" if str(host).endswith(".test") else host, *args, **kwargs)


socket.getaddrinfo = getaddrinfo
