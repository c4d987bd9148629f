from datetime import date, datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spojka.clients import codes
from spojka.clients.forms.codes import clean_code
from spojka.codelists.catalogue import Catalogue
from spojka.codelists.fields import CodesField
from spojka.encounters.content import Content
from spojka.encounters.forms.fields import OverField, WhenField
from spojka.encounters.forms.opened import FromPhone
from spojka.encounters.models import Side
from spojka.ui.fields import DayField
from spojka.ui.widgets import ChipCheckboxes, ChipRadio, NewId, Segment

from ..actions.kits import NALOXONE, Handed
from ..models import ByWhom, Came, KitReason, Said, Trained

WHO = [(Side.ANONYMOUS.value, Side.ANONYMOUS.label), (Side.CODE.value, Side.CODE.label)]
NUMERIC = {"inputmode": "numeric"}
NO_KIT = "none"  # of the form alone: of no kit there is no row
WRONG_DOSES = _("Write 1 to 20 doses.")


def doses_field(**kwargs: Any) -> forms.IntegerField:
    wrong = dict.fromkeys(["required", "min_value", "max_value", "invalid"], WRONG_DOSES)
    widget = forms.NumberInput(attrs=NUMERIC)
    return forms.IntegerField(**{"min_value": 1, "max_value": 20, "widget": widget, "error_messages": wrong} | kwargs)


def why_field(choices: Any) -> forms.ChoiceField:
    """Return a field for why somebody takes a kit. None stands chosen: it is counted, so somebody has to say it."""
    wrong = _("Choose why they take it.")
    widget = ChipRadio(first=3, attrs={"data-needed": wrong})
    return forms.ChoiceField(choices=choices, label=_("Why"), widget=widget, error_messages={"required": wrong})


