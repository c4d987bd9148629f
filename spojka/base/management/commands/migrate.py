from typing import Any

from django.core.management.commands.migrate import Command as Migrate

from spojka.base.quick_state import quick_state


class Command(Migrate):
    """Django's own command; the states between the steps are made faster."""

    def handle(self, *args: Any, **options: Any) -> None:
        with quick_state():
            super().handle(*args, **options)
