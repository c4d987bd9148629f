import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spojka.base.ids import id_from
from spojka.codelists.catalogue import Catalogue
from spojka.codelists.fields import CodeField
from spojka.ui.widgets import ChipRadio, NewId

from ..models import AlertContact, Answer
from .cards import Start

PHONE = re.compile(r"\+?[0-9]{3,15}")
WRONG = _("Write a phone number, for instance 777 123 456 or +420 777 123 456.")
HIDDEN = forms.HiddenInput(attrs={"data-ask": ""})


class AddContact(forms.Form):
    """Whom to call, with a number that can be dialled."""

    id = forms.UUIDField(widget=NewId)
    name = forms.CharField(required=False, max_length=80, label=pgettext_lazy("of a person", "Name"))
    phone = forms.CharField(
        max_length=30,
        label=_("Phone"),
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "off"}),
        error_messages={"required": WRONG},
    )

    def __init__(self, *args: Any, catalogue: Catalogue, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["role"] = CodeField("alert_role", catalogue, label=_("Who it is"), widget=ChipRadio())
        self.fields["role"].choices = catalogue.pairs("alert_role")

    def clean_phone(self) -> str:
        bare = re.sub(r"[\s()./-]", "", self.cleaned_data["phone"])
        if not PHONE.fullmatch(bare):
            raise forms.ValidationError(WRONG)
        return bare


class Send(Start):
    """One tap dials; the same tap writes it down. `to` is one of our contacts, or a role of the list."""

    to = forms.CharField(
        max_length=40, widget=HIDDEN, error_messages={"required": _("Press the button of whom you call.")}
    )
    card = forms.UUIDField(required=False, widget=HIDDEN)
    incident = forms.UUIDField(required=False, widget=HIDDEN)
    text = forms.CharField(required=False, max_length=300, label=_("What happened, where to come"))

    def __init__(self, *args: Any, catalogue: Catalogue, contacts: list[AlertContact], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.catalogue, self.contacts = catalogue, {one.pk: one for one in contacts}

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        to = said.pop("to", "")
        contact = self.contacts.get(id_from(to))
        said |= {"contact": contact, "role": contact.role if contact else to}
        if to and not contact and not self.catalogue.find("alert_role", to):
            self.add_error("to", _("This contact is not known here. Choose another one."))
        return said


class AnswerAlert(Start):
    """What came of it."""

    alert = forms.UUIDField(widget=HIDDEN)
    kind = forms.ChoiceField(choices=Answer, widget=HIDDEN)
