from django import forms
from django.utils.translation import gettext_lazy as _

from spojka.base.ids import new_id
from spojka.ui.widgets import NewId, Segment

from .models import RemarkKind
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
