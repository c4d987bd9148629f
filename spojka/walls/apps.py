from django.apps import AppConfig
from django.utils.module_loading import import_module


class WallsConfig(AppConfig):
    name = "spojka.walls"

    def ready(self) -> None:
        from spojka.members import resealing

        from .models import SecretAddress, Wall

        resealing.register_texts(Wall, SecretAddress)
        import_module("spojka.walls.telling")  # the client's page lies below us
