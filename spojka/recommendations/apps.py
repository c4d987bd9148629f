from django.apps import AppConfig
from django.utils.module_loading import import_module


class RecommendationsConfig(AppConfig):
    name = "spojka.recommendations"

    def ready(self) -> None:
        from spojka.members import resealing

        from .models import Ballot

        resealing.register_texts(Ballot)
        for room in ("telling", "findable", "metrics"):
            import_module(f"spojka.recommendations.{room}")  # groups, search and figures lie below us
