from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "spojka.files"

    def ready(self) -> None:
        from spojka.members import resealing

        from . import storing

        resealing.register(storing.reseal)
