from django.apps import AppConfig
from django.utils.module_loading import import_module


class InquiriesConfig(AppConfig):
    name = "spojka.inquiries"

    def ready(self) -> None:
        from spojka.members import resealing

        from .models import Inquiry, InquiryAnswer

        resealing.register_texts(Inquiry, InquiryAnswer)
        import_module("spojka.inquiries.telling")  # the client's page lies below us
