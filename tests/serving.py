"""Servers for tests, forked from one process that has already read the code.

`main` reads a port from each line, starts a server there and answers with its process id. Each server is a process
group of its own that dies of SIGKILL like any other; only what takes longest, reading the code, is done once. Unlike
config/wsgi.py it does not read what reports need beside its work: a thread in the midst of that must not be forked.
"""

import os
import signal
import sys

from django.core.wsgi import get_wsgi_application
from django.template.loader import get_template
from django.urls import get_resolver
from granian import Granian

SEEN = ["encounters/stand.html", "phones/queue.html", "phones/home.html"]  # compiled once for all

application = get_wsgi_application()


def main() -> None:
    get_resolver()._populate()
    for name in SEEN:
        get_template(name)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for those that were killed
    for line in sys.stdin:
        pid = os.fork()
        if not pid:
            os.setsid()
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            at = {"address": "127.0.0.1", "port": int(line), "interface": "wsgi", "websockets": False}
            Granian("tests.serving:application", **at, workers=1, blocking_threads=1, log_level="error").serve()
            os._exit(0)
        print(pid, flush=True)
