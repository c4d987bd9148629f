from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules, import_module


class ClientsConfig(AppConfig):
    name = "spojka.clients"

    def ready(self) -> None:
        autodiscover_modules("following")  # clients lie below what follows them, so it is found, not imported
        import_module("spojka.clients.telling")
