from django.apps import AppConfig
from django.utils.module_loading import import_module


class ConsentsConfig(AppConfig):
    name = "spojka.consents"

    def ready(self) -> None:
        from spojka.members import resealing

        from .models import Consent, ConsentRecipient, ConsentSigner, Opening

        resealing.register_texts(Consent, ConsentSigner, ConsentRecipient, Opening)
        import_module("spojka.consents.telling")  # the client's page lies below us
        import_module("spojka.consents.ending")  # so does the base statement
