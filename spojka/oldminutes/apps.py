from importlib import import_module

from django.apps import AppConfig


class OldMinutesConfig(AppConfig):
    name = "spojka.oldminutes"

    def ready(self) -> None:
        from spojka.members import resealing

        from .models import GroupName, OldMinutes

        resealing.register_texts(OldMinutes, GroupName)
        import_module("spojka.oldminutes.telling")  # groups lie below us
