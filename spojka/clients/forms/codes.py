from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spojka.base.errors import Refusal
from spojka.ui.fields import DayField
from spojka.ui.widgets import NewId

from .. import codes


class Find(forms.Form):
    """A code, or answers from which the server makes it for a phone without scripts. Answers are never kept."""

    code = forms.CharField(
        required=False,
        max_length=60,
        label=_("Code"),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )

    def __init__(self, *args: Any, parts: list[dict[str, Any]], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.parts = parts
        for part in parts:
            name = part["ask"]
            self.fields[name] = forms.CharField(
                required=False,
                max_length=60,
                label=codes.QUESTIONS[name],
                widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false", "data-ask": name}),
            )

    @property
    def answers(self) -> list[Any]:
        """The questions' fields, for the template."""
        return [self[part["ask"]] for part in self.parts]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        answers = {part["ask"]: said.pop(part["ask"], "") for part in self.parts}
        typed = said.get("code") or (codes.compute(self.parts, answers) if any(answers.values()) else "")
        if not typed:
            self.add_error("code", _("Write the code, or the answers it is made of."))
            return said
        said["code"] = typed
        clean_code(self)
        return said


def clean_code(form: forms.Form, name: str = "code") -> None:
    """Bring a code that was typed into the shape in which it is kept; what is none is said at its field."""
    try:
        form.cleaned_data[name] = codes.normalised(form.cleaned_data[name])
    except Refusal as refusal:
        form.add_error(name, str(refusal))


class AddAnother(forms.Form):
    """Another person whose answers give the same code."""

    id = forms.UUIDField(widget=NewId)


class Template(forms.Form):
    """How the service makes codes: up to six questions, how many letters of each, from which day."""

    ROWS = 6
    id = forms.UUIDField(widget=NewId)
    valid_from = DayField(label=_("From the day"))

    def __init__(self, *args: Any, parts: list[dict[str, Any]], **kwargs: Any):
        super().__init__(*args, **kwargs)
        for row in range(self.ROWS):
            part = parts[row] if row < len(parts) else {}
            self.fields[f"ask_{row}"] = forms.ChoiceField(
                required=False,
                choices=[("", _("nothing")), *codes.QUESTIONS.items()],
                initial=part.get("ask", ""),
                label=_("Question %(n)s") % {"n": row + 1},
                widget=forms.Select(attrs={"class": "form-select"}),
            )
            self.fields[f"take_{row}"] = forms.IntegerField(
                required=False,
                min_value=1,
                max_value=6,
                initial=part.get("take"),
                label=_("Characters"),
                error_messages=dict.fromkeys(["min_value", "max_value", "invalid"], _("Write 1 to 6.")),
            )

    @property
    def rows(self) -> list[tuple[Any, Any]]:
        """Pairs of fields, for the template."""
        return [(self[f"ask_{row}"], self[f"take_{row}"]) for row in range(self.ROWS)]

    @property
    def parts(self) -> list[dict[str, Any]]:
        """What the worker chose; a question without a number takes two characters."""
        said = self.cleaned_data
        chosen = [(said[f"ask_{row}"], said[f"take_{row}"]) for row in range(self.ROWS)]
        return [{"ask": ask, "take": take or 2} for ask, take in chosen if ask]
