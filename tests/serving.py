"""Servers for tests, forked from one process that has already read the code: `python -m tests.serving`.

It reads a port from each line, starts a server there and answers with its process id. Each server is a process group
of its own that dies of SIGKILL like any other; only what takes longest at a start, reading the code, is done once.
"""

import os
import signal
import sys

import django

SEEN = ["encounters/stand.html", "phones/queue.html", "phones/home.html"]  # compiled once for all


def main() -> None:
    django.setup()
    from django.template.loader import get_template
    from django.urls import get_resolver, resolve
    from granian import Granian

    import config.wsgi  # noqa: F401 - each server finds it read

    resolve("/"), get_resolver()._populate()
    for name in SEEN:
        get_template(name)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for those that were killed
    for line in sys.stdin:
        pid = os.fork()
        if not pid:
            os.setsid()
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            said = {"address": "127.0.0.1", "port": int(line), "interface": "wsgi", "workers": 1}
            Granian("config.wsgi:application", **said, blocking_threads=1, websockets=False, log_level="error").serve()
            os._exit(0)
        print(pid, flush=True)


if __name__ == "__main__":
    main()