class Batch(forms.Form):
    """Of which batch a kit is; the last one handed out stands there already."""

    doses = doses_field(initial=2, label=_("Doses in a kit"))
    batch = forms.CharField(
        required=False, max_length=40, label=_("Batch"), widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    expires_on = DayField(required=False, label=_("Expires"), help_text=_("The last day of the month on the box."))


class Taught(forms.Form):
    """Whether the person was trained, and in what."""

    trained = forms.ChoiceField(
        choices=Trained.choices,
        label=_("Training"),
        widget=ChipRadio(),
        error_messages={"required": _("Choose whether they were trained.")},
    )

    def __init__(self, *args: Any, catalogue: Catalogue, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.catalogue = catalogue
        self.fields["covered"] = covered_field(catalogue)

    @property
    def covered(self) -> tuple[str, ...]:
        """What was gone through now; ticks under another answer say nothing."""
        said = self.cleaned_data
        return tuple(said["covered"]) if said["trained"] == Trained.NOW else ()

    def check_covered(self, said: dict[str, Any]) -> None:
        if said.get("trained") == Trained.NOW and not said.get("covered"):
            self.add_error("covered", _("Tick what was gone through."))


def covered_field(catalogue: Catalogue) -> CodesField:
    """Return the points of a training. None stands ticked: what is written down was really gone through."""
    items = catalogue.items("naloxone_topic")
    field = CodesField(
        "naloxone_topic",
        catalogue,
        required=False,
        label=_("What was gone through"),
        widget=ChipCheckboxes(whole=True),
    )
    field.choices = [(item.code, item.name) for item in items]
    return field


class OfSomebody(FromPhone):
    """Somebody came, under a code or as nobody."""

    side = forms.ChoiceField(choices=WHO, initial=Side.ANONYMOUS, label=_("Who came"), widget=Segment)
    code = forms.CharField(
        required=False,
        max_length=codes.LONGEST,
        label=_("Code"),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )
    over = OverField(needed=True)
    at = WhenField(required=False, label=_("When"), help_text=_("Empty means now."))

    def __init__(self, *args: Any, may_code: bool = True, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["code"].needed = True
        if not may_code:
            self.fields["side"].choices = WHO[:1]

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if said.get("side") == Side.CODE and "code" in said:
            if said["code"]:
                clean_code(self)
            else:
                self.add_error("code", _("Write the code, or choose Anonymous."))
        return said

    def content(self, kits: int) -> Content:
        """The contact that it makes, for encounters.record."""
        said = self.cleaned_data
        return Content(
            side=Side(said["side"]),
            code=said["code"] if said["side"] == Side.CODE else "",
            occurred_at=said["at"] or self.arguments["occurred_at"],
            phone_at=said["phone_at"],
            materials={NALOXONE: kits} if kits else {},
            over=said["over"] if kits else "",
        )


class Hand(OfSomebody, Batch, Taught):
    """A kit to take home, a training, or both."""

    reason = why_field([*KitReason.choices, (NO_KIT, _("no kit, only trained"))])

    def __init__(self, *args: Any, catalogue: Catalogue, now: datetime, **kwargs: Any):
        super().__init__(*args, catalogue=catalogue, now=now, **kwargs)
        item = catalogue.find("material", NALOXONE)
        most = (item.limit if item else None) or 20
        self.fields["kits"] = forms.IntegerField(
            min_value=0,
            max_value=most,
            initial=1,
            label=_("How many kits"),
            help_text=_("0 if they were only trained."),
            widget=forms.NumberInput(attrs=NUMERIC),
            error_messages=dict.fromkeys(
                ["required", "min_value", "max_value", "invalid"], _("Write 0 to %(most)s kits.") % {"most": most}
            ),
        )

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        self.check_covered(said)
        if said.get("reason") == NO_KIT and said.get("kits"):
            self.add_error("kits", _("Write 0 if they took none, or choose why they took one."))
        return said

    @property
    def handed(self) -> Handed:
        """What they took, for actions.hand."""
        said = self.cleaned_data | ({"reason": KitReason.FIRST} if not self.cleaned_data["kits"] else {})
        names = ("kits", "doses", "batch", "expires_on", "reason", "trained")
        return Handed(**{name: said[name] for name in names}, covered=self.covered)


class Detail(Batch, Taught):
    """The same of a kit that a contact holds as mere material."""

    reason = why_field(KitReason.choices)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        self.check_covered(said)
        return said

    @property
    def handed(self) -> Handed:
        said = self.cleaned_data
        names = ("doses", "batch", "expires_on", "reason", "trained")
        return Handed(kits=1, **{name: said[name] for name in names}, covered=self.covered)


class Report(OfSomebody, Batch):
    """Naloxone was used: what somebody tells us of it. On whom is not asked."""

    used_on = DayField(required=False, label=_("Which day"), help_text=_("Empty: nobody knows."))
    used = doses_field(initial=1, label=_("Doses used"))
    came = forms.ChoiceField(
        choices=Came.choices,
        label=_("What came of it"),
        widget=ChipRadio(),
        error_messages={"required": _("Choose what came of it.")},
    )
    by_whom = forms.ChoiceField(
        choices=ByWhom.choices,
        label=_("Who gave it"),
        widget=ChipRadio(),
        error_messages={"required": _("Choose who gave it.")},
    )
    ambulance = forms.ChoiceField(
        choices=Said.choices,
        label=_("Was the ambulance called?"),
        widget=Segment(),
        error_messages={"required": _("Choose whether the ambulance was called.")},
    )
    gave = forms.BooleanField(required=False, label=_("They took a new kit now"))

    def said(self, today: date) -> dict[str, Any]:
        """Return the arguments of actions.report."""
        told = self.cleaned_data
        names = ("used_on", "by_whom", "came", "ambulance")
        said = {name: told[name] for name in names} | {"id": told["id"], "doses": told["used"], "today": today}
        handed = None
        if told["gave"]:
            batch = {name: told[name] for name in ("doses", "batch", "expires_on")}
            handed = Handed(kits=1, reason=KitReason.USED, trained=Trained.BEFORE, **batch)
        return said | {"handed": handed, "content": self.content(1 if handed else 0)}


class Group(forms.Form):
    """A training of a group; nobody's code is asked."""

    id = forms.UUIDField(widget=NewId)
    day = DayField(label=_("Which day"))
    people = forms.IntegerField(
        min_value=1,
        max_value=500,
        label=_("How many people"),
        widget=forms.NumberInput(attrs=NUMERIC),
        error_messages=dict.fromkeys(["required", "min_value", "max_value", "invalid"], _("Write 1 to 500 people.")),
    )
    note = forms.CharField(
        required=False, max_length=200, label=_("Where and with whom"), help_text=_("Of the group; no names.")
    )

    def __init__(self, *args: Any, catalogue: Catalogue, colleagues: list[tuple[str, str]], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["covered"] = covered_field(catalogue)
        self.fields["covered"].required = True
        self.fields["covered"].error_messages["required"] = _("Tick what was gone through.")
        self.fields["trained_by"] = forms.ChoiceField(
            choices=colleagues, label=_("Who trained"), widget=forms.Select(attrs={"class": "form-select"})
        )
        self.order_fields(["id", "day", "people", "covered", "trained_by", "note"])
