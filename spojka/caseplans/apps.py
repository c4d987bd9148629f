from django.apps import AppConfig
from django.utils.module_loading import import_module


class CaseplansConfig(AppConfig):
    name = "spojka.caseplans"

    def ready(self) -> None:
        from spojka.mail import reminders
        from spojka.members import resealing

        from . import models
        from .terms import remind

        resealing.register_texts(
            models.Part, models.Tick, models.Assent, models.TermAnswer, models.Review, models.Attainment,
            models.OutcomeRating, models.Duty,
        )  # fmt: skip
        reminders.register("caseplans", remind)
        for room in ("telling", "own_look"):
            import_module(f"spojka.caseplans.{room}")  # pages of a case and the client's own look lie below us
