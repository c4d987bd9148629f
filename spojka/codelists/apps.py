from django.apps import AppConfig


class CodelistsConfig(AppConfig):
    name = "spojka.codelists"

    def ready(self) -> None:
        from spojka.members import kinds

        from .catalogue import names

        kinds.tell(lambda: names("service_kind"))  # members lies below and founds services
