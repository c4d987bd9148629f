from django.apps import AppConfig
from django.utils.module_loading import import_module


class LooksConfig(AppConfig):
    name = "spojka.looks"

    def ready(self) -> None:
        import_module("spojka.looks.telling")  # the client's page lies below us
