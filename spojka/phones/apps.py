from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class PhonesConfig(AppConfig):
    name = "spojka.phones"

    def ready(self) -> None:
        autodiscover_modules("field_pages")  # phones lie below the pages they keep, so these are found, not imported
