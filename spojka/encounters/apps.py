from django.apps import AppConfig
from django.utils.module_loading import import_module


class EncountersConfig(AppConfig):
    name = "spojka.encounters"

    def ready(self) -> None:
        import_module("spojka.encounters.flagging")  # the page of a client lies below us, so we tell it what we know
