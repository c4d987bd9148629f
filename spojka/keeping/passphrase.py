"""The passphrase comes from a file or is typed; never from the command line, where others of the machine read it."""

import getpass
import os
import sys
from pathlib import Path

from django.utils.translation import gettext as _

from .errors import KeepingError

VARIABLE = "SPOJKA_PASSPHRASE_FILE"


def ask(*, twice: bool) -> str:
    """Return the passphrase; `twice` when a slip of the hand would lock everything for ever."""
    if name := os.environ.get(VARIABLE):
        try:
            return Path(name).read_text(encoding="utf-8").strip("\r\n")
        except (OSError, UnicodeDecodeError) as fault:
            raise KeepingError(_("The file with the passphrase can't be read: %(file)s") % {"file": name}) from fault
    if not sys.stdin.isatty():
        raise KeepingError(
            _("Say in %(variable)s which file holds the passphrase, or run it in a terminal.") % {"variable": VARIABLE}
        )
    typed = getpass.getpass(_("Passphrase: "))
    if twice and getpass.getpass(_("Once more: ")) != typed:
        raise KeepingError(_("The two passphrases differ."))
    return typed
