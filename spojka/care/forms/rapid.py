from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spojka.codelists.catalogue import Catalogue
from spojka.codelists.fields import CodeField, CodesField
from spojka.ui.fields import DayField
from spojka.ui.widgets import ChipCheckboxes, ChipRadio, Segment

from ..actions.rapid import Step
from ..models import RapidTest, Result, StepKind
from .somebody import PLAIN, OfSomebody, Timed

MINUTES = {"inputmode": "numeric"}


class Kit(forms.Form):
    """Which kit it is and when it is read."""

    batch = forms.CharField(required=False, max_length=40, label=_("Batch"), widget=forms.TextInput(PLAIN))
    expires_on = DayField(required=False, label=_("Expires"))
    low = forms.IntegerField(
        required=False, min_value=1, max_value=600, label=_("Read after (minutes)"), widget=forms.NumberInput(MINUTES)
    )
    high = forms.IntegerField(
        required=False, min_value=1, max_value=600, label=_("Read before (minutes)"), widget=forms.NumberInput(MINUTES)
    )

    def kit(self, kind: str, lists: Catalogue) -> dict[str, Any]:
        """Return what was typed; minutes that were not are the list's."""
        item, said = lists.find("test_kind", kind), self.cleaned_data
        usual = item.extra if item else {}
        found = {name: said[name] for name in ("batch", "expires_on")}
        return found | {name: said[name] or usual.get(name) for name in ("low", "high")}

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("low") and said.get("high") and said["low"] >= said["high"]:
            self.add_error("high", _("It is read from the first minute to the second one."))
        return said


def talk_field(lists: Catalogue, when: str, **kwargs: Any) -> CodesField:
    """Return what is talked about before or after a test. Nothing stands ticked: the record must not claim a talk."""
    items = [item for item in lists.items("test_talk") if item.extra.get("when", when) == when]
    field = CodesField("test_talk", lists, widget=ChipCheckboxes(whole=True), **kwargs)
    field.choices = [(item.code, item.name) for item in items]
    return field


