"""Warnings and endings."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spojka.codelists.catalogue import Catalogue
from spojka.codelists.fields import CodeField
from spojka.ui.fields import DayField
from spojka.ui.widgets import ChipRadio, NewId, Segment, Select
from spojka.ui.words import day

from ..content import Breach
from ..models import ContractWarning
from .shared import SELECT, MaybeDelivered, words

WRITTEN = [("yes", _("in writing")), ("no", _("by word, we note it"))]


class Warn(MaybeDelivered):
    """The client broke a rule."""

    id = forms.UUIDField(widget=NewId)
    rule = forms.CharField(
        max_length=300,
        label=_("Which rule"),
        help_text=_("In the words of the rules."),
        error_messages={"required": _("Write which rule was broken.")},
    )
    what = words(
        label=_("What happened"),
        help_text=_("What was seen and heard. No judgements, no names of others."),
        error_messages={"required": _("Write what happened.")},
    )
    happened_on = DayField(label=_("When it happened"))
    written_on = DayField(label=_("Warning written on"))
    field_order = ["id", "rule", "what", "happened_on", "written_on", "delivered_on", "delivered_how"]

    @property
    def said(self) -> dict[str, Any]:
        names = ("id", "rule", "what", "happened_on", "written_on")
        return {name: self.cleaned_data[name] for name in names} | {"handed": self.handed}


class End(forms.Form):
    """The client ends it: no reason is asked for."""

    id = forms.UUIDField(widget=NewId)
    on = DayField(label=_("Said on"))
    last = DayField(label=_("Last day of the contract"), help_text=_("As the client wants; it may be the same day."))
    is_written = forms.ChoiceField(choices=WRITTEN, label=_("How they said it"), widget=Segment(), initial="yes")
    words = words(
        2,
        required=False,
        label=_("In their words"),
        help_text=_("Only what they want to say. The client needs no reason."),
    )

    @property
    def said(self) -> dict[str, Any]:
        return self.cleaned_data | {"is_written": self.cleaned_data["is_written"] == "yes"}


class AgreeEnd(forms.Form):
    """Both sides agree to end it."""

    id = forms.UUIDField(widget=NewId)
    on = DayField(label=_("Agreed on"))
    last = DayField(label=_("Last day of the contract"))
    words = words(2, required=False, label=_("What was agreed"))


class Notice(MaybeDelivered):
    """The provider gives notice on one of three grounds."""

    id = forms.UUIDField(widget=NewId)
    unpaid_since = DayField(
        required=False,
        label=_("Not paid since"),
        help_text=_("Where a fee was agreed: it counts when it lasts for more than one calendar month."),
    )
    what = words(
        4,
        label=_("What happened"),
        help_text=_("It stands in the notice. What was seen and heard, no judgements."),
        error_messages={"required": _("Write what happened.")},
    )
    happened_on = DayField(label=_("When it happened"))
    on = DayField(label=_("Notice written on"))
    field_order = [
        *("id", "ground", "warning", "unpaid_since", "what", "happened_on"),
        *("on", "delivered_on", "delivered_how"),
    ]

    def __init__(
        self, *args: Any, catalogue: Catalogue, warnings: Sequence[ContractWarning], has_fee: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        ground = CodeField(
            "contract_ending",
            catalogue,
            label=_("Ground"),
            help_text=_("There is no other. The client may end the contract at any time, the provider may not."),
            widget=ChipRadio(),
        )
        ground.error_messages["required"] = _("Choose the ground.")
        self.grounds, self.fields["ground"] = catalogue, ground
        self.warnings = {str(one.pk): one for one in warnings if one.delivered_on and one.holds}
        self.fields["warning"] = forms.ChoiceField(
            required=False,
            choices=[("", ""), *((key, _named(one)) for key, one in self.warnings.items())],
            label=_("Which warning it follows"),
            help_text=_("For broken rules: only one that was delivered before it happened again."),
            widget=Select(attrs=SELECT),
        )
        self.order_fields(self.field_order)
        if not has_fee:
            del self.fields["unpaid_since"]

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        ground = self.grounds.find("contract_ending", said.get("ground", ""))
        if not (ground and ground.extra.get("warned")):
            said["warning"] = ""
        if not (ground and ground.extra.get("unpaid")):
            said["unpaid_since"] = None
        return said

    @property
    def breach(self) -> Breach:
        said = self.cleaned_data
        return Breach(
            ground=said["ground"],
            what=said["what"],
            happened_on=said["happened_on"],
            warning=self.warnings.get(said.get("warning", "")),
            unpaid_since=said.get("unpaid_since"),
        )


def _named(warning: ContractWarning) -> str:
    rule = warning.said.get("rule", "")
    return _("%(rule)s, delivered %(day)s") % {"rule": rule[:80], "day": day(warning.delivered_on, True)}


class OpenAgain(forms.Form):
    """The client may come again sooner."""

    why = words(
        2,
        max_length=300,
        label=_("Why they may come again"),
        help_text=_("What changed. It is sealed."),
        error_messages={"required": _("Write why.")},
    )
