from django.apps import AppConfig
from django.utils.module_loading import import_module


class StatementsConfig(AppConfig):
    name = "spojka.statements"

    def ready(self) -> None:
        from spojka.mail import reminders
        from spojka.members import resealing

        from . import models
        from .reminding import remind

        resealing.register_texts(
            models.Statement, models.Reply, models.TeamAgreement, models.AgreedDuty, models.TeamReview
        )
        reminders.register("statements", remind)
        for room in ("telling", "own_look"):
            import_module(f"spojka.statements.{room}")  # the pages of a case and the client's own look lie below us
