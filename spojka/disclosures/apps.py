from django.apps import AppConfig


class DisclosuresConfig(AppConfig):
    name = "spojka.disclosures"

    def ready(self) -> None:
        from spojka.members import resealing

        from .resealing import reseal

        resealing.register(reseal)
