from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spojka.codelists.catalogue import Catalogue
from spojka.codelists.fields import CodeField
from spojka.codelists.words import SURENESS
from spojka.network.models import Membership
from spojka.ui.fields import DayField
from spojka.ui.widgets import ChipRadio, NewId

from .models import Decision, LineKind, Way

LONGEST = 4000
SELECT = {"class": "form-select"}


def text_field(rows: int = 3, **kwargs: Any) -> forms.CharField:
    return forms.CharField(**{"max_length": LONGEST, "widget": forms.Textarea(attrs={"rows": rows})} | kwargs)


class Record(forms.Form):
    """A request of an authority, as it came."""

    id = forms.UUIDField(widget=NewId)
    office = forms.CharField(
        max_length=120,
        label=_("Which office"),
        help_text=_("For instance: Police, district department Lipovec."),
        error_messages={"required": _("Write which office asks.")},
    )
    reference = forms.CharField(required=False, max_length=80, label=_("Its file number"))
    officer = forms.CharField(required=False, max_length=120, label=_("Who of them asks"))
    received_on = DayField(label=_("When it came"))
    way = forms.ChoiceField(
        choices=Way.choices,
        label=_("How it came"),
        widget=ChipRadio(),
        error_messages={"required": _("Choose how it came.")},
    )
    due_on = DayField(
        required=False,
        label=_("Until when they want an answer"),
        help_text=_("As the request says. Empty: it sets no day."),
    )
    about = text_field(
        2,
        label=_("Whom they ask about"),
        help_text=_("As the request says. It is sealed; whether we know such a client, it does not tell."),
        error_messages={"required": _("Write whom they ask about, as the request says.")},
    )
    asked = text_field(
        label=_("What they want to know"), error_messages={"required": _("Write what they want to know.")}
    )
    ground_text = forms.CharField(
        required=False,
        max_length=300,
        label=_("The ground in their words"),
        help_text=_("The paragraph as it stands in the request."),
    )

    def __init__(self, *args: Any, catalogue: Catalogue, **kwargs: Any):
        super().__init__(*args, **kwargs)
        authority = CodeField("authority_kind", catalogue, label=_("Who asks"), widget=ChipRadio())
        authority.error_messages["required"] = _("Choose who asks.")
        ground = CodeField(
            "disclosure_ground",
            catalogue,
            label=_("By which law"),
            help_text=_("How sure each is stands beside it. It is our reading, no legal advice."),
            widget=forms.Select(attrs=SELECT),
        )
        ground.error_messages["required"] = _("Choose the ground, or that the request names none.")
        grounds = catalogue.items("disclosure_ground")
        ground.choices = [("", "")] + [(one.code, _named(one)) for one in grounds]
        self.fields |= {"authority": authority, "ground": ground}
        self.order_fields(
            ["id", "authority", "office", "reference", "officer", "received_on", "way", "due_on", "ground"]
        )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("ground") == "other" and not said.get("ground_text"):
            self.add_error("ground_text", _("Write which law they name."))
        return said


def _named(item: Any) -> str:
    return f"{item.name} ({SURENESS[item.sureness]})" if item.sureness else item.name


class Decide(forms.Form):
    """What the head decides. It is done once."""

    decision = forms.ChoiceField(
        choices=Decision.choices,
        label=_("The decision"),
        widget=ChipRadio(),
        error_messages={"required": _("Choose what you decide.")},
    )
    why = text_field(
        label=_("Why"),
        help_text=_("For us. The authority does not read it."),
        error_messages={"required": _("Write why you decide so.")},
    )
    answer = text_field(
        4,
        required=False,
        label=_("What we answer the authority"),
        help_text=_("It is printed in the answer. When you give nothing, don't say whether we know such a person."),
    )


class Line(forms.Form):
    """What was given, the client told or not, or a note."""

    id = forms.UUIDField(widget=NewId)
    kind = forms.ChoiceField(
        choices=LineKind.choices,
        label=_("What you add"),
        widget=ChipRadio(),
        error_messages={"required": _("Choose what you add.")},
    )
    on = DayField(label=_("Which day"))
    text = text_field(
        required=False,
        label=_("In words"),
        help_text=_("Which documents or records were given; how the client was told; the note."),
    )
    recipient = forms.CharField(required=False, max_length=200, label=_("To whom it was given"))
    way = forms.ChoiceField(required=False, choices=Way.choices, label=_("By which way"), widget=ChipRadio())

    def __init__(self, *args: Any, catalogue: Catalogue, may_give: bool, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["code"] = CodeField(
            "untold_reason", catalogue, required=False, label=_("Why the client was not told"), widget=ChipRadio()
        )
        self.fields["code"].choices = [(one.code, one.name) for one in catalogue.items("untold_reason")]
        if not may_give:
            kinds = [choice for choice in LineKind.choices if choice[0] != LineKind.GIVEN]
            self.fields["kind"].choices = kinds
            del self.fields["recipient"]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        kind = said.get("kind")
        said.setdefault("recipient", "")
        if kind == LineKind.GIVEN and not said["recipient"]:
            self.add_error("recipient", _("Write to whom it was given."))
        if kind == LineKind.UNTOLD and not said.get("code"):
            self.add_error("code", _("Choose why the client was not told."))
        needs_words = kind != LineKind.UNTOLD or said.get("code") == "other"
        if kind and needs_words and not said.get("text"):
            self.add_error("text", _("Write it in words."))
        if kind != LineKind.UNTOLD:
            said["code"] = ""
        return said


class Name(forms.Form):
    """A colleague who may read the request."""

    def __init__(self, *args: Any, people: list[Membership], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.people = {str(one.pk): one for one in people}
        self.fields["membership"] = forms.ChoiceField(
            choices=[("", "")] + [(key, str(one)) for key, one in self.people.items()],
            label=_("Colleague"),
            widget=forms.Select(attrs=SELECT),
            error_messages={"required": _("Choose a colleague.")},
        )

    @property
    def chosen(self) -> Membership:
        return self.people[self.cleaned_data["membership"]]
