from django import forms
from django.utils.translation import gettext_lazy as _

from spojka.ui.fields import DayField
from spojka.ui.widgets import NewId

from .models import TEXT, few_and_short

NOTHING = dict.fromkeys(("title_cs", "lead_cs", "text_cs", "title_en", "lead_en", "text_en"), "")
LINES = forms.Textarea({"rows": 6})


class Word(forms.Form):
    """One card in the service's own words. Fields are named as the arguments of actions.word."""

    id = forms.UUIDField(widget=NewId)
    title_cs = forms.CharField(max_length=60, label=_("Title"))
    lead_cs = forms.CharField(max_length=120, required=False, label=_("What it is about, in one line"))
    text_cs = forms.CharField(
        max_length=TEXT,
        label=_("Three to five short sentences"),
        help_text=_("One on each line. As you would say it aloud: no numbers of grams, no preaching."),
        widget=LINES,
        validators=[few_and_short],
        error_messages={"required": _("Write what is said at the stand, one sentence on each line.")},
    )
    valid_from = DayField(label=_("From which day"))
    title_en = forms.CharField(max_length=60, required=False, label=_("Title in English"))
    lead_en = forms.CharField(max_length=120, required=False, label=_("What it is about, in English"))
    text_en = forms.CharField(
        max_length=TEXT,
        required=False,
        label=_("Sentences in English"),
        help_text=_("Empty: foreigners read the Czech ones."),
        widget=LINES,
        validators=[few_and_short],
    )

    @property
    def has_english(self) -> bool:
        """Say whether the part for English should stand open."""
        return any(self[name].value() for name in ("title_en", "lead_en", "text_en"))


class Default(forms.Form):
    """The default wording again; the id tells a repeated sending."""

    id = forms.UUIDField(widget=NewId)
