"""What people say about a table: whose it is, what its columns mean, what its words mean."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.sorting import by_name
from spojka.codelists.catalogue import Catalogue
from spojka.codelists.fields import CodeField
from spojka.network.models import Membership, Service, Team
from spojka.places.models import Place
from spojka.ui.widgets import NewId

from . import reading
from .models import Sheet
from .plan import EACH, LIST_OF, MANY, ONCE, Names, Night, Plan
from .table import Table

SELECT = {"class": "form-select"}
UNSURE = pgettext_lazy("answer", "I don't know yet")


class Bring(forms.Form):
    """One file, and whose contacts it holds."""

    id = forms.UUIDField(widget=NewId)
    file = forms.FileField(
        label=_("Table"),
        help_text=_("XLSX, XLS, ODS or CSV, 20 MB at most. Drop it here or choose it."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xls,.xlsm,.ods,.csv,.txt,.tsv", "class": "drop"}),
        error_messages={
            "required": _("Choose the file with the table."),
            "empty": _("The file is empty."),
            "invalid": _("Choose the file with the table."),
        },
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any):
        super().__init__(*args, **kwargs)
        services = Service.objects.allowed(actor, Permission.SHEET_BRING).order_by(by_name(), "pk")
        teams = Team.objects.allowed(actor, Permission.SHEET_BRING).select_related("service").order_by(by_name(), "pk")
        first = services.first()
        self.fields["service"] = forms.ModelChoiceField(services, label=_("Service"), initial=first, empty_label=None)
        self.fields["team"] = forms.ModelChoiceField(
            teams, required=False, label=_("Team"), empty_label=pgettext_lazy("team", "the whole service")
        )
        if len(services) == 1:
            self.fields["service"].widget = forms.HiddenInput()
        if not teams:
            del self.fields["team"]
        self.order_fields(["id", "service", "team", "file"])

    def clean_file(self) -> Any:
        brought = self.cleaned_data["file"]
        if brought.size > reading.MOST_BYTES:
            raise ValidationError(_("The file is larger than 20 MB. Divide it, for instance by years."))
        data = brought.read()
        try:
            self.pages = reading.read(data)
        except reading.BadFile as refusal:
            raise ValidationError(str(refusal)) from None
        self.file_hash = reading.digest(data)
        return brought

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        team, service = said.get("team"), said.get("service")
        if team and service and team.service_id != service.pk:
            self.add_error("team", _("This team is of another service."))
        return said

    @property
    def arguments(self) -> dict[str, Any]:
        said = self.cleaned_data
        own = {"id": said["id"], "service": said["service"], "team": said.get("team")}
        return own | {"name": said["file"].name, "file_hash": self.file_hash, "pages": self.pages}


class Columns(forms.Form):
    """What each column means, and what holds for all rows."""

    usual_time = forms.TimeField(
        label=_("Hour of rows without one"),
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"required": _("Write an hour, such as 12:00."), "invalid": _("Write an hour, such as 12:00.")},
    )
    year = forms.IntegerField(
        required=False,
        min_value=2000,
        max_value=2100,
        label=_("Year of days written without one"),
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        error_messages=dict.fromkeys(["min_value", "max_value", "invalid"], _("Write a year, such as 2026.")),
    )
    fills_down = forms.BooleanField(required=False, label=_("An empty day means the one in the row above"))
    makes_places = forms.BooleanField(required=False, label=_("Write down places that we don't know yet"))
    night = forms.ChoiceField(
        required=False,
        choices=[("", _("there are no hours after midnight")), *Night.SAID],
        label=_("Hours after midnight"),
        widget=forms.Select(attrs=SELECT),
    )

    def __init__(self, *args: Any, actor: Actor, table: Table, plan: Plan, lists: Catalogue, **kwargs: Any):
        stored = plan.stored | {f"column-{n}": plan.fields.get(h, "") for n, h in enumerate(table.heads)}
        super().__init__(*args, initial=stored, **kwargs)
        self.table, targets = table, _targets(lists, set(plan.fields.values()))
        for number, head in enumerate(table.heads):
            self.fields[f"column-{number}"] = forms.ChoiceField(
                choices=targets, required=False, label=head, widget=forms.Select(attrs=SELECT)
            )
        places = Place.objects.allowed(actor, Permission.SHEET_READ).filter(service=lists.service)
        self.fields |= {
            "place": forms.ModelChoiceField(
                places.order_by(by_name(), "pk"), required=False, label=_("Place of rows without one"), empty_label="–"
            ),
            "setting": _code("setting", lists, _("Setting of rows without one")),
            "breath_unit": _code("breath_unit", lists, _("Unit of breath values")),
        }
        if lists.service.is_anonymous:
            self.fields["names"] = forms.ChoiceField(
                choices=[("", _("there are no names")), *Names.SAID],
                required=False,
                label=_("Names of people"),
                help_text=_("People come to this service without a name, so a name is kept only if you say so."),
                widget=forms.Select(attrs=SELECT),
            )

    @property
    def columns(self) -> Iterator[tuple[Any, list[str]]]:
        """Return the fields of the columns with what stands in them."""
        for number, _head in enumerate(self.table.heads):
            yield self[f"column-{number}"], self.table.samples(number)

    @property
    def answers(self) -> list[Any]:
        """Return the fields that hold for all rows, in the order of reading."""
        names = ["place", "setting", "usual_time", "night", "names", "year", "breath_unit"]
        return [self[name] for name in [*names, "fills_down", "makes_places"] if name in self.fields]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        taken: dict[str, str] = {}
        if not self.table.rows:
            self.add_error(None, _("There is no row below the names of the columns. Bring a table with contacts."))
        for number, head in enumerate(self.table.heads):
            target = said.get(f"column-{number}", "")
            if target and target in taken and target.partition(":")[0] not in MANY:
                self.add_error(f"column-{number}", _("“%(head)s” means the same already.") % {"head": taken[target]})
            taken.setdefault(target, head)
        if "date" not in taken:
            self.add_error(None, _("Say which column holds the day."))
        if not {"place", "event"} & set(taken) and not said.get("place"):
            self.add_error("place", _("No column holds the place, so choose one for all rows."))
        if "setting" not in taken and not said.get("setting"):
            self.add_error("setting", _("No column holds the setting, so choose one for all rows."))
        return said

    @property
    def plan(self) -> Plan:
        said = self.cleaned_data
        names = ("year", "night", "setting", "breath_unit", "fills_down", "makes_places")
        return Plan(
            **{name: said[name] for name in names},
            fields={head: said[f"column-{number}"] for number, head in enumerate(self.table.heads)},
            usual_time=f"{said['usual_time']:%H:%M}",
            place=str(said["place"].pk) if said["place"] else "",
            names=said.get("names", ""),
        )


class Answers(forms.Form):
    """What words that we don't know mean, and which near spellings are one person."""

    def __init__(self, *args: Any, actor: Actor, sheet: Sheet, lists: Catalogue, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.sheet, self.words, self.people = sheet, [], []
        for list_code, words in sheet.asks.get("words", {}).items():
            offered = self._offered(list_code, actor, lists)
            for number, (folded, asked) in enumerate(words.items()):
                self._ask_word(f"word-{list_code}-{number}", (list_code, folded), asked, offered)
        for place, group in enumerate(sheet.asks.get("people", [])):
            fields = [self._ask_person(f"person-{place}-{n}", code, group) for n, code in enumerate(group["asked"])]
            self.people.append(fields)

    def _offered(self, list_code: str, actor: Actor, lists: Catalogue) -> list[tuple[str, Any]]:
        if list_code == "place":
            rows = Place.objects.allowed(actor, Permission.SHEET_VIEW).filter(service=lists.service)
            return [(str(row.pk), str(row)) for row in rows.order_by(by_name(), "pk")]
        if list_code == "worker":
            rows = Membership.objects.allowed(actor, Permission.MEMBER_VIEW).filter(services=lists.service)
            found = [
                (str(row.pk), row.user.name)
                for row in rows.select_related("user").order_by(by_name("user__name"), "pk")
            ]
            return [("-", _("nobody of us: leave it out")), *found]
        return [("-", _("nothing: leave it out")), *lists.pairs(list_code)]

    def _ask_word(
        self, name: str, key: tuple[str, str], asked: dict[str, Any], offered: list[tuple[str, Any]]
    ) -> None:
        near = [(code, name) for code, name in offered if code == asked["near"]]  # nearer to the thumb, never chosen
        self.fields[name] = forms.ChoiceField(
            choices=[("", UNSURE), *near, *(one for one in offered if one not in near)],
            required=False,
            label=asked["said"],
            widget=forms.Select(attrs=SELECT),
        )
        self.words.append((self[name], key, asked))

    def _ask_person(self, name: str, code: str, group: dict[str, Any]) -> tuple[Any, str, int]:
        others = [
            (other, _("the same person as %(code)s") % {"code": other}) for other in group["codes"] if other != code
        ]
        self.fields[name] = forms.ChoiceField(
            choices=[("", UNSURE), (code, _("somebody else, under this code")), *others],
            required=False,
            label=code,
            widget=forms.Select(attrs=SELECT),
        )
        return self[name], code, group["n"].get(code, 0)

    @property
    def arguments(self) -> dict[str, Any]:
        """What actions.answer wants; what nobody answered stays open."""
        said = self.cleaned_data
        words = {key: said[bound.name] for bound, key, _asked in self.words if said[bound.name]}
        spelt = (one for group in self.people for one in group)
        return {"words": words, "codes": {code: said[bound.name] for bound, code, _n in spelt if said[bound.name]}}


class Save(forms.Form):
    """Whether rows like earlier ones are saved too."""

    with_similar = forms.BooleanField(
        required=False,
        label=_("Save also the rows similar to earlier ones"),
        help_text=_(
            "Only if they are other contacts. A changed row would be counted twice: correct the contact instead."
        ),
    )


def _code(list_code: str, lists: Catalogue, label: Any) -> CodeField:
    field = CodeField(list_code, lists, required=False, label=label, widget=forms.Select(attrs=SELECT))
    field.choices = [("", "–"), *lists.pairs(list_code)]
    return field


def _targets(lists: Catalogue, chosen: set[str]) -> list[Any]:
    """Return all that a column can mean, in groups: what the service offers, and what is chosen already."""
    found: list[Any] = [("", _("– leave out –")), (_("One column"), list(ONCE.items()))]
    for kind, title in EACH.items():
        items = [(f"{kind}:{item.code}", item) for item in lists.everything.get(LIST_OF[kind], ())]
        pairs = [(target, item.name) for target, item in items if item.is_on or target in chosen]
        found.append((str(title).capitalize(), pairs))
    return found
