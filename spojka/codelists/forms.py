from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from spojka.access.permissions import Permission
from spojka.base.sorting import by_name
from spojka.network.models import Service
from spojka.ui.fields import DayField
from spojka.ui.widgets import ChipCheckboxes, NewId

from .catalogue import Item
from .models import DAY, MOST, SHORT, WEEKS
from .schema import LIMITED, LISTS, Part
from .words import PART_NAMES, PER, STRENGTHS

FIRST_DAY, YEARS_AHEAD = date(2000, 1, 1), 3
ON = [
    ("", _("as shipped")),
    ("on", pgettext_lazy("item of a list", "offered")),
    ("off", pgettext_lazy("item of a list", "off")),
]


def number(
    label: Any, help_text: Any, *, too_low: Any, too_high: Any, strange: Any, least: int = 1, most: int = MOST
) -> forms.IntegerField:
    """A whole number that may stay empty, with a sentence for each way to get it wrong."""
    said = {"min_value": too_low, "max_value": too_high, "invalid": strange}
    limits = {"min_value": least, "max_value": most}
    return forms.IntegerField(label=label, help_text=help_text, required=False, error_messages=said, **limits)


class Which(forms.Form):
    """Whose lists are looked at, and on which day. Both stand in the URL."""

    service = forms.ModelChoiceField(Service.objects.none(), required=False, label=_("Service"), empty_label=None)
    on = DayField(required=False, label=_("On the day"))

    def __init__(self, *args: Any, actor: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        services = Service.objects.allowed(actor, Permission.CODELIST_VIEW)
        self.fields["service"].queryset = services.order_by(by_name(), "pk")


class Dated(forms.Form):
    """What both forms ask: an id made before sending, a short name, and from when."""

    id = forms.UUIDField(widget=NewId)
    short = forms.CharField(
        label=_("Short name"),
        required=False,
        max_length=SHORT,
        help_text=_("Stands on the tile, at most 12 characters."),
        error_messages={"max_length": _("A tile holds 12 characters. Shorten the name.")},
    )
    minutes = number(
        _("Usual minutes"),
        _("Counted for the act unless the worker writes how long it took."),
        most=DAY,
        too_low=_("Minutes can't be zero or negative. Leave the field empty to keep the shipped ones."),
        too_high=_("A day has 1440 minutes. Lower the number."),
        strange=_("Write whole minutes, for example 15."),
    )
    limit = number(
        _("Most per person"),
        _("How many one person gets."),
        too_low=_("The least is 1. To stop giving the item out, switch it off."),
        too_high=_("The most is 9999. Lower the number."),
        strange=_("Write a whole number, for example 2."),
    )
    per = forms.ChoiceField(
        label=_("The most per person holds"), required=False, choices=[("", _("as shipped")), *PER.items()]
    )
    interval = number(
        _("Least minutes between two"),
        _("For one person. A day has 1440 minutes; nought means any time."),
        least=0,
        most=WEEKS,
        too_low=_("The least is 0, which means any time."),
        too_high=_("The most is 50400, which is five weeks. Lower the number."),
        strange=_("Write whole minutes, for example 15."),
    )
    strength = forms.ChoiceField(
        label=_("Over the limit, or sooner"),
        required=False,
        choices=[("", _("as shipped")), *STRENGTHS.items()],
        help_text=_("Only warned of, it is saved without a reason and stands in no list of exceptions."),
    )
    valid_from = DayField(label=_("Valid from"))

    def __init__(self, *args: Any, list: str, **kwargs: Any):
        super().__init__(*args, **kwargs)
        if not LISTS[list].has_minutes:
            del self.fields["minutes"]
        if not LISTS[list].has_limit:
            for name in LIMITED:
                del self.fields[name]

    def clean_valid_from(self) -> date:
        day: date = self.cleaned_data["valid_from"]
        if not FIRST_DAY <= day <= date.today() + timedelta(days=366 * YEARS_AHEAD):  # noqa: DTZ011 a day as people live it
            raise forms.ValidationError(gettext("Choose a day between 2000 and three years ahead."))
        return day


class Edit(Dated):
    """What a service sets differently. Fields are named as the arguments of actions.edit."""

    is_on = forms.TypedChoiceField(
        label=_("Is it offered"), required=False, choices=ON, coerce=lambda word: word == "on", empty_value=None
    )
    position = number(
        _("Place in the order"),
        _("Lower numbers come first."),
        least=0,
        too_low=_("The order is 0 to 9999."),
        too_high=_("The order is 0 to 9999."),
        strange=_("Write a whole number, for example 10."),
    )
    is_unlimited = forms.BooleanField(label=_("No limit per person"), required=False)
    field_order = ["id", "is_on", "short", "minutes", *LIMITED, "is_unlimited", "position", "valid_from"]

    def __init__(self, *args: Any, item: Item, **kwargs: Any):
        super().__init__(*args, list=item.list, **kwargs)
        self.fields["is_on"].choices = ON[1:] if item.is_own else ON
        if "limit" not in item.extra:  # nothing to lift
            del self.fields["is_unlimited"]

    def arguments(self) -> dict[str, Any]:
        """Return the arguments of actions.edit; a list without minutes or limits has none."""
        return {"minutes": None, "limit": None} | self.cleaned_data


class Add(Dated):
    """An item of the service's own. Fields are named as the arguments of actions.add."""

    name_cs = forms.CharField(
        label=_("Name in Czech"),
        max_length=120,
        error_messages={"max_length": _("A name has at most 120 characters."), "required": _("Write a name.")},
    )
    name_en = forms.CharField(
        label=_("Name in English"),
        required=False,
        max_length=120,
        help_text=_("May stay empty."),
        error_messages={"max_length": _("A name has at most 120 characters.")},
    )

    def __init__(self, *args: Any, list: str, **kwargs: Any):
        super().__init__(*args, list=list, **kwargs)
        self.fields["short"].required = True
        self.asked = {name: part for name, part in LISTS[list].parts.items() if part.asked}
        for name, part in self.asked.items():
            self.fields[name] = _part_field(name, part)
        self.order_fields(["id", "name_cs", "name_en", "short", *self.asked, "minutes", *LIMITED, "valid_from"])

    def arguments(self) -> dict[str, Any]:
        """Return the arguments of actions.add."""
        extra = {name: self.cleaned_data[name] for name in self.asked}
        return {name: value for name, value in self.cleaned_data.items() if name not in extra} | {"extra": extra}


def _part_field(name: str, part: Part) -> forms.Field:
    choices = [(word, said) for word, said in (part.choices or {}).items()]
    if part.type is bool:
        return forms.BooleanField(label=PART_NAMES[name], required=False)
    if part.type is list:
        return forms.MultipleChoiceField(
            label=PART_NAMES[name], choices=choices, initial=[choices[0][0]], widget=ChipCheckboxes
        )
    if part.type is int and not part.choices:
        said = {"too_low": _("The least is 1."), "too_high": _("The most is 9999. Lower the number.")}
        field = number(PART_NAMES[name], "", strange=_("Write a whole number, for example 2."), **said)
        field.required, field.initial = True, 1
        return field
    return forms.TypedChoiceField(label=PART_NAMES[name], choices=choices, coerce=part.type)
