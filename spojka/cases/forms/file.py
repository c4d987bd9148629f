"""What the file says of a case, and what becomes of it."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spojka.base.terms import months_after
from spojka.codelists.catalogue import Catalogue
from spojka.codelists.fields import CodeField
from spojka.ui.fields import DayField, SoughtField
from spojka.ui.widgets import ChipRadio, NewId, Segment, Select

from ..content import Ended, File, Who
from ..models import Case, CaseOf, CaseState, PartyRole, Stage

TYPED = {"autocomplete": "off", "spellcheck": "false"}
CHOOSE = [("", _("choose"))]


def words(
    label: Any, wrong: Any = "", hint: Any = "", rows: int = 3, most: int = 2000, **said: Any
) -> forms.CharField:
    """A longer text; `wrong` is told when it is missing, without it may be empty."""
    usual = {"max_length": most, "widget": forms.Textarea({"rows": rows} | TYPED), "required": bool(wrong)}
    return forms.CharField(label=label, help_text=hint, error_messages={"required": wrong}, **usual)


def line(label: Any, wrong: Any = "", hint: Any = "", most: int = 120) -> forms.CharField:
    """A short text."""
    usual = {"max_length": most, "widget": forms.TextInput(TYPED), "required": bool(wrong)}
    return forms.CharField(label=label, help_text=hint, error_messages={"required": wrong}, **usual)


class FileForm(forms.Form):
    """The case as a whole."""

    name = line(
        _("What we call the case"),
        _("Write what you call the case."),
        _("A nickname or the family; it lies sealed."),
        80,
    )
    of = forms.ChoiceField(choices=CaseOf, initial=CaseOf.PERSON, label=_("The case is about"), widget=Segment)
    opened_on = DayField(label=_("Since the day"))

    def __init__(self, data: Any = None, *, catalogue: Catalogue, **kwargs: Any):
        super().__init__(data, **kwargs)
        way = {"error_messages": {"required": _("Choose how the case began.")}, "widget": ChipRadio(first=8)}
        regime = {"error_messages": {"required": _("Choose the legal regime.")}, "widget": ChipRadio(first=6)}
        self.fields["way_in"] = CodeField("case_way_in", catalogue, label=_("How the case began"), **way)
        self.fields["way_words"] = words(
            _("Who recommended it, what is asked"), hint=_("In a few words; it lies sealed."), rows=2, most=1000
        )
        self.fields["court_until"] = DayField(
            label=_("The court waits until"),
            required=False,
            help_text=_("Of a postponed hearing: three months at most."),
        )
        self.fields["regime"] = CodeField("case_regime", catalogue, label=_("Legal regime"), **regime)
        self.fields["setting"] = CodeField(
            "case_setting", catalogue, label=_("What it is about"), required=False, widget=ChipRadio(first=6)
        )
        self.fields["setting"].choices = [("", _("nothing of these")), *catalogue.pairs("case_setting")]
        for name in ("way_in", "regime", "setting"):
            self.fields[name].keep(self.initial.get(name))
        self.today = catalogue.on
        self.months = {one.code: one.extra.get("months", 0) for one in catalogue.items("case_way_in")}

    def clean(self) -> dict[str, Any]:
        """A court that postponed waits for a term, and no longer than the list says; also if it postponed later."""
        typed = super().clean() or {}
        until, begins = typed.get("court_until"), typed.get("opened_on")
        most = max(self.months.values(), default=0)
        if self.months.get(typed.get("way_in", "")) and not until and begins:
            self.add_error("court_until", _("Write until when the court waits; three months at most."))
        elif until and begins and most and until > months_after(max(begins, self.today), most):
            self.add_error("court_until", _("That is too long: a court waits three months at most."))
        return typed

    @property
    def file(self) -> File:
        """What the actions want."""
        typed = self.cleaned_data
        names = ("name", "of", "way_in", "way_words", "regime", "setting", "opened_on", "court_until")
        return File(**{name: typed[name] for name in names})


class Open(FileForm):
    """A new case around a client."""

    id = forms.UUIDField(widget=NewId)
    called = line(
        _("What we call the client in it"),
        _("Write what the client is called in the case."),
        _("Others in the case read it: a nickname, as long as the client did not agree to more."),
        80,
    )
    is_child = forms.BooleanField(required=False, label=_("It is a child"))

    @property
    def who(self) -> Who:
        return Who(role=PartyRole.CLIENT, name=self.cleaned_data["called"], is_child=self.cleaned_data["is_child"])


class Change(FileForm):
    """The file written anew."""

    @staticmethod
    def of_case(case: Case) -> dict[str, Any]:
        """What stands there now."""
        names = ("of", "opened_on", "way_in", "court_until", "regime", "setting")
        return {name: getattr(case, name) for name in names} | {"name": case.called, "way_words": case.came_by}


class Narrow(forms.Form):
    """Which cases are listed."""

    state = forms.ChoiceField(
        required=False,
        choices=[("", _("live ones")), *CaseState.choices, ("all", pgettext_lazy("cases", "all"))],
        label=_("State"),
        widget=Select(attrs={"class": "form-select"}),
    )
    mine = forms.BooleanField(required=False, label=_("I coordinate"))
    name = SoughtField(required=False, max_length=80, label=_("Name or number"), widget=forms.TextInput(TYPED))


class Move(forms.Form):
    """A stage, a pause, or going on."""

    to = forms.ChoiceField(
        label=_("Where the work is"), widget=ChipRadio(first=8), error_messages={"required": _("Choose the stage.")}
    )
    words = words(_("In a few words"), rows=2, most=1000)
    until = DayField(label=_("Paused until"), required=False, help_text=_("Then it comes back at Today."))

    def __init__(self, data: Any = None, *, case: Case, **kwargs: Any):
        super().__init__(data, **kwargs)
        turn = [("pause", _("pause"))] if case.is_open else [("resume", _("go on"))]
        self.fields["to"].choices = [*Stage.choices, *turn]
        self.fields["to"].initial = case.stage

    def clean(self) -> dict[str, Any]:
        """A day without a pause would be lost."""
        typed = super().clean() or {}
        if typed.get("until") and typed.get("to") != "pause":
            self.add_error("until", _("The day is for a pause. Choose the pause above, or leave the day out."))
        return typed


class Close(forms.Form):
    """The closing evaluation."""

    strong = words(_("Strong sides of the cooperation"), _("Write what was strong."))
    weak = words(_("Weak sides"), _("Write what was weak."))
    worked = words(_("What worked"), _("Write what worked."))
    advice = words(_("What we recommend"), _("Write what you recommend."))
    client_words = words(_("What the client says of it"), hint=_("In their own words."))

    def __init__(self, data: Any = None, *, catalogue: Catalogue, **kwargs: Any):
        super().__init__(data, **kwargs)
        ground = CodeField(
            "case_closing",
            catalogue,
            label=_("Why the case ends"),
            widget=ChipRadio(first=8),
            error_messages={"required": _("Choose why the case ends.")},
        )
        self.fields = {"ground": ground, **self.fields}

    @property
    def ended(self) -> Ended:
        return Ended(**self.cleaned_data)


class Reopen(forms.Form):
    words = words(_("Why it is opened again"), _("Write why."), rows=2, most=1000)


class Coordinate(forms.Form):
    """Who of us coordinates."""

    worker = forms.ChoiceField(label=_("Coordinates"), widget=Select(attrs={"class": "form-select"}))

    def __init__(self, data: Any = None, *, workers: Sequence[Any], **kwargs: Any):
        super().__init__(data, **kwargs)
        self.workers = {str(one.pk): one for one in workers}
        self.fields["worker"].choices = [*CHOOSE, *((key, one.user.name) for key, one in self.workers.items())]

    @property
    def chosen(self) -> Any:
        return self.workers[self.cleaned_data["worker"]]


class HandOver(forms.Form):
    """Which service coordinates from now on."""

    to = forms.ChoiceField(
        label=_("Who takes it over"),
        widget=Select(attrs={"class": "form-select"}),
        error_messages={"required": _("Choose who takes it over.")},
    )
    words = words(_("What they should know"), _("Write what they should know."), rows=2, most=1000)

    def __init__(self, data: Any = None, *, services: Sequence[Any], **kwargs: Any):
        super().__init__(data, **kwargs)
        self.services = {str(one.pk): one for one in services}
        named = [(key, f"{one.organisation}, {one}") for key, one in self.services.items()]
        self.fields["to"].choices = [*CHOOSE, *named]

    @property
    def chosen(self) -> Any:
        return self.services[self.cleaned_data["to"]]


class Group(forms.Form):
    """A group of cases: a known one, or a new one with a name."""

    id = forms.UUIDField(widget=NewId)
    group = forms.ChoiceField(required=False, label=_("Group"), widget=Select(attrs={"class": "form-select"}))
    name = line(_("Or a new group"), hint=_("What the cases have in common, as a usurer's victims."), most=80)
    why = words(_("What they have in common"), rows=2, most=1000)

    def __init__(self, data: Any = None, *, groups: Sequence[Any], **kwargs: Any):
        super().__init__(data, **kwargs)
        self.groups = {str(one.pk): one for one in groups}
        self.fields["group"].choices = [*CHOOSE, *((key, one.called) for key, one in self.groups.items())]

    def clean(self) -> dict[str, Any]:
        """Either of the two."""
        typed = super().clean() or {}
        if bool(typed.get("group")) == bool(typed.get("name")):
            self.add_error("name", _("Choose a group, or name a new one."))
        return typed

    @property
    def chosen(self) -> Any:
        return self.groups.get(self.cleaned_data["group"])
