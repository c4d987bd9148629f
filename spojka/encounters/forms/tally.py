from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spojka.codelists.catalogue import Catalogue

from .. import tallying
from ..content import Content
from ..models import Side
from .fields import CountsField, NoteField, WhenField
from .opened import FromPhone


class Tally(FromPhone):
    """Strokes from paper, typed in later: one count of many people, dated back into the shift."""

    people = forms.IntegerField(
        min_value=1,
        max_value=5000,
        label=_("How many people"),
        help_text=_("Everybody for whom there is a stroke, each once."),
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        error_messages=dict.fromkeys(["required", "min_value", "max_value", "invalid"], _("Write 1 to 5,000 people.")),
    )
    at = WhenField(label=_("Until when the strokes were made"))
    note = NoteField(label=_("Note"), help_text=_("No names. The note stays in your service."))

    def __init__(self, *args: Any, catalogue: Catalogue, **kwargs: Any):
        super().__init__(*args, **kwargs)
        for part in tallying.parts(catalogue):
            items = [replace(item, limit=None) for item in part.items]  # a limit is for one person, these are sums
            field = CountsField(part.list, catalogue, first=items, rest=[], label=part.name, typed=True)
            self.fields[part.key] = field

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        for code, people in (said.get("themes") or {}).items():
            if said.get("people") and people > said["people"]:
                label = self.fields["themes"].tiles[code].label
                words = {"name": label, "people": said["people"]}
                text = _("%(name)s: talked about with more people than %(people)s who came. Check both counts.")
                self.add_error("themes", text % words)
        return said

    @property
    def content(self) -> Content:
        """The tally, for encounters.record."""
        said = self.cleaned_data
        themes = said["themes"]
        return Content(
            side=Side.TALLY,
            occurred_at=said["at"],
            phone_at=None,
            people=said["people"],
            materials=said["materials"],
            acts=said["acts"],
            themes=tuple(themes),
            strokes={code: n for code, n in themes.items() if n > 1},
            note=said["note"],
        )
