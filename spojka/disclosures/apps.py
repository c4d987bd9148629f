from django.apps import AppConfig


class DisclosuresConfig(AppConfig):
    name = "spojka.disclosures"

    def ready(self) -> None:
        from spojka.members import resealing

        from .models import DisclosureLine, DisclosureRequest

        resealing.register_texts(DisclosureRequest, DisclosureLine)
