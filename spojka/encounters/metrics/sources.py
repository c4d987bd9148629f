"""What several figures say in the same words."""

from typing import Any

from django.utils.translation import gettext_lazy as _

OFFICE = _("list of acts of addiction services, as practice uses it")


def is_contact(rows: Any) -> Any:
    """Test for a contact with a person; a tally is none."""
    return rows.side != "tally"
