from django.apps import AppConfig
from django.utils.module_loading import import_module


class DirectoryConfig(AppConfig):
    name = "spojka.directory"

    def ready(self) -> None:
        import_module("spojka.directory.reminding")
