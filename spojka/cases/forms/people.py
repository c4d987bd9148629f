"""Who is in a case."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spojka.codelists.catalogue import Catalogue
from spojka.codelists.fields import CodeField
from spojka.consents.reading import kinds_in_words
from spojka.ui.widgets import ChipCheckboxes, ChipRadio, NewId, Select

from ..content import Outside, Who
from ..models import Party, PartyRole, Tie
from ..sharing import Side
from .file import CHOOSE, line


class AddParty(forms.Form):
    """Somebody the case is about, or who stands by them."""

    id = forms.UUIDField(widget=NewId)
    name = line(_("What we call them"), _("Write what you call them."), most=80)
    role = forms.ChoiceField(
        choices=PartyRole,
        label=_("Why they are in the case"),
        widget=ChipRadio(),
        error_messages={"required": _("Choose why they are in the case.")},
    )
    is_child = forms.BooleanField(required=False, label=_("It is a child"))
    contact = line(_("How they can be reached"), hint=_("It lies sealed; the team reads it."), most=160)

    def __init__(self, data: Any = None, *, catalogue: Catalogue, **kwargs: Any):
        super().__init__(data, **kwargs)
        relation = {"required": False, "widget": Select(attrs={"class": "form-select"})}
        self.fields["relation"] = CodeField("relation", catalogue, label=_("Relation to the client"), **relation)

    @property
    def who(self) -> Who:
        typed = self.cleaned_data
        return Who(**{name: typed[name] for name in ("role", "name", "relation", "is_child", "contact")})


class Leave(forms.Form):
    """Somebody is in the case no more."""

    why = line(_("Why"), _("Write in a few words why."), most=300)


class LeaveCase(Leave):
    """Our own side is in the case no more."""

    id = forms.UUIDField(widget=NewId)


class TieTo(forms.Form):
    """Which client of ours a party is."""

    code = line(_("Code of our client"), _("Write the code."), most=20)


class Untie(forms.Form):
    """That a party is not the client it is tied to, of whom the page told."""

    tie = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, tie: Tie, **kwargs: Any):
        super().__init__(data, initial={"tie": tie.pk}, **kwargs)
        self.told = tie

    def clean(self) -> None:
        if self.cleaned_data.get("tie") != self.told.pk:
            self.data = self.initial  # now the page tells of this one
            raise forms.ValidationError(_("Meanwhile somebody wrote that it is this client. Look at it again."))


class AddOutside(forms.Form):
    """A professional who works without Spojka."""

    id = forms.UUIDField(widget=NewId)
    institution = line(_("Institution"), _("Write the institution."), most=160)
    unit = line(_("Department or service"), most=120)
    person = line(_("Who of them"), most=120)
    contact = line(_("How they can be reached"), most=160)

    def __init__(self, data: Any = None, *, catalogue: Catalogue, **kwargs: Any):
        super().__init__(data, **kwargs)
        self.fields["role"] = role_field(catalogue)

    @property
    def outside(self) -> Outside:
        typed = self.cleaned_data
        return Outside(**{name: typed[name] for name in ("role", "institution", "unit", "person", "contact")})


class OpenTo(forms.Form):
    """Let in one whom a client named, for the parties that are ticked."""

    id = forms.UUIDField(widget=NewId)
    side = forms.CharField(widget=forms.HiddenInput)
    parties = forms.MultipleChoiceField(
        label=_("Of whom they shall know"),
        widget=ChipCheckboxes(),
        error_messages={"required": _("Choose of whom they shall know; it can only be who agreed to it.")},
    )

    def __init__(self, data: Any = None, *, side: Side, parties: Sequence[Party], catalogue: Catalogue, **kwargs: Any):
        super().__init__(data, prefix=side.grantee.hex[-8:], initial={"side": side.grantee}, **kwargs)
        self.named, self.parties = side, {str(one.pk): one for one in parties if side.of(one)}
        kinds = {key: ", ".join(kinds_in_words(side.kinds_of(one))) for key, one in self.parties.items()}
        self.fields["parties"].choices = [(key, f"{one}: {kinds[key]}") for key, one in self.parties.items()]
        self.fields["parties"].initial = list(self.parties)
        self.fields["role"] = role_field(catalogue)

    @property
    def chosen(self) -> list[Party]:
        return [self.parties[key] for key in self.cleaned_data["parties"]]


def role_field(catalogue: Catalogue) -> CodeField:
    """As what somebody takes part."""
    said = {"error_messages": {"required": _("Choose the role.")}, "widget": Select(attrs={"class": "form-select"})}
    field = CodeField("case_role", catalogue, label=_("As what"), **said)
    field.choices = [*CHOOSE, *field.choices]
    return field
