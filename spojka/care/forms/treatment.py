from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spojka.codelists.catalogue import Catalogue
from spojka.codelists.fields import CodesField
from spojka.encounters.content import Content
from spojka.encounters.forms.fields import OverField
from spojka.encounters.models import Side
from spojka.ui.fields import CountsField
from spojka.ui.widgets import ChipCheckboxes, Tile

from .somebody import OfSomebody

TREATED, FED = "ZO", "PO"  # of the list act
EATEN = "food"  # the category of materials that one eats or drinks


class Somebody(OfSomebody):
    """What was done with somebody, and the contact that it makes."""

    over = OverField(needed=True)
    act = ""

    def __init__(self, *args: Any, catalogue: Catalogue, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.catalogue = catalogue

    @property
    def content(self) -> Content:
        said = self.cleaned_data
        return Content(
            side=Side(said["side"]),
            code=said["code"],
            occurred_at=self.occurred_at,
            acts={self.act: 1},
            materials=said.get("materials", {}),
            over=said["over"],
        )


class Treat(Somebody):
    """What was treated."""

    note = forms.CharField(
        required=False,
        max_length=500,
        label=_("Note"),
        help_text=_("No names, please."),
        widget=forms.Textarea({"rows": 2}),
    )
    field_order = ("id", "side", "code", "what", "note", "over", "at")
    act = TREATED

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        wrong = {"required": _("Choose what was done.")}
        said = {"label": _("What you did"), "widget": ChipCheckboxes(first=8), "error_messages": wrong}
        self.fields["what"] = CodesField("treatment", self.catalogue, **said)
        self.order_fields(self.field_order)


class Feed(Somebody):
    """What was given to eat and drink."""

    field_order = ("id", "side", "code", "materials", "over", "at")
    act = FED

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        items = [one for one in self.catalogue.items("material") if one.extra.get("category") == EATEN]
        tiles = [Tile(one.code, one.short, one.icon or "circle-dot", one.limit) for one in items]
        self.fields["materials"] = CountsField(tiles=tiles, label=_("What was given"))
        self.order_fields(self.field_order)

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if "materials" in said and not said["materials"]:
            self.add_error("materials", _("Count what was given."))
        return said
