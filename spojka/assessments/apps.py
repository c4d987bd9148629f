from django.apps import AppConfig
from django.utils.module_loading import import_module


class AssessmentsConfig(AppConfig):
    name = "spojka.assessments"

    def ready(self) -> None:
        from spojka.members import resealing

        from .models import AssessmentPart, EcomapTie

        resealing.register_texts(AssessmentPart, EcomapTie)
        import_module("spojka.assessments.telling")  # the client's page lies below us
