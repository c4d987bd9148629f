"""All checks, in the order in which they are shown within their severity."""

from ..check import Check, Severity
from .around import AROUND
from .contacts import CONTACTS
from .content import CONTENT
from .measures import MEASURES
from .people import PEOPLE
from .shifts import SHIFTS

CHECKS: tuple[Check, ...] = (*SHIFTS, *CONTACTS, *CONTENT, *MEASURES, *AROUND, *PEOPLE)
BY_CODE = {check.code: check for check in CHECKS}
GROUPS = [(severity, [check for check in CHECKS if check.severity == severity]) for severity in Severity]
