from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.ids import id_from
from spojka.base.sorting import by_name
from spojka.codelists.catalogue import Item
from spojka.encounters.forms.fields import NoteField
from spojka.encounters.forms.opened import FromPhone
from spojka.encounters.models import Shift
from spojka.network.models import Membership
from spojka.signals.models import EarlyWarning
from spojka.ui.fields import CountsField, DayField, past_day
from spojka.ui.widgets import ChipRadio, Segment, Tile

from .actions import Filled, Told
from .models import ChecklistKind, Mood

EVERY = [(15, _("15 min")), (30, _("30 min")), (45, _("45 min")), (60, _("1 hour"))]
HERE = [("yes", _("It is here")), ("no", _("It is not"))]
PHONE = RegexValidator(r"^\+?[0-9 ]{3,19}$", _("A number has digits only, with a plus before the country."))


class Dated(FromPhone):
    """A form of the field with the moment that it tells of."""

    @property
    def told(self) -> Told:
        said = super().arguments
        happened = min(said["occurred_at"], self.now)  # a clock ahead must not keep a timer silent
        return Told(occurred_at=happened, phone_at=said["phone_at"], now=self.now)

    @property
    def said(self) -> dict[str, Any]:
        """What the action wants beside the shift."""
        left = ("phone_at", "sent_at")
        return {name: value for name, value in self.cleaned_data.items() if name not in left} | {"told": self.told}


class Begin(Dated):
    """One tap: the shift begins. It goes to the shift's own start."""


