from django.apps import AppConfig
from django.utils.module_loading import import_module


class AppointmentsConfig(AppConfig):
    name = "spojka.appointments"

    def ready(self) -> None:
        from spojka.members import resealing

        from .models import Appointment

        resealing.register_texts(Appointment)
        for room in ("following", "telling", "supplying", "reminding"):  # what lies below us asks there
            import_module(f"spojka.appointments.{room}")
