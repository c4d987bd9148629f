from django.apps import AppConfig
from django.utils.module_loading import import_module


class CareConfig(AppConfig):
    name = "spojka.care"

    def ready(self) -> None:
        # pages of shifts, contacts and clients lie below us; on a shift's page those of one heading stand together
        import_module("spojka.care.telling")
        import_module("spojka.care.recounting")