class Filling(Dated):
    """What all lists ask; `items` are those of the list that belong to where the shift is."""

    def __init__(self, *args: Any, items: list[Item], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.items = items


class KitOut(Filling):
    """The kit that the crew takes. What stands there at first is what is usually taken."""

    device = forms.CharField(required=False, max_length=40, label=_("Breathalyser: which device"))
    calibrated_on = DayField(required=False, label=_("Calibrated on"))
    note = forms.CharField(required=False, max_length=300, label=_("Note"), help_text=_("What is missing or broken."))

    def __init__(self, *args: Any, usual: Mapping[str, int], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["pieces"] = CountsField(tiles=_tiles(self.items), label=_("What the crew takes"), initial=usual)
        if not any(item.extra.get("calibrated") for item in self.items):
            del self.fields["device"], self.fields["calibrated_on"]

    def clean_calibrated_on(self) -> date | None:
        return past_day(self.cleaned_data["calibrated_on"], timezone.localdate(self.now))

    @property
    def said(self) -> dict[str, Any]:
        said = super().said
        pieces = said.pop("pieces")
        return said | {"kind": ChecklistKind.KIT_OUT, "lines": [Filled(code=c, quantity=n) for c, n in pieces.items()]}


class KitBack(Filling):
    """The kit as it came back: how many pieces and how many of them are damaged."""

    note = forms.CharField(required=False, max_length=300, label=_("What is missing or damaged"))

    def __init__(self, *args: Any, usual: Mapping[str, int], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["pieces"] = CountsField(tiles=_tiles(self.items), label=_("What came back"), initial=usual)
        self.fields["bad"] = CountsField(tiles=_tiles(self.items), label=_("Of them damaged"))

    @property
    def said(self) -> dict[str, Any]:
        said = super().said
        pieces, bad = said.pop("pieces"), said.pop("bad")
        codes = dict.fromkeys([*pieces, *bad])
        lines = [Filled(code=code, quantity=pieces.get(code, 0), bad=bad.get(code, 0)) for code in codes]
        return said | {"kind": ChecklistKind.KIT_BACK, "lines": lines}


class Zone(Filling):
    """How the zone stands. Each item is here, or is not and it is said why; what is left out is left for later."""

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        for item in self.items:
            self.fields[f"is-{item.code}"] = forms.ChoiceField(
                choices=HERE, required=False, label=item.name, widget=Segment
            )
            why = forms.CharField(required=False, max_length=120, label=_("Why it is not here"))
            why.needed = True  # type: ignore[attr-defined]
            self.fields[f"why-{item.code}"] = why

    @property
    def pairs(self) -> Iterator[tuple[Any, Any]]:
        """Both fields of each item, as the page shows them."""
        return ((self[f"is-{item.code}"], self[f"why-{item.code}"]) for item in self.items)

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        for item in self.items:
            if said.get(f"is-{item.code}") == "no" and not said.get(f"why-{item.code}"):
                self.add_error(f"why-{item.code}", _("Write in a few words why it is not here."))
        if not self.errors and not self._lines(said):
            self.add_error(None, _("Tap at least one thing."))
        return said

    def _lines(self, said: Mapping[str, Any]) -> list[Filled]:
        answers = [(item.code, said.get(f"is-{item.code}"), said.get(f"why-{item.code}")) for item in self.items]
        told = [(code, answer, why) for code, answer, why in answers if answer]
        return [Filled(code=c, quantity=int(a == "yes"), why="" if a == "yes" else w or "") for c, a, w in told]

    @property
    def said(self) -> dict[str, Any]:
        said = super().said
        return {"id": said["id"], "told": said["told"], "kind": ChecklistKind.ZONE, "lines": self._lines(said)}


class Reading(Dated):
    """One tap: I have read the briefing. It says which words and which warnings stood there."""

    about = forms.CharField(max_length=16, widget=forms.HiddenInput(attrs={"data-ask": ""}))
    warnings = forms.CharField(required=False, max_length=400, widget=forms.HiddenInput(attrs={"data-ask": ""}))

    @property
    def said(self) -> dict[str, Any]:
        found = EarlyWarning.objects.allowed(self.actor, Permission.WARNING_VIEW)
        ids = [id for id in map(id_from, super().said["warnings"].split()) if id]
        return super().said | {"warnings": list(found.filter(pk__in=ids).order_by("pk"))}


class HandOver(Dated):
    """What the next crew should know."""

    to = forms.ModelChoiceField(
        Membership.objects.none(),
        required=False,
        label=_("Who takes over"),
        empty_label=_("whoever comes"),
        widget=forms.Select(attrs={"class": "form-select"}),
    )
    runs = NoteField(label=_("What runs and what is open"), help_text=_("Cards, late records, promises. No names."))
    kit = forms.CharField(required=False, max_length=300, label=_("Kit: what stays, what is missing"))
    message = NoteField(label=_("Message"))

    def __init__(self, *args: Any, shift: Shift, **kwargs: Any):
        super().__init__(*args, **kwargs)
        _short(self, runs=600, message=1200)
        self.fields["to"].queryset = _colleagues(self.actor, shift)

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if not self.errors and not any(said.get(name) for name in ("runs", "kit", "message")):
            self.add_error("message", _("Write what the next crew should know, at least that all is calm."))
        return said


class LookBack(Dated):
    """How one looks back at the shift: short."""

    mood = forms.ChoiceField(choices=Mood, required=False, label=_("How I am"), widget=ChipRadio)
    well = NoteField(label=_("What went well"))
    badly = NoteField(label=_("What went badly"))
    incidents = NoteField(label=_("What happened: incidents, close calls"), help_text=_("No names of clients."))
    needs = NoteField(label=_("What we need"))
    next = NoteField(label=_("What follows and who does it"))

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        _short(self, well=600, badly=600, incidents=600, needs=600, next=600)


class StartWatch(Dated):
    """A lone worker sets out."""

    every = forms.TypedChoiceField(coerce=int, choices=EVERY, label=_("I say that I am well every"), widget=Segment)
    where = forms.CharField(required=False, max_length=120, label=_("Where I go"), help_text=_("A street, a place."))


class OfWatch(Dated):
    """One tap of a lone worker: I am well, or I am back."""

    watch = forms.UUIDField(widget=forms.HiddenInput(attrs={"data-ask": ""}))


class EndForOther(forms.Form):
    """How somebody knows that a lone worker is well."""

    note = forms.CharField(
        max_length=200,
        label=_("How do you know that they are well"),
        error_messages={"required": _("Write how you know that they are well.")},
    )


class CallForHelp(Dated):
    """Whom the tap called."""

    called = forms.ChoiceField(choices=[("155", "155"), ("112", "112"), ("contact", _("named contact"))])


class SetBriefing(forms.Form):
    """Who is there for the crew. Without signal the phone has it too, so nothing secret."""

    contact = forms.ModelChoiceField(
        Membership.objects.none(),
        required=False,
        label=_("Colleague on call"),
        empty_label=_("nobody of ours"),
        help_text=_("Sees on Today when a lone worker does not answer."),
        widget=forms.Select(attrs={"class": "form-select"}),
    )
    name = forms.CharField(required=False, max_length=80, label=_("Name of the contact"))
    phone = forms.CharField(
        required=False,
        max_length=20,
        label=_("Phone of the contact"),
        validators=[PHONE],
        widget=forms.TextInput(attrs={"type": "tel", "inputmode": "tel", "autocomplete": "off"}),
    )
    every = forms.TypedChoiceField(
        coerce=int, choices=EVERY, initial=30, label=_("A lone worker says that they are well every"), widget=Segment
    )

    def __init__(self, *args: Any, actor: Actor, shift: Shift, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["contact"].queryset = _colleagues(actor, shift)


def _short(form: forms.Form, **most: int) -> None:
    """Let texts be no longer than their columns."""
    for name, length in most.items():
        said = {"max_length": gettext("Shorten it to %(most)s characters.") % {"most": length}}
        widget = forms.Textarea(attrs={"rows": 2})
        form.fields[name] = forms.CharField(
            required=False, max_length=length, label=form.fields[name].label, widget=widget, error_messages=said,
            help_text=form.fields[name].help_text,
        )  # fmt: skip


def _tiles(items: list[Item]) -> list[Tile]:
    return [Tile(item.code, item.short, item.icon or "package") for item in items]


def _colleagues(actor: Actor, shift: Shift) -> Any:
    found = Membership.objects.allowed(actor, Permission.MEMBER_VIEW).valid(shift.day).filter(services=shift.service)
    return found.select_related("user").order_by(by_name("user__name"), "pk")
