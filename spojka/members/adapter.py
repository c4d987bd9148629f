import logging
from smtplib import SMTPException

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from spojka.base import sealed

from . import devices

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

    def login(self, request, user):
        """Write down the device; one that was signed in here before ends."""
        before = request.session.pop(devices.KEY, None)
        super().login(request, user)
        if before:
            devices.end(user, id=before)
        devices.begin(request, timezone.now())

    def logout(self, request):
        """Sign the device out too."""
        if before := request.session.get(devices.KEY):
            devices.end(request.user, id=before)
        super().logout(request)

    def set_password(self, user, password):
        """Sign out all other devices: whoever knew the old password must not stay."""
        super().set_password(user, password)
        devices.end(user, but=self.request.session.get(devices.KEY) if self.request else None)


class SecondStepAdapter(DefaultMFAAdapter):
    """What allauth does differently here with the second step."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": gettext_lazy("This code is wrong, or was used already."),
    }

    def encrypt(self, text):
        """Keep secrets sealed."""
        return sealed.seal(text)

    def decrypt(self, encrypted_text):
        """Open them, also those from before they were sealed."""
        return sealed.unseal(encrypted_text)

    def _get_site_name(self):
        """Passkeys are kept under this name in people's phones."""
        return "Spojka"

    def generate_authenticator_name(self, user, type):
        """Offer what the device says of itself."""
        agent = self.request.headers.get("User-Agent", "") if self.request else ""
        return devices.name_of(agent) or _("My device")
