from django.apps import AppConfig


class ReceiptsConfig(AppConfig):
    name = "spojka.receipts"

    def ready(self) -> None:
        from spojka.members import resealing

        from . import keys

        resealing.register(keys.remember)
