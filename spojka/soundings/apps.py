from django.apps import AppConfig
from django.utils.module_loading import import_module


class SoundingsConfig(AppConfig):
    name = "spojka.soundings"

    def ready(self) -> None:
        from spojka.members import resealing

        from .models import Sounding

        resealing.register_texts(Sounding)
        import_module("spojka.soundings.ending")  # the base statement lies below us
        import_module("spojka.soundings.telling")  # so does the client's page
