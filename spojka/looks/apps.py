from django.apps import AppConfig
from django.utils.module_loading import import_module


class LooksConfig(AppConfig):
    name = "spojka.looks"

    def ready(self) -> None:
        from spojka.members import resealing

        from .models import Withholding

        import_module("spojka.looks.telling")  # the client's page lies below us
        resealing.register_texts(Withholding)
