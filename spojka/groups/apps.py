from django.apps import AppConfig
from django.utils.module_loading import import_module


class GroupsConfig(AppConfig):
    name = "spojka.groups"

    def ready(self) -> None:
        from spojka.members import resealing

        from .models import Seat

        resealing.register_texts(Seat)
        for room in ("telling", "findable", "metrics"):
            import_module(f"spojka.groups.{room}")  # meetings, search and figures lie below us
