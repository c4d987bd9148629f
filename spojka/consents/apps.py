from django.apps import AppConfig
from django.utils.module_loading import import_module


class ConsentsConfig(AppConfig):
    name = "spojka.consents"

    def ready(self) -> None:
        from spojka.members import resealing

        from . import resealing as ours

        resealing.register(ours.reseal)
        import_module("spojka.consents.telling")  # the client's page lies below us
        import_module("spojka.consents.ending")  # so does the base statement
