from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from spojka.access.permissions import Permission
from spojka.base.days import start_of
from spojka.codelists.catalogue import Item
from spojka.ui.fields import DayField
from spojka.ui.widgets import ChipRadio, Segment
from spojka.ui.words import day

from ..models import Batch, Location, Reason
from ..models.moves import MOST
from .fields import PIECES, SELECT, Lines, OfService, number

NOON = timedelta(hours=12)


class Deliver(OfService):
    """What came: so many pieces or packs of one item, with batch and expiry where it has them."""

    to = Permission.STOCK_DELIVER

    def __init__(self, *args: Any, packs: Mapping[str, int], now: datetime, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.packs, self.now = packs, now
        self.fields["code"] = self.items()
        self.fields["amount"] = number(1, PIECES | {"required": _("Write how many.")}, label=_("How many"))
        self.fields["unit"] = forms.ChoiceField(
            choices=[("piece", _("pieces")), ("pack", _("packs"))], initial="piece", label=_("Counted in"),
            widget=Segment,
        )  # fmt: skip
        self.fields["number"] = forms.CharField(required=False, max_length=40, label=_("Batch number"))
        self.fields["expires_on"] = DayField(required=False, label=_("Expires on"))
        self.fields["target"] = self.locations(_("Where to"))
        self.fields["on"] = DayField(label=_("Day"), initial=timezone.localdate(now))
        self.fields["note"] = forms.CharField(required=False, max_length=200, label=_("Note"))

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("on") and said["on"] > timezone.localdate(self.now):
            self.add_error("on", _("The day can't be in the future."))
        if said.get("on") and said.get("expires_on") and said["expires_on"] < said["on"]:
            self.add_error("expires_on", _("It would have expired before it came. Check both days."))
        if said.get("unit") == "pack" and said.get("code") and not self.packs.get(said["code"]):
            self.add_error(
                "unit", _("We don't know how many pieces a pack of this item has. Set it on its page first.")
            )
        if said.get("amount") and said["amount"] * self._per(said) > MOST:
            self.add_error("amount", PIECES["max_value"])
        return said

    def _per(self, said: Mapping[str, Any]) -> int:
        return self.packs.get(said.get("code", ""), 1) if said.get("unit") == "pack" else 1

    @property
    def said(self) -> dict[str, Any]:
        """What the action wants; the moment is now, on an earlier day its noon."""
        said = self.cleaned_data
        names = ("id", "code", "number", "expires_on", "target", "note")
        today = said["on"] == timezone.localdate(self.now)
        at = self.now if today else start_of(said["on"]) + NOON
        return {name: said[name] for name in names} | {"quantity": said["amount"] * self._per(said), "occurred_at": at}


class Carry(Lines, OfService):
    """So many pieces of items from one location to another. One of them is given by where the form was opened."""

    other = ""
    asked: Any = ""

    def __init__(self, *args: Any, fixed: Location, there: Mapping[str, int], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fixed, self.there = fixed, there
        self.fields[self.other] = self.locations(self.asked)
        self.fields[self.other].queryset = self.fields[self.other].queryset.exclude(pk=fixed.pk)
        self.fields["note"] = forms.CharField(required=False, max_length=200, label=_("Note"))

    def line(self, item: Item) -> dict[str, Any]:
        """Add how much there is at the location."""
        return super().line(item) | {"there": self.there.get(item.code), "usual": self.fixed.kit.get(item.code)}

    @property
    def said(self) -> dict[str, Any]:
        """What the action wants, but for the location that is given."""
        said = self.cleaned_data
        pieces = {code: n for code, n in self.pieces.items() if n}
        return {name: said[name] for name in ("id", self.other, "note")} | {"pieces": pieces}


class Issue(Carry):
    """What a location is filled up with."""

    to, other, asked = Permission.STOCK_ISSUE, "source", _("From where")

    @property
    def said(self) -> dict[str, Any]:
        return super().said | {"target": self.fixed}


class Return(Carry):
    """What goes back."""

    to, other, asked = Permission.STOCK_RETURN, "target", _("Where to")

    @property
    def said(self) -> dict[str, Any]:
        return super().said | {"source": self.fixed}


class Lose(OfService):
    """What expired, broke or was lost."""

    to = Permission.STOCK_LOSE

    def __init__(
        self,
        *args: Any,
        batches: Iterable[Batch],
        names: Mapping[str, str],
        there: Iterable[tuple[str, str]],
        **kwargs: Any,
    ):
        """`there`: the items that lie somewhere, which are written off also when they are not offered any more."""
        super().__init__(*args, **kwargs)
        self.fields["source"] = self.locations(_("From where"))
        self.fields["code"] = self.items(*there)
        self.fields["quantity"] = number(1, PIECES | {"required": _("Write how many.")}, label=_("How many pieces"))
        said = {"label": _("Why"), "error_messages": {"required": _("Choose why it is written off.")}}
        self.fields["reason"] = forms.ChoiceField(choices=Reason, widget=ChipRadio, **said)
        offered = Batch.objects.allowed(self.actor, self.to).filter(pk__in=[one.pk for one in batches])
        self.fields["batch"] = forms.ModelChoiceField(
            offered.order_by("expires_on", "pk"), required=False, label=_("Batch"), empty_label=_("not known"),
            widget=forms.Select(SELECT), error_messages={"invalid_choice": _("This batch is not there any more.")},
        )  # fmt: skip
        self.fields["batch"].label_from_instance = lambda one: _called(one, names)
        self.fields["note"] = forms.CharField(required=False, max_length=200, label=_("Note"))

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("batch") and said.get("code") and said["batch"].code != said["code"]:
            self.add_error("batch", _("This batch is of another item."))
        return said


def _called(batch: Batch, names: Mapping[str, str]) -> str:
    ends = f", {day(batch.expires_on, True)}" if batch.expires_on else ""
    return f"{names.get(batch.code, batch.code)}: {batch}{ends}"


class TakeBack(forms.Form):
    """Why a movement is taken back."""

    why = forms.CharField(max_length=200, label=_("Why"), error_messages={"required": _("Write in a few words why.")})
