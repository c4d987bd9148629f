from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "spojka.web"

    def ready(self) -> None:
        from spojka.mail import reminders
        from spojka.meetings import feeds

        from .waiting import dated
        from .weekly import remind

        reminders.register("week", remind)
        feeds.register_dated(dated)
