import json

from django import template
from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.utils import timezone

from spojka.members import doors, second_step

register = template.Library()


@register.simple_tag
def mail_is_sent():
    """Say whether messages leave this machine."""
    return settings.MAIL_IS_SENT


@register.simple_tag
def whom_one_can_be():
    """Return the invented people whom the sign-in page of a demonstration offers; elsewhere nobody."""
    return doors.invented_people(timezone.localdate()) if settings.DEMO else []


@register.filter
def as_json(value):
    """Return a value as a script reads it from an attribute."""
    return json.dumps(value, cls=DjangoJSONEncoder)


@register.inclusion_tag("members/_advice.html", takes_context=True)
def advice(context):
    """Advise somebody whose password alone opens the account, or who has few recovery codes left."""
    user = context["request"].user
    if not user.is_authenticated or not user.has_usable_password():
        return {"step": None}
    return {"step": second_step.of(user)}
