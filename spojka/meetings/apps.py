from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "spojka.meetings"

    def ready(self) -> None:
        from spojka.mail import reminders
        from spojka.members import resealing

        from . import models
        from .reminding import remind

        resealing.register_texts(
            models.MeetingSeries, models.SeriesMember, models.Meeting, models.Invited, models.AgendaItem,
            models.MinutesLine, models.MatterAnswer, models.MinutesReply, models.Amendment,
        )  # fmt: skip
        reminders.register("meetings", remind)
