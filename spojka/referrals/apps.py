from django.apps import AppConfig
from django.utils.module_loading import import_module


class ReferralsConfig(AppConfig):
    name = "spojka.referrals"

    def ready(self) -> None:
        from spojka.mail import reminders
        from spojka.members import resealing

        from .models import Referral, ReferralIdentity, ReferralStep
        from .reminding import remind

        resealing.register_texts(Referral, ReferralStep, ReferralIdentity)
        reminders.register("referrals", remind)
        for room in ("telling", "figures"):
            import_module(f"spojka.referrals.{room}")  # the client's page and agreements lie below us
