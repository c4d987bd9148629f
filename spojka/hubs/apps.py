from django.apps import AppConfig


class HubsConfig(AppConfig):
    name = "spojka.hubs"

    def ready(self) -> None:
        from spojka.members import resealing

        from . import joining

        resealing.register(joining.reseal)
