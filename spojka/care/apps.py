from django.apps import AppConfig
from django.utils.module_loading import import_module


class CareConfig(AppConfig):
    name = "spojka.care"

    def ready(self) -> None:
        import_module("spojka.care.telling")  # pages of shifts, contacts and clients lie below us
