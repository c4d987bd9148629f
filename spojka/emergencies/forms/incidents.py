from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spojka.codelists.catalogue import Catalogue
from spojka.codelists.fields import CodeField
from spojka.encounters.forms.fields import WhenField
from spojka.network.models import Membership
from spojka.ui.widgets import ChipCheckboxes, ChipRadio, NewId

from ..models import EntryKind
from ..recounting import LISTS, WRITTEN
from .cards import Start


class StartIncident(Start):
    """One tap: something happened. What it is may be said by the button, or later."""

    def __init__(self, *args: Any, catalogue: Catalogue, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["kind"] = CodeField("incident_kind", catalogue, required=False, label=_("What it is"))


class NoteIncident(Start):
    """One line. The button that is pressed says of which kind: `step.fire_call`, `kind.fire`, `what` …"""

    incident = forms.UUIDField(widget=forms.HiddenInput(attrs={"data-ask": ""}))
    code = forms.CharField(
        max_length=40, error_messages={"required": _("Press the button that says what you saw or did.")}
    )
    text = forms.CharField(
        required=False,
        max_length=2000,
        label=_("In words"),
        help_text=_("It is added to the button that you press next. Write no client's name."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, catalogue: Catalogue, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.catalogue = catalogue

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        kind, _dot, code = said.get("code", "").partition(".")
        if "code" in said and not self._is_known(kind, code):
            self.add_error("code", _("This button is not known here. Choose another one."))
        elif kind in WRITTEN and not said.get("text") and "text" not in self.errors:
            self.add_error("text", _("Write it in words, then press the button."))
        return said

    def _is_known(self, kind: str, code: str) -> bool:
        if kind in LISTS:
            return self.catalogue.find(LISTS[EntryKind(kind)], code) is not None
        return kind in WRITTEN and not code

    @property
    def arguments(self) -> dict[str, Any]:
        said = super().arguments
        kind, _dot, code = said.pop("code").partition(".")
        return said | {"kind": kind, "code": code}


class Write(forms.Form):
    """The same at the desk: of which kind, in words, and when."""

    id = forms.UUIDField(widget=NewId)
    kind = forms.ChoiceField(
        choices=[(one.value, one.label) for one in WRITTEN], label=_("What you add"), widget=ChipRadio()
    )
    text = forms.CharField(max_length=2000, label=_("In words"), widget=forms.Textarea(attrs={"rows": 3}))
    at = WhenField(required=False, label=_("When"), help_text=_("Empty means now."))


class Name(forms.Form):
    """Which workers were there, and who was hurt."""

    def __init__(self, *args: Any, people: list[Membership], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.people = {str(one.pk): one for one in people}
        choices = [(key, one.user.name) for key, one in self.people.items()]
        hurt = _("Only the head and the person themselves will see it.")
        usual: dict[str, Any] = {"choices": choices, "required": False, "widget": ChipCheckboxes(first=12)}
        self.fields["present"] = forms.MultipleChoiceField(label=_("Who was there"), **usual)
        self.fields["hurt"] = forms.MultipleChoiceField(label=_("Which worker was hurt"), help_text=hurt, **usual)

    def chosen(self, name: str) -> list[Membership]:
        return [self.people[key] for key in self.cleaned_data[name]]


class VoidIncident(forms.Form):
    """Why it is not counted."""

    why = forms.CharField(
        max_length=200,
        label=_("Why it does not count"),
        error_messages={"required": _("Write in a few words why it does not count.")},
    )
