from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spojka.clients.forms.codes import clean_code
from spojka.codelists.catalogue import Catalogue
from spojka.encounters.forms.fields import OverField
from spojka.ui.widgets import ChipRadio, NewId, Segment

from ..models import Resource

HYGIENE = "hygiene"  # the category of acts that are offered for a resource
MINUTES = dict.fromkeys(["required", "min_value", "max_value", "invalid"], _("Write 1 to 600 minutes."))


class Queue(forms.Form):
    """Who wants to come when it is free."""

    id = forms.UUIDField(widget=NewId)
    who = forms.CharField(
        max_length=24,
        label=_("Who"),
        help_text=_("A code, or a word or number that you call out. Words are erased after the day."),
        widget=forms.TextInput({"autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": _("Write whom you will call.")},
    )
    is_code = forms.ChoiceField(
        choices=[("", _("a word for today")), ("code", _("their code"))],
        required=False,
        label=_("It is"),
        widget=Segment,
    )

    def __init__(self, *args: Any, resources: list[Resource], may_code: bool, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.resources = {str(one.pk): one for one in resources}
        self.fields["resource"] = forms.ChoiceField(
            choices=[(str(one.pk), one.name) for one in resources],
            label=_("Where to"),
            widget=ChipRadio(),
            error_messages={"required": _("Choose where they want to go."), "invalid_choice": _("Choose again.")},
        )
        if len(resources) == 1:
            self.fields["resource"].initial = str(resources[0].pk)
        if not may_code:
            del self.fields["is_code"]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        said["is_code"] = said.get("is_code") == "code"
        if said["is_code"] and said.get("who"):
            clean_code(self, "who")
        if said.get("resource"):
            said["resource"] = self.resources[said["resource"]]
        return said


class Clothes(forms.Form):
    """How many pieces of clothes they were given, and why more or sooner than is usual, if it is so."""

    clothes = forms.IntegerField(
        required=False,
        min_value=0,
        max_value=50,
        label=_("Pieces of clothes"),
        error_messages=dict.fromkeys(["min_value", "max_value", "invalid"], _("Write 0 to 50 pieces.")),
    )
    over = OverField(needed=True)

    @property
    def said(self) -> dict[str, Any]:
        return {"clothes": self.cleaned_data["clothes"] or 0, "over": self.cleaned_data["over"]}


class OfResource(forms.Form):
    """What people take turns at."""

    id = forms.UUIDField(widget=NewId)
    name = forms.CharField(
        max_length=40,
        label=_("What it is called"),
        error_messages={"required": _("Write what it is: a shower, a dryer.")},
    )
    minutes = forms.IntegerField(
        min_value=1,
        max_value=600,
        label=_("Minutes for one person"),
        error_messages=MINUTES,
        widget=forms.NumberInput({"inputmode": "numeric"}),
    )
    opens_at = forms.TimeField(required=False, label=_("Open from"), widget=forms.TimeInput({"type": "time"}, "%H:%M"))
    closes_at = forms.TimeField(required=False, label=_("Open to"), widget=forms.TimeInput({"type": "time"}, "%H:%M"))
    is_offered = forms.BooleanField(required=False, initial=True, label=_("It is offered"))

    def __init__(self, *args: Any, catalogue: Catalogue, is_new: bool, **kwargs: Any):
        super().__init__(*args, **kwargs)
        standing = self.initial.get("act")  # stays offered, also if the service ended it
        every = catalogue.everything.get("act", ())
        hygiene = [one for one in every if one.extra.get("category") == HYGIENE and one.is_on]
        acts = [*hygiene, *(one for one in every if one.code == standing and one not in hygiene)]
        self.fields["act"] = forms.ChoiceField(
            choices=[("", _("nothing")), *((one.code, one.name) for one in acts)],
            required=False,
            label=_("What is written when they are done"),
            widget=forms.Select({"class": "form-select"}),
            error_messages={"invalid_choice": _("This act is not offered any more. Choose another one.")},
        )
        if is_new:
            del self.fields["is_offered"]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("opens_at") and said["opens_at"] == said.get("closes_at"):
            self.add_error("closes_at", _("It would be open at no time. Write another hour, or leave both empty."))
        return said