class Start(OfSomebody, Kit):
    """The talk before a test, and taking it."""

    agreed = forms.BooleanField(
        label=_("They said yes to the test"), error_messages={"required": _("Without their yes there is no test.")}
    )
    is_taken = forms.BooleanField(required=False, initial=True, label=_("The test is being taken now"))
    repeats = forms.UUIDField(required=False, widget=forms.HiddenInput)
    nobody = _("Anonymous, with a slip")
    only_if = _("Just if they agree that the test stands under their code.")

    field_order = ("id", "side", "code", "kind", "covered", "agreed", "is_taken")

    def __init__(self, *args: Any, catalogue: Catalogue, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.catalogue = catalogue
        self.fields["kind"] = CodeField("test_kind", catalogue, label=_("What is tested"), widget=ChipRadio())
        self.fields["kind"].choices = [(i.code, i.short) for i in catalogue.items("test_kind")]
        self.fields["kind"].error_messages["required"] = _("Choose what is tested.")
        self.fields["covered"] = talk_field(catalogue, "before", label=_("What you talked about before"))
        self.fields["covered"].error_messages["required"] = _("Tick what you talked about.")
        self.order_fields(self.field_order)

    @property
    def arguments(self) -> dict[str, Any]:
        """What actions.rapid.start wants."""
        said, at = self.cleaned_data, self.occurred_at
        steps = [Step(kind=StepKind.TALK, occurred_at=at, agreed=said["agreed"], covered=tuple(said["covered"]))]
        if said["is_taken"]:
            steps.append(Step(kind=StepKind.TAKEN, occurred_at=at, **self.kit(said["kind"], self.catalogue)))
        return {name: said[name] for name in ("id", "kind", "code")} | {"steps": tuple(steps)}


class Take(Timed, Kit):
    """A test is taken after a talk of before."""

    field_order = ("id", "at")

    def __init__(self, *args: Any, catalogue: Catalogue, test: RapidTest, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.catalogue, self.test = catalogue, test

    @property
    def step(self) -> Step:
        return Step(kind=StepKind.TAKEN, occurred_at=self.occurred_at, **self.kit(self.test.kind, self.catalogue))


class Read(Timed):
    """What a test shows."""

    result = forms.ChoiceField(
        choices=Result.choices,
        label=_("What it shows"),
        widget=ChipRadio(),
        error_messages={"required": _("Choose what it shows.")},
    )
    field_order = ("id", "result", "at")

    @property
    def step(self) -> Step:
        return Step(kind=StepKind.READ, occurred_at=self.occurred_at, result=self.cleaned_data["result"])


class Tell(Timed):
    """The result was told, and what was talked about."""

    repeat = forms.NullBooleanField(
        required=False,
        label=_("You offered another test"),
        widget=Segment(choices=[("true", _("they want it")), ("false", _("they don't want it"))]),
    )
    field_order = ("id", "covered", "repeat", "at")

    def __init__(self, *args: Any, catalogue: Catalogue, test: RapidTest, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["covered"] = talk_field(catalogue, "after", label=_("What you talked about after"))
        self.fields["covered"].error_messages["required"] = _("Tick what you talked about.")
        if test.result not in (Result.INVALID, Result.NOT_READ):
            del self.fields["repeat"]
        self.order_fields(self.field_order)

    @property
    def step(self) -> Step:
        said = self.cleaned_data
        return Step(
            kind=StepKind.TOLD,
            occurred_at=self.occurred_at,
            covered=tuple(said["covered"]),
            repeat=said.get("repeat"),
        )


class Refer(Timed):
    """Where the person goes for a confirmation."""

    place = forms.CharField(
        max_length=120,
        label=_("Where"),
        help_text=_("The infectious clinic, a laboratory, a gynaecologist."),
        error_messages={"required": _("Write where they are referred to.")},
    )
    on = DayField(required=False, label=_("Which day"), help_text=_("If it is arranged."))
    text = forms.CharField(required=False, max_length=300, label=_("Note"), help_text=_("No names, please."))
    field_order = ("id", "place", "on", "text", "at")

    @property
    def step(self) -> Step:
        said = {name: self.cleaned_data[name] for name in ("place", "on", "text")}
        return Step(kind=StepKind.REFERRED, occurred_at=self.occurred_at, **said)


class Why(Timed):
    """Something ended, for a reason."""

    text = forms.CharField(max_length=300, label=_("Why"), error_messages={"required": _("Write in a few words why.")})
    field_order = ("id", "text", "at")
    kind = StepKind.ENDED

    @property
    def step(self) -> Step:
        return Step(kind=self.kind, occurred_at=self.occurred_at, text=self.cleaned_data["text"])


class Decline(Why):
    """The person does not want a referral."""

    kind = StepKind.DECLINED


class Reason(forms.Form):
    """Why something is taken back."""

    why = forms.CharField(max_length=200, label=_("Why"), error_messages={"required": _("Write in a few words why.")})


class Slip(forms.Form):
    """A slip that somebody brought. It travels in the body, never in an address."""

    slip = forms.CharField(
        max_length=12,
        label=_("Code on the slip"),
        widget=forms.TextInput(PLAIN | {"autocapitalize": "characters"}),
        error_messages={"required": _("Write the code that stands on the slip.")},
    )

    def clean_slip(self) -> str:
        plain = "".join(sign for sign in self.cleaned_data["slip"].upper() if sign.isalnum())
        return f"{plain[:3]}-{plain[3:]}"


FORMS: dict[str, type[Timed]] = {
    StepKind.TAKEN: Take,
    StepKind.READ: Read,
    StepKind.TOLD: Tell,
    StepKind.REFERRED: Refer,
    StepKind.DECLINED: Decline,
    StepKind.ENDED: Why,
}
