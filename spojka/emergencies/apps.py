from django.apps import AppConfig
from django.utils.module_loading import import_module


class EmergenciesConfig(AppConfig):
    name = "spojka.emergencies"

    def ready(self) -> None:
        import_module("spojka.emergencies.telling")  # the page of a shift lies below us, so we tell it what we know
