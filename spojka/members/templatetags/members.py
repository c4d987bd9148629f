from django import template
from django.conf import settings
from django.utils import timezone

from spojka.members import doors

register = template.Library()


@register.simple_tag
def mail_is_sent():
    """Say whether messages leave this machine."""
    return settings.MAIL_IS_SENT


@register.simple_tag
def whom_one_can_be():
    """Return the invented people whom the sign-in page of a demonstration offers; elsewhere nobody."""
    return doors.invented_people(timezone.localdate()) if settings.DEMO else []
