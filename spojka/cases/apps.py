from django.apps import AppConfig
from django.utils.module_loading import import_module


class CasesConfig(AppConfig):
    name = "spojka.cases"

    def ready(self) -> None:
        from spojka.members import resealing

        from . import models

        resealing.register_texts(
            models.Case, models.CaseTurn, models.CaseClosing, models.Party, models.Participant, models.Leaving,
            models.Appraisal, models.CaseFile, models.Measure, models.Placement, models.PlacementTick,
            models.CaseGroup,
        )  # fmt: skip
        for room in ("telling", "closing_off", "own_look"):
            import_module(f"spojka.cases.{room}")  # the client's page, their look and walls lie below us
