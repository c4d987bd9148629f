from django.apps import AppConfig
from django.utils.module_loading import import_module


class StockConfig(AppConfig):
    name = "spojka.stock"

    def ready(self) -> None:
        import_module("spojka.stock.telling")  # the page of a shift lies below us, so we tell it what we know
