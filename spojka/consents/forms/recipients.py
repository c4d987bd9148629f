from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spojka.access.permissions import KIND_NAMES
from spojka.ui.widgets import ChipCheckboxes, Select

from ..content import Whom, kinds_of
from ..models import KINDS
from ..naming import Institute, colleague_of

TYPED = {"autocomplete": "off", "spellcheck": "false"}
NARROWER = _("Only some of it")


def _narrower() -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        required=False,
        choices=[(str(int(kind)), KIND_NAMES[kind]) for kind in KINDS],
        label=NARROWER,
        help_text=_("Nothing ticked: all that is ticked above."),
        widget=ChipCheckboxes(),
    )


class Institution(forms.Form):
    """One institution: chosen, if it works with Spojka, or written as the paper has it."""

    to = forms.ChoiceField(required=False, label=_("With whom"), widget=Select(attrs={"class": "form-select"}))
    institution = forms.CharField(
        required=False,
        max_length=160,
        label=_("Another institution"),
        help_text=_("One that does not work with Spojka: the consent stands on paper, nothing is opened."),
        widget=forms.TextInput(TYPED),
    )
    unit = forms.CharField(
        required=False, max_length=120, label=_("Its centre or service"), widget=forms.TextInput(TYPED)
    )
    person = forms.CharField(
        required=False, max_length=120, label=_("Responsible worker"), widget=forms.TextInput(TYPED)
    )
    is_only_worker = forms.BooleanField(required=False, label=_("Only this worker may see it"))

    def __init__(self, *args: Any, offered: Mapping[str, Institute], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.offered = offered
        self.fields["to"].choices = [
            ("", _("choose, or write another one")),
            *((k, v.name) for k, v in offered.items()),
        ]
        self.fields["kinds"] = _narrower()
        for name in ("to", "institution", "unit", "person"):
            self.fields[name].needed = True  # a row that is filled in at all asks for more of them

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("to") and said.get("institution"):
            self.add_error("institution", _("Choose one from the list, or write another one: not both."))
        if not said.get("to") and not said.get("institution") and (said.get("person") or said.get("unit")):
            self.add_error("to", _("Choose the institution, or write which one it is."))
        self.worker = None
        if said.get("is_only_worker") and not self.errors:
            self.worker = colleague_of(self.offered.get(said["to"]), said["person"])
            if self.worker is None:
                self.add_error("person", _("Nobody of that name works there. Ask them, or share with the service."))
        return said

    @property
    def whom(self) -> Whom | None:
        said = self.cleaned_data
        chosen = self.offered.get(said["to"])
        if chosen is None and not said["institution"]:
            return None
        words = {"person": said["person"], "kinds": kinds_of(said.get("kinds", []))}
        if chosen is None:
            return Whom(institution=said["institution"], unit=said["unit"], **words)
        unit = chosen.unit or said["unit"]
        names = {"institution": chosen.house.name, "unit": unit, "house": chosen.house, "centre": chosen.centre}
        return Whom(**names, worker=self.worker, **words)


class Private(forms.Form):
    """One private person."""

    person = forms.CharField(
        required=False, max_length=120, label=pgettext_lazy("of a person", "Name"), widget=forms.TextInput(TYPED)
    )
    relation = forms.CharField(
        required=False,
        max_length=60,
        label=_("What they are to the client"),
        help_text=_("Mother, partner, friend."),
        widget=forms.TextInput(TYPED),
    )

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["kinds"] = _narrower()

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if bool(said.get("person")) != bool(said.get("relation")):
            name = "relation" if said.get("person") else "person"
            self.add_error(name, _("Write both the name and what they are to the client."))
        return said

    @property
    def whom(self) -> Whom | None:
        said = self.cleaned_data
        if not said["person"]:
            return None
        return Whom(person=said["person"], relation=said["relation"], kinds=kinds_of(said["kinds"]))
