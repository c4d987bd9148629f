"""Who is who: two codes of one person, one code of two."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spojka.ui.widgets import ChipCheckboxes, ChipRadio, NewId

from ..merging import Line
from .about import TYPED, code_field


class Other(forms.Form):
    """Which other code it is."""

    code = code_field(label=_("The other code"))


def reason_field() -> forms.CharField:
    """Return a field for why."""
    wrong = {"required": _("Write in a few words how you know it.")}
    return forms.CharField(
        max_length=200, label=_("How you know it"), widget=forms.TextInput(TYPED), error_messages=wrong
    )


class Merge(forms.Form):
    """Two codes are one person."""

    id = forms.UUIDField(widget=NewId)
    other = forms.UUIDField(widget=forms.HiddenInput)
    keep = forms.ChoiceField(label=_("Which code stays in front"), widget=ChipRadio)
    reason = reason_field()
    knows_sharing = forms.BooleanField(required=False, label=_("I know what others will see after it."))

    def __init__(self, *args: Any, clients: list[tuple[str, str]], is_shared: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["keep"].choices = clients
        self.initial.setdefault("keep", clients[0][0])
        if not is_shared:
            del self.fields["knows_sharing"]


class Chosen(forms.Form):
    """Rows that were chosen from a list."""

    id = forms.UUIDField(widget=NewId)

    def __init__(self, *args: Any, lines: list[Line], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lines = {f"{line.model}:{line.column}:{line.row}": line for line in lines}
        self.fields["rows"] = forms.MultipleChoiceField(
            required=False,
            choices=[(key, line.text) for key, line in self.lines.items()],
            label=_("Records of the other person"),
            widget=ChipCheckboxes,
        )

    @property
    def chosen(self) -> list[Any]:
        """Return what was ticked, as the actions want it."""
        found = (self.lines[key] for key in self.cleaned_data["rows"])
        return [(line.model, line.column, line.row) for line in found]


class Split(Chosen):
    """One code is two people: which records are the other one's."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["rows"].required = True
        self.fields["rows"].error_messages["required"] = _("Choose at least one record of the other person.")
        self.fields["code"] = code_field(
            required=False, label=_("Code of the other person"), help_text=_("Empty: this code with a suffix.")
        )
        self.fields["reason"] = reason_field()


class Undo(Chosen):
    """A merge or a split is taken back: what came since stays, but for what is ticked."""

    def __init__(self, *args: Any, is_merge: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"] = reason_field()
        if is_merge:
            self.fields["are_two"] = forms.BooleanField(
                required=False, initial=True, label=_("They are two people: never propose them again.")
            )
