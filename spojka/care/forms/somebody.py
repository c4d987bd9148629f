from datetime import datetime
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from spojka.clients import codes
from spojka.clients.forms.codes import clean_code
from spojka.encounters.forms.fields import WhenField
from spojka.encounters.models import Side
from spojka.ui.widgets import NewId, Segment

PLAIN = {"autocomplete": "off", "spellcheck": "false"}


class Timed(forms.Form):
    """Something that was done just now, or at a time that is typed."""

    id = forms.UUIDField(widget=NewId)
    at = WhenField(required=False, label=_("When"), help_text=_("Empty means now."))

    def __init__(self, *args: Any, now: datetime, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.now = now

    @property
    def occurred_at(self) -> datetime:
        return self.cleaned_data["at"] or self.now


class OfSomebody(Timed):
    """The same with whom it was done: nobody, or somebody under a code."""

    side = forms.ChoiceField(choices=[], initial=Side.ANONYMOUS, label=_("Who came"), widget=Segment)
    code = forms.CharField(
        required=False,
        max_length=codes.LONGEST,
        label=_("Code"),
        widget=forms.TextInput(PLAIN | {"autocapitalize": "characters"}),
    )
    nobody: ClassVar[Any] = Side.ANONYMOUS.label
    only_if: ClassVar[Any] = ""

    def __init__(self, *args: Any, may_code: bool, **kwargs: Any):
        super().__init__(*args, **kwargs)
        who = [(Side.ANONYMOUS.value, self.nobody), (Side.CODE.value, Side.CODE.label)]
        self.fields["side"].choices = who if may_code else who[:1]
        self.fields["code"].needed = True
        self.fields["code"].help_text = self.only_if

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("side") != Side.CODE:
            said["code"] = ""
        elif not said.get("code"):
            self.add_error("code", _("Write the code, or choose Anonymous."))
        else:
            clean_code(self)
        return said
