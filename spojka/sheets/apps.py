from django.apps import AppConfig
from django.utils.module_loading import import_module


class SheetsConfig(AppConfig):
    name = "spojka.sheets"

    def ready(self) -> None:
        import_module("spojka.sheets.telling")  # the page of a contact lies below us, so we tell it what we know
