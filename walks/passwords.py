"""Somebody without a button: the administrator gives them a password by the command, and they sign in with it."""

import os
import re
import secrets
import subprocess
import sys

from .walk import Walk


def enter(w: Walk, address: str) -> None:
    """Come as whoever has this address."""
    password = secrets.token_urlsafe(24)
    give(w, address, password)
    w.nobody()
    w.go("/account/login/")
    w.fill("login", address)
    w.fill("password", password)
    w.press("Sign in")
    w.page.wait_for_url(re.compile(r"^(?!.*/account/login/)"))


def give(w: Walk, address: str, password: str) -> None:
    """Type the new password twice, as the command asks for it; without a terminal it reads what comes in."""
    assert w.data, "say with --data where its rows lie"
    subprocess.run(
        [sys.executable, "-m", "config.cli", "changepassword", address],
        input=f"{password}\n" * 2,
        env=os.environ | {"SPOJKA_DATA": str(w.data), "SPOJKA_DEMO": "1"},
        start_new_session=True,
        text=True,
        check=True,
        capture_output=True,
    )
