from django.apps import AppConfig
from django.utils.module_loading import import_module


class ConferencesConfig(AppConfig):
    name = "spojka.conferences"

    def ready(self) -> None:
        from spojka.members import resealing

        from .models import CaseMeeting

        resealing.register_texts(CaseMeeting)
        for room in ("telling", "metrics"):
            import_module(f"spojka.conferences.{room}")  # meetings, cases and figures lie below us
