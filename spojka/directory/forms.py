from collections.abc import Callable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.sorting import by_name
from spojka.codelists.catalogue import Catalogue, names
from spojka.network import doors as network
from spojka.network.models import Organisation, Service
from spojka.places import territory
from spojka.ui.meanwhile import Knowing
from spojka.ui.widgets import ChipCheckboxes, ChipRadio, NewId, Select

from . import hours
from .models import MOST_PLACES, Form, FoundBy, ServiceEntry

OFFER = {"list": "territory-offer", "autocomplete": "off"}
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
NAMES = (_("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"), _("Sunday"))
SHORT = forms.Textarea({"rows": 2})
PLACE = ("municipality_code", "district_code", "orp_code", "region_code")


class Hours(forms.CharField):
    """Hours as they are typed; the value is what is kept of them."""

    def __init__(self, *, reads: Callable[[str], Any], **kwargs: Any) -> None:
        super().__init__(**{"required": False} | kwargs)
        self.reads = reads

    def clean(self, value: Any) -> Any:
        """Return the spans, or say how to write them."""
        text = super().clean(value)
        try:
            return self.reads(text)
        except hours.BadHours as bad:
            raise forms.ValidationError(str(bad)) from bad


class Write(Knowing):
    """What a service says of itself, or what one knows of somebody without Spojka."""

    id = forms.UUIDField(widget=NewId)
    name = forms.CharField(max_length=120, label=_("Name of the service"))
    provider = forms.CharField(max_length=120, label=_("Organisation"))
    kind = forms.ChoiceField(label=_("Kind of service"), widget=Select(attrs={"class": "form-select"}))
    ways = forms.MultipleChoiceField(choices=Form.choices, label=_("How it works"), widget=ChipCheckboxes())
    groups = forms.MultipleChoiceField(required=False, label=_("For whom"), widget=ChipCheckboxes(first=8))
    age_from = forms.IntegerField(required=False, min_value=0, max_value=120, label=_("From age"))
    age_to = forms.IntegerField(required=False, min_value=0, max_value=120, label=_("To age"))
    conditions = forms.CharField(
        required=False,
        max_length=300,
        label=_("Conditions"),
        help_text=_("Insurance, residence, abstinence, a fee … Nothing about anybody's origin."),
    )
    territory = forms.CharField(
        required=False, max_length=200, label=_("From where"), help_text=_("Whole Czechia, one town, a district …")
    )
    address = forms.CharField(
        required=False,
        max_length=200,
        label=_("Address"),
        help_text=_("If where people live is secret, leave it empty and say how one comes in."),
    )
    municipality = forms.CharField(
        required=False,
        max_length=80,
        label=_("Municipality or city district"),
        help_text=_("Begin to write and choose what is offered: the rest is filled in by itself."),
        widget=forms.TextInput(attrs=OFFER),
    )
    phone = forms.CharField(required=False, max_length=60, label=_("Phone"))
    email = forms.EmailField(required=False, label=_("E-mail"))
    web = forms.URLField(required=False, label=_("Web"), assume_scheme="https")
    closed_on_holidays = forms.BooleanField(required=False, initial=True, label=_("Closed on public holidays"))
    by_appointment = forms.BooleanField(required=False, label=_("Only by appointment"))
    exceptions = Hours(
        reads=hours.exceptions,
        max_length=3000,
        label=_("Days that differ"),
        help_text=_("One on each line: 24. 12. 2026: closed. Several days: 24. 12. 2026–1. 1. 2027: 9–12."),
        widget=forms.Textarea({"rows": 3}),
    )
    languages = forms.MultipleChoiceField(required=False, label=_("Languages"), widget=ChipCheckboxes(first=6))
    is_free = forms.BooleanField(required=False, initial=True, label=_("Free of charge"))
    is_anonymous = forms.BooleanField(required=False, label=_("One may stay anonymous"))
    has_ramp = forms.BooleanField(required=False, label=_("Wheelchair access"))
    takes_dogs = forms.BooleanField(required=False, label=_("Dogs may come in"))
    takes_children = forms.BooleanField(required=False, label=_("Children may come along"))
    does = forms.CharField(
        required=False,
        max_length=1200,
        label=_("What it does"),
        help_text=_("In plain words, as you would tell it to a client: it is printed for them."),
        widget=forms.Textarea({"rows": 4}),
    )
    does_not = forms.CharField(required=False, max_length=600, label=_("What it does not do"), widget=SHORT)
    way_in = forms.CharField(
        required=False,
        max_length=600,
        label=_("How one comes in"),
        help_text=_("Just come, call first, bring an identity card …"),
        widget=SHORT,
    )
    check_months = forms.IntegerField(
        min_value=1,
        max_value=24,
        initial=6,
        label=_("Look at it again after months"),
        help_text=_("Our proposal is 6. Then it is shown as not verified until you have looked."),
    )
    told_days = forms.IntegerField(
        min_value=1,
        max_value=365,
        initial=14,
        label=_("Capacity holds for days"),
        help_text=_("Our proposal is 14. An older one is shown as not known."),
    )

    def __init__(self, *args: Any, catalogue: Catalogue, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [("", "—"), *names("service_kind").items()]
        self.fields["groups"].choices = catalogue.pairs("target_group")
        self.fields["languages"].choices = catalogue.pairs("language")
        for day, name in zip(DAYS, NAMES, strict=True):
            self.fields[day] = Hours(reads=hours.spans, max_length=60, label=name)
        self.fields["mon"].help_text = _("9:00–12:00, 13:00–17:00; empty means closed.")

    @property
    def days(self) -> list[Any]:
        """The fields of the days of the week."""
        return [self[day] for day in DAYS]

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        low, high = said.get("age_from"), said.get("age_to")
        if low is not None and high is not None and high < low:
            self.add_error("age_to", _("The higher age can't be lower than the lower one."))
        return said

    @property
    def said(self) -> dict[str, Any]:
        """What the entry says, column by column."""
        said = {name: value for name, value in self.cleaned_data.items() if name != "id" and name not in DAYS}
        kept = {"week": [self.cleaned_data[day] for day in DAYS], "exceptions": said.pop("exceptions")}
        kept["closed_on_holidays"] = said.pop("closed_on_holidays")
        unit = territory.typed(said["municipality"]) if said["municipality"] else None
        codes = {name: code for name, code in territory.columns(unit).items() if name in PLACE}
        town = territory.find("municipality", codes["municipality_code"])
        named = {"municipality": town.name if town else said["municipality"]}
        return said | named | codes | {"hours": kept}


def stands(entry: ServiceEntry) -> dict[str, Any]:
    """Return what the form shows of an entry."""
    kept = entry.hours
    week: list[Any] = kept.get("week") or [[]] * 7
    said = {name: getattr(entry, name) for name in Write.base_fields if hasattr(entry, name)}
    district = territory.find("district", entry.district_code)
    town = district or territory.find("municipality", entry.municipality_code)
    said |= {day: hours.typed(found) for day, found in zip(DAYS, week, strict=True)}
    said |= {"exceptions": hours.typed_exceptions(kept), "municipality": town.label if town else entry.municipality}
    return said | {"closed_on_holidays": kept.get("closed_on_holidays", False)}


class Add(Write):
    """A new entry of one's own service or of somebody without Spojka."""

    service = forms.ModelChoiceField(
        Service.objects.none(), label=_("Whose entry it is"), widget=ChipRadio(), empty_label=None
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any):
        super().__init__(*args, **kwargs)
        allowed = Service.objects.allowed(actor, Permission.DIRECTORY_ADD)
        self.fields["service"].queryset = allowed.order_by(by_name(), "pk")

    @property
    def said(self) -> dict[str, Any]:
        """The same, without whose it is."""
        return {name: value for name, value in super().said.items() if name != "service"}


class Publish(forms.Form):
    """Who finds the entry."""

    found_by = forms.ChoiceField(choices=FoundBy.choices, label=_("Who finds it"), widget=ChipRadio())
    partners = forms.ModelMultipleChoiceField(
        Organisation.objects.none(),
        required=False,
        label=_("Which organisations"),
        help_text=_("Only with “chosen organisations”: those that agreed to be found."),
        widget=ChipCheckboxes(first=8),
    )

    def __init__(self, *args: Any, actor: Actor, is_own: bool, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["partners"].queryset = network.partners(actor.organisation)
        if not is_own:
            self.fields["found_by"].choices = [one for one in FoundBy.choices if one[0] != FoundBy.EVERYBODY]


class Tell(forms.Form):
    """How many places are free today."""

    id = forms.UUIDField(widget=NewId)
    free = forms.IntegerField(
        min_value=0,
        max_value=MOST_PLACES,
        label=_("Free places"),
        help_text=_("How many new people you can take into care now. 0 means full."),
        widget=forms.NumberInput({"inputmode": "numeric"}),
    )
    in_care = forms.IntegerField(
        required=False,
        min_value=0,
        max_value=MOST_PLACES,
        label=_("People in care"),
        widget=forms.NumberInput({"inputmode": "numeric"}),
    )
    note = forms.CharField(
        required=False,
        max_length=200,
        label=_("Note"),
        help_text=_("From when, for whom … No names and no codes: others read it."),
    )


class Filters(forms.Form):
    """What the directory shows; all of it stands in the address."""

    q = forms.CharField(required=False, max_length=80, label=_("Words"))
    where = forms.CharField(required=False, max_length=80, label=_("Where"))
    kind = forms.ChoiceField(required=False, label=_("Kind of service"), widget=Select())
    group = forms.ChoiceField(required=False, label=_("For whom"), widget=Select())
    language = forms.ChoiceField(required=False, label=_("Language"), widget=Select())
    way = forms.ChoiceField(
        required=False, choices=[("", _("all")), *Form.choices], label=_("How it works"), widget=Select()
    )
    open = forms.BooleanField(required=False, label=_("Open now"))
    free = forms.BooleanField(required=False, label=_("Takes now"))
    mine = forms.BooleanField(required=False, label=_("Written by us"))

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        for name, code_list in (("kind", "service_kind"), ("group", "target_group"), ("language", "language")):
            self.fields[name].choices = [("", _("all")), *names(code_list).items()]
