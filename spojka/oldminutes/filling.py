"""Old minutes are pasted or brought as a file, and corrected row by row."""

import json
from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from spojka.meetings.models import LineKind
from spojka.ui.fields import DayField
from spojka.ui.widgets import NewId

from .proposal import LONGEST, LONGEST_NAME, Head, Original, Row
from .sources.opening import MOST_LETTERS

COLUMNS = ("key", "last", "kind", "text", "speaker", "who", "time", "places", "state")  # of a row, as it is sent
STATES = ("open", "settled")
MOST_PLACES = 600  # letters
MOST_SENT = 600  # rows


class Bring(forms.Form):
    """The text or the file; one of both."""

    id = forms.UUIDField(required=False, widget=NewId)
    text = forms.CharField(
        required=False, max_length=MOST_LETTERS, strip=False, label=_("Text of the minutes"),
        help_text=_("Copy it from a letter or a document and paste it here, with all lines."),
        widget=forms.Textarea({"rows": 10}),
    )  # fmt: skip
    file = forms.FileField(
        required=False, label=_("Or a file"),
        help_text=_("TXT, DOCX or PDF, 10 MB at most. Drop it here or choose it."),
        widget=forms.FileInput({"accept": ".txt,.docx,.pdf", "class": "file-room"}),
        error_messages={"empty": _("The file is empty.")},
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        has_text = bool((said.get("text") or "").strip())
        if not has_text and not said.get("file") and not self.errors:
            self.add_error("text", _("Paste the text or choose a file."))
        elif has_text and said.get("file"):
            self.add_error("file", _("There is a text and a file. Bring one of them, then the other."))
        return said


class Correct(forms.Form):
    """The rows of one page as they were corrected, and the head where the page has it."""

    version = forms.IntegerField(min_value=1, widget=forms.HiddenInput)
    at = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    many = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    day = DayField(
        required=False, label=_("On which day they met"), help_text=_("Without it the minutes can't be taken over.")
    )
    hour = forms.TimeField(
        required=False, label=_("From what time"), widget=forms.TimeInput({"type": "time"}, "%H:%M"),
        error_messages={"invalid": _("Write the time as 13:00.")},
    )  # fmt: skip
    place = forms.CharField(required=False, max_length=200, label=_("Where"))
    writer = forms.CharField(required=False, max_length=LONGEST_NAME, label=_("Who wrote it down"))
    present = forms.CharField(
        required=False, max_length=8000, label=_("Who was there"), widget=forms.Textarea({"rows": 4}),
        help_text=_("Each on a line of their own: name – organisation."),
    )  # fmt: skip

    def __init__(self, *args: Any, original: Original, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.original = original
        self.rows: list[Row] = []

    @property
    def head(self) -> Head | None:
        """The head; None where the page showed none."""
        if "day" not in self.data:
            return None
        said = self.cleaned_data
        day, hour = said["day"], said["hour"]
        words = {name: said[name] for name in ("place", "writer", "present")}
        return Head(day=day.isoformat() if day else "", hour=f"{hour:%H:%M}" if hour else "", **words)

    def clean_present(self) -> str:
        said = self.cleaned_data["present"]
        for line in said.splitlines():
            if any(len(one) > LONGEST_NAME for person in Head(present=line).people for one in person):
                raise ValidationError(_("This is too long for a name: %(said)s"), params={"said": line[:60]})
        return str(said)

    def clean(self) -> dict[str, Any]:
        for number, said in enumerate(self._sent(), 1):
            for row in self._rows(dict(zip(COLUMNS, said, strict=True))):
                self.rows.append(row)  # a faulty one too: the page shows all that was typed
                if fault := _fault(row):
                    self.add_error(None, gettext("Row %(number)s: %(what)s") % {"number": number, "what": fault})
        return self.cleaned_data

    def _sent(self) -> list[Any]:
        """Return the rows as they were sent: by the page's script in one, by the plain form field by field."""
        if "rows" in self.data:
            try:
                found = json.loads(self.data["rows"])
            except ValueError:
                found = None
            if not isinstance(found, list) or not all(
                isinstance(one, list) and len(one) == len(COLUMNS) for one in found
            ):
                raise ValidationError(_("What was sent can't be read. Open the page anew."))
        else:
            columns = [self.data.getlist(name) for name in COLUMNS]  # type: ignore[attr-defined]
            if len({len(one) for one in columns}) > 1:
                raise ValidationError(_("What was sent can't be read. Open the page anew."))
            found = list(zip(*columns, strict=True))
        if len(found) > MOST_SENT:
            raise ValidationError(_("These are too many rows at once."))
        return found

    def _rows(self, said: dict[str, Any]) -> list[Row]:
        """Return one row; words in several paragraphs are a row each, an emptied row is none."""
        typed = {name: " ".join(str(said[name]).split()) for name in COLUMNS if name != "text"}
        texts = [" ".join(one.split()) for one in str(said["text"]).splitlines()]
        key, last = typed.pop("key"), typed.pop("last")
        is_known = key.isdecimal() and int(key) < len(self.original.rows)
        if not is_known or not last.isdecimal() or not 0 < int(last) <= len(self.original.lines):
            raise ValidationError(_("What was sent can't be read. Open the page anew."))
        return [Row(int(key), int(last), text=text, **typed) for text in texts if text]


def _fault(row: Row) -> str:
    """Return what is wrong with a row, or nothing."""
    if row.kind not in LineKind.values or row.state not in STATES:
        return gettext("Choose what it is.")
    if len(row.text) > LONGEST:
        return gettext("A line has at most 4,000 letters. Make two of it.")
    if max(len(row.speaker), len(row.who)) > LONGEST_NAME:
        return gettext("A name has at most 80 letters.")
    if len(row.places) > MOST_PLACES:
        return gettext("These are too many places.")
    return "" if not row.time or _is_time(row.time) else gettext("Write the day as 2026-07-04 or 4. 7. 2026.")


def _is_time(said: str) -> bool:
    """Test whether it is a date or a moment of this century."""
    try:
        moment = datetime.fromisoformat(said)
    except ValueError:
        return False
    return 2000 <= moment.year <= 2100 and moment.tzinfo is None
