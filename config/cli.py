"""The `spojka` command: run, demo, backup and the rest are Django's management commands under one name."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    if sys.argv[1:2] == ["secret"]:  # before settings are read: production does not start without one
        import secrets

        print(secrets.token_urlsafe(64))
        return
    from django.core.management import execute_from_command_line

    execute_from_command_line(["spojka", *sys.argv[1:]])


if __name__ == "__main__":
    main()
