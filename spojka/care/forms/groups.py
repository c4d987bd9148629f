import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spojka.base.errors import Refusal
from spojka.clients import codes
from spojka.codelists.catalogue import Catalogue
from spojka.encounters.forms.fields import WhenField
from spojka.ui.widgets import ChipCheckboxes, ChipRadio, NewId

from ..actions.groups import Group

OTHERS = dict.fromkeys(["min_value", "max_value", "invalid"], _("Write 0 to 500 people."))
WITH_A_GROUP = "S"  # among the modes of an act


class OfGroup(forms.Form):
    """One session of a group and who came. Codes of those who use to come are ticked by the space bar."""

    id = forms.UUIDField(widget=NewId)
    topic = forms.CharField(required=False, max_length=120, label=_("Topic"))
    place = forms.CharField(required=False, max_length=120, label=_("Where"))
    institution = forms.CharField(
        required=False,
        max_length=120,
        label=_("Whose people they are"),
        help_text=_("A school, a children's home; no names."),
    )
    starts_at = WhenField(label=_("From"), error_messages={"required": _("Write when it began.")})
    ends_at = WhenField(label=_("To"), error_messages={"required": _("Write when it ended.")})
    codes = forms.CharField(
        required=False,
        max_length=2000,
        label=_("Others under a code"),
        help_text=_("One code on a line."),
        widget=forms.Textarea({"rows": 3, "autocomplete": "off", "spellcheck": "false"}),
    )
    others = forms.IntegerField(
        required=False,
        min_value=0,
        max_value=500,
        label=_("How many without a code"),
        error_messages=OTHERS,
        widget=forms.NumberInput({"inputmode": "numeric"}),
    )
    field_order = (
        "id", "act", "topic", "starts_at", "ends_at", "place", "institution", "leaders", "known", "codes", "others",
    )  # fmt: skip

    def __init__(self, *args: Any, catalogue: Catalogue, people: list[Any], known: list[Any], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.people = {str(one.pk): one for one in people}
        self.clients = {str(one.pk): one.code for one in known}
        acts = [one for one in catalogue.items("act") if WITH_A_GROUP in one.extra.get("modes", [])]
        self.fields["act"] = forms.ChoiceField(
            choices=[(one.code, one.name) for one in acts],
            label=_("Kind of session"),
            widget=ChipRadio(),
            error_messages={"required": _("Choose what it is.")},
        )
        self.fields["leaders"] = forms.MultipleChoiceField(
            choices=[(str(one.pk), one.user.name) for one in people],
            label=_("Who led it"),
            widget=ChipCheckboxes(),
            error_messages={"required": _("Choose who led it.")},
        )
        self.fields["known"] = forms.MultipleChoiceField(
            choices=list(self.clients.items()), required=False, label=_("Who came"), widget=ChipCheckboxes()
        )
        self.order_fields(self.field_order)

    def clean_codes(self) -> list[str]:
        typed = [one.strip() for one in re.split(r"[\n,;]", self.cleaned_data["codes"]) if one.strip()]
        try:
            return [codes.normalised(one) for one in typed]
        except Refusal as refusal:
            raise forms.ValidationError(str(refusal)) from refusal

    @property
    def group(self) -> Group:
        said = self.cleaned_data
        came = [self.clients[one] for one in said["known"]] + said["codes"]
        names = ("act", "topic", "place", "institution", "starts_at", "ends_at")
        return Group(
            **{name: said[name] for name in names},
            others=said["others"] or 0,
            codes=tuple(dict.fromkeys(came)),
            leaders=tuple(self.people[one] for one in said["leaders"]),
        )


class CorrectGroup(OfGroup):
    """What should stand instead."""

    version = forms.IntegerField(min_value=1, widget=forms.HiddenInput)
    reason = forms.CharField(
        max_length=200, label=_("Why it changes"), error_messages={"required": _("Write in a few words why.")}
    )
