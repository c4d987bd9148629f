"""Rules of the service, and that they were explained."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spojka.codelists.catalogue import Catalogue
from spojka.codelists.fields import CodesField
from spojka.ui.fields import DayField
from spojka.ui.widgets import ChipCheckboxes, NewId, Segment, Select
from spojka.ui.words import day

from ..models import NoticeUnit, ServiceRules
from .shared import SELECT, words


class SetRules(forms.Form):
    """The next version of the rules."""

    id = forms.UUIDField(widget=NewId)
    text = words(
        16,
        max_length=20000,
        label=_("Rules of the service"),
        help_text=_("In words that clients understand. Paragraphs with an empty line between them."),
        error_messages={"required": _("Write the rules.")},
    )
    valid_from = DayField(label=_("From which day"))
    notice = forms.IntegerField(
        min_value=0,
        max_value=200,
        label=_("Notice on other grounds than broken rules"),
        help_text=_("For broken rules it is always 10 working days. 0: the contract ends on the day of delivery."),
        error_messages={"required": _("Write how long the notice is.")},
    )
    notice_unit = forms.ChoiceField(
        choices=NoticeUnit, label=pgettext_lazy("of a term", "Counted in"), widget=Segment()
    )


class Explain(forms.Form):
    """A client was told the rules."""

    id = forms.UUIDField(widget=NewId)
    on = DayField(label=_("Explained on"))
    told_by = forms.ChoiceField(label=_("Who explained them"), widget=Select(attrs=SELECT))
    note = words(
        2,
        required=False,
        max_length=500,
        label=_("What to add"),
        help_text=_("What they asked, what was hard to understand, in which language. It is sealed."),
    )

    def __init__(
        self,
        *args: Any,
        catalogue: Catalogue,
        versions: Sequence[ServiceRules],
        workers: list[tuple[str, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.versions = {str(one.pk): one for one in versions}
        self.fields["rules"] = version_field(versions)
        ways = CodesField("rules_way", catalogue, label=_("How they were explained"), widget=ChipCheckboxes())
        ways.error_messages["required"] = _("Choose how the rules were explained.")
        ways.keep(*self.initial.get("ways", ()))
        self.fields["ways"] = ways
        self.fields["told_by"].choices = workers
        self.order_fields(["id", "rules", "ways", "on", "told_by", "note"])

    @property
    def chosen(self) -> dict[str, Any]:
        said = dict(self.cleaned_data)
        return said | {"rules": self.versions[said["rules"]]}


def version_field(versions: Sequence[ServiceRules]) -> forms.ChoiceField:
    """Return a choice of versions, the newest first."""
    named = [
        (str(one.pk), _("version %(n)s, from %(day)s") % {"n": one, "day": day(one.valid_from, True)})
        for one in versions
    ]
    return forms.ChoiceField(choices=named, label=_("Which version"), widget=Select(attrs=SELECT))
