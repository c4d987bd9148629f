from django.apps import AppConfig
from django.utils.module_loading import import_module


class CounterConfig(AppConfig):
    name = "spojka.counter"

    def ready(self) -> None:
        import_module("spojka.counter.telling")  # the page of a client lies below us, so we tell it what we know
