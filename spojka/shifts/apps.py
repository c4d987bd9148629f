from django.apps import AppConfig
from django.utils.module_loading import import_module


class ShiftsConfig(AppConfig):
    name = "spojka.shifts"

    def ready(self) -> None:
        import_module("spojka.shifts.telling")  # the page of a shift lies below us, so we tell it what we know
