"""What actions of a plan ask and set beside what holds for all of a case: the version stands, words lie sealed."""

from django.utils.translation import gettext as _

from spojka.base.errors import Refusal
from spojka.base.sealed import seal

from .models import Plan


def check_standing(plan: Plan) -> None:
    if plan.is_voided:
        raise Refusal(_("This version was thrown away. Take that back first."))


def sealed(**texts: str) -> dict[str, str]:
    return {name: seal(text) if text else "" for name, text in texts.items()}
