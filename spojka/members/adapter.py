import logging
from smtplib import SMTPException

from allauth.account.adapter import DefaultAccountAdapter
from django.urls import reverse

log = logging.getLogger("spojka.mail")


class AccountAdapter(DefaultAccountAdapter):
    """What allauth does differently here."""

    def is_open_for_signup(self, request):
        """Nobody signs up alone: an organisation lets people in."""
        return False

    def pre_authenticate(self, request, **credentials):
        """Leave it to axes: allauth counts by name alone, so that a stranger could lock a worker out."""

    def _rollback_login_failed_rl_usage(self):
        """Nothing was counted."""

    def get_password_change_redirect_url(self, request):
        """Go back to one's own account."""
        return reverse("account")

    def send_mail(self, template_prefix, email, context):
        """Answer the same when mail can't be sent: an error would say that the address has an account."""
        try:
            super().send_mail(template_prefix, email, context)
        except (OSError, SMTPException) as fault:
            log.error("mail was not sent", exc_info=fault, extra={"error": type(fault).__name__})

    def send_notification_mail(self, *args, **kwargs):
        """Send none: they would carry the network address."""
