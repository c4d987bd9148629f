from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class SearchConfig(AppConfig):
    name = "spojka.search"

    def ready(self) -> None:
        autodiscover_modules("findable")  # search lies below what is found, so it is found, not imported
