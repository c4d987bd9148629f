from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class FiguresConfig(AppConfig):
    name = "spojka.figures"

    def ready(self) -> None:
        autodiscover_modules("metrics")  # figures lie below those who have them, so they are found, not imported
