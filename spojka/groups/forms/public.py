"""The public version of minutes, line by line."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from spojka.ui.widgets import NewId

from ..publishing import Proposed

LONGEST = 4000


class Publish(forms.Form):
    """What everybody shall read of each line; an empty one is left out. A person says that they looked."""

    id = forms.UUIDField(widget=NewId)
    looked = forms.BooleanField(
        label=gettext_lazy("I looked: no name, no house number, nothing on single people"),
        error_messages={"required": gettext_lazy("Look through the lines first, then tick this.")},
    )

    def __init__(self, *args: Any, lines: Sequence[Proposed], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.proposed = lines
        for one in lines:
            self.fields[one.line] = forms.CharField(
                required=False, max_length=LONGEST, initial=one.text, widget=forms.Textarea({"rows": 2}),
                label=_("Public wording of: %(text)s") % {"text": one.original[:80]},
            )  # fmt: skip

    @property
    def pairs(self) -> list[tuple[Proposed, Any]]:
        """Each line beside its field."""
        return [(one, self[one.line]) for one in self.proposed]

    @property
    def lines(self) -> list[dict[str, Any]]:
        """Return what is to be public, see PublicMinutes."""
        said = [(one, self.cleaned_data[one.line].strip()) for one in self.proposed]
        return [{"line": one.line, "kind": one.kind, "depth": one.depth, "text": text} for one, text in said if text]
