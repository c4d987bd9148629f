from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spojka.base.ids import new_id
from spojka.ui.fields import DayField
from spojka.ui.widgets import ChipRadio, NewId, Segment

from .models import OF_CASE, Part, RemarkKind, WithholdingGround
from .secret import LENGTH

OFF = {"autocomplete": "off", "spellcheck": "false"}


class Enter(forms.Form):
    """The secret of an access sheet."""

    secret = forms.CharField(
        max_length=3 * LENGTH,
        label=_("Letters from your paper"),
        help_text=_("Spaces do not matter."),
        widget=forms.TextInput(OFF | {"autocapitalize": "characters", "inputmode": "text"}),
        error_messages={"required": _("Write the letters from your paper.")},
    )


class Say(forms.Form):
    """A remark of the client. Its id comes with the page: a phone so old that no script runs can send it too."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=new_id)
    kind = forms.ChoiceField(choices=RemarkKind, initial=RemarkKind.REMARK, label=_("What it is"), widget=Segment)
    text = forms.CharField(
        max_length=2000,
        label=_("What you want to say"),
        widget=forms.Textarea(OFF | {"rows": 4}),
        error_messages={"required": _("Write what you want to say.")},
    )


class Answer(forms.Form):
    """The answer to a remark."""

    text = forms.CharField(
        max_length=2000,
        label=_("The answer"),
        help_text=_("The client reads it in their own look. Plain words."),
        widget=forms.Textarea({"rows": 4}),
        error_messages={"required": _("Write the answer.")},
    )


class Issue(forms.Form):
    """A new access sheet."""

    id = forms.UUIDField(widget=NewId)


class End(forms.Form):
    """Why an access sheet ends."""

    why = forms.CharField(
        max_length=200,
        label=_("Why it ends"),
        help_text=_("Lost, not wanted any more …"),
        widget=forms.TextInput(OFF),
        error_messages={"required": _("Write in a few words why.")},
    )


class Propose(forms.Form):
    """A part that the own look shall not show for a time."""

    id = forms.UUIDField(widget=NewId)
    part = forms.ChoiceField(
        choices=Part,
        label=_("What is not shown"),
        widget=ChipRadio,
        error_messages={"required": _("Choose what is not shown.")},
    )
    ground = forms.ChoiceField(
        choices=WithholdingGround,
        label=_("On what ground"),
        widget=ChipRadio,
        error_messages={"required": _("Choose on what ground.")},
    )
    why = forms.CharField(
        max_length=1000,
        label=_("Why just this and just now"),
        help_text=_("Who decides reads it. It lies sealed."),
        widget=forms.Textarea(OFF | {"rows": 3}),
        error_messages={"required": _("Write why just this and just now.")},
    )
    ends_on = DayField(label=_("Until the day"), help_text=_("Then it shows by itself again. A year at most."))

    def __init__(self, data: Any = None, *, has_case: bool, **more: Any):
        super().__init__(data, **more)
        if not has_case:
            self.fields["part"].choices = [one for one in Part.choices if one[0] not in OF_CASE]


class Review(forms.Form):
    """What a second person says of it."""

    is_approved = forms.TypedChoiceField(
        choices=[("yes", _("withhold it")), ("no", _("show it"))],
        coerce=lambda said: said == "yes",
        label=_("You decide"),
        widget=Segment,
        error_messages={"required": _("Choose how you decide.")},
    )
    words = forms.CharField(
        max_length=1000,
        label=_("Why you decide so"),
        widget=forms.Textarea(OFF | {"rows": 3}),
        error_messages={"required": _("Write why you decide so.")},
    )
