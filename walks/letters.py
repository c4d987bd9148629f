"""Letters of a walk: they lie in the folder of the demonstration, nobody sends them."""

import email
import os
import re
import subprocess
import sys
from email.message import EmailMessage
from email.policy import default

from .walk import Walk

BETWEEN = b"-" * 79


def to(w: Walk, address: str) -> list[EmailMessage]:
    """Return the letters to an address, the last one at the end."""
    assert w.data, "say with --data where the letters lie"
    files = sorted((w.data / "mail").glob("*.log"), key=lambda one: (one.stat().st_mtime_ns, one.name))
    found = [part for one in files for part in one.read_bytes().split(BETWEEN) if part.strip()]
    read = [email.message_from_bytes(part.strip() + b"\n", EmailMessage, policy=default) for part in found]
    return [one for one in read if one["To"] == address]


def words(letter: EmailMessage) -> str:
    """Return what a letter says, its subject first."""
    return f"{letter['Subject']}\n{letter.get_body(('plain',)).get_content()}"


def way(w: Walk, letter: EmailMessage) -> str:
    """Return where the link of a letter leads."""
    return re.search(rf"{re.escape(w.address)}(/\S+)", words(letter))[1]


def calendar(letter: EmailMessage) -> str:
    """Return the calendar file that came with a letter."""
    return next(one for one in letter.iter_attachments() if one.get_content_type() == "text/calendar").get_content()


def remind(w: Walk) -> None:
    """Let the daily timer pass."""
    env = os.environ | {"SPOJKA_DATA": str(w.data), "SPOJKA_DEMO": "1"}
    subprocess.run([sys.executable, "-m", "config.cli", "remind"], env=env, check=True, capture_output=True)
