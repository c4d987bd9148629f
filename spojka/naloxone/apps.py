from django.apps import AppConfig
from django.utils.module_loading import import_module


class NaloxoneConfig(AppConfig):
    name = "spojka.naloxone"

    def ready(self) -> None:
        import_module("spojka.naloxone.telling")  # pages of clients, contacts and shifts lie below us
