from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spojka.codelists.catalogue import Catalogue
from spojka.consents.models import ConsentRecipient
from spojka.ui.fields import DayField
from spojka.ui.widgets import ChipRadio, NewId, Select

from .content import Offer, Partner, Person, Step
from .models import LinkWay, Outcome, Presence, Said, Side

LONGEST = 2000
CODES = {"sex": _("Sex"), "age_band": _("Age"), "substance": _("Primary drug, as they see it")}
AT_CHOICE = {"required": _("Choose one.")}


def _words(label: Any, *, required: str | Any = "", help_text: Any = "", rows: int = 3) -> forms.CharField:
    said: dict[str, Any] = {"label": label, "help_text": help_text, "max_length": LONGEST}
    errors = {"required": required} if required else {}
    widget = forms.Textarea({"rows": rows})
    return forms.CharField(**said, required=bool(required), error_messages=errors, widget=widget)


class About(forms.Form):
    """What is said of somebody without a name, and to whom."""

    id = forms.UUIDField(widget=NewId)
    to = forms.ChoiceField(required=False, widget=Select(attrs={"class": "form-select"}))
    to_name = forms.CharField(
        required=False, max_length=160, label=_("Or somebody else: organisation and its ward, centre or office")
    )
    wants = _words(
        _("What the client wants"),
        required=_("Write at least what the client wants."),
        help_text=_("Nothing by which they would be known: no name, code, address or employer."),
    )
    goal = _words(_("What you see as the goal"))
    note = _words(_("What else they should know"), rows=2)
    contact = forms.CharField(required=False, max_length=200, label=_("How you are reached: name, phone, hours"))

    def __init__(self, *args: Any, partners: Mapping[str, Partner], lists: Catalogue, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.partners = partners
        self.fields["to"].choices = [("", _("nobody of these")), *((key, one.name) for key, one in partners.items())]
        for name, label in CODES.items():
            choices = [("", pgettext_lazy("a referral", "not said")), *lists.pairs(name)]
            widget = Select(attrs={"class": "form-select"}) if name == "substance" else ChipRadio()
            self.fields[name] = forms.ChoiceField(required=False, choices=choices, label=label, widget=widget)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if not said.get("to") and not said.get("to_name"):
            self.add_error("to", _("Choose one of them, or write somebody else."))
        if said.get("to") and said.get("to_name"):
            self.add_error("to_name", _("Choose one of them, or write somebody else: not both."))
        return said

    @property
    def partner(self) -> Partner:
        said = self.cleaned_data
        return self.partners[said["to"]] if said["to"] else Partner(name=said["to_name"])

    @property
    def offer(self) -> Offer:
        said = self.cleaned_data
        texts = {name: said[name] for name in ("wants", "goal", "note", "contact")}
        return Offer(**texts, codes={name: said[name] for name in CODES})


class OfferOut(About):
    """We refer a client of ours."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].label = _("To whom")
        self.fields["to"].help_text = _("Those with whom you have an agreement stand first.")


class OfferIn(About):
    """Somebody without Spojka referred somebody to us."""

    on = DayField(label=_("When they turned to you"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].label = _("Who refers")
        self.fields["contact"].label = _("How they are reached: name, phone, hours")


class Saying(forms.Form):
    """What all steps have: who says it, when, and words."""

    id = forms.UUIDField(widget=NewId)
    side = forms.ChoiceField(required=False, label=_("Who says it"), widget=ChipRadio())
    on = DayField(label=_("On"))
    kind: str = ""
    columns: tuple[str, ...] = ()

    def __init__(self, *args: Any, sides: Sequence[tuple[str, Any]], today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sides = sides
        self.fields["side"].choices = sides
        self.initial.setdefault("on", today)
        self.initial.setdefault("side", sides[0][0] if sides else "")
        if len(sides) < 2:
            self.fields["side"].widget = forms.HiddenInput()

    @property
    def step(self) -> Step:
        said = self.cleaned_data
        side = said["side"] or next((side for side, _name in self.sides), Side.THEIRS)  # who may not is told so
        more = {name: said[name] for name in self.columns}
        return Step(kind=self.kind, side=side, on=said["on"], words=said.get("words", ""), more=more)


class Accept(Saying):
    """We take it."""

    words = _words(_("What comes next, whom to turn to"), rows=2)
    kind = Said.ACCEPTED


class Decline(Saying):
    """We don't take it."""

    reason = forms.ChoiceField(
        label=_("Why"),
        widget=ChipRadio(),
        error_messages={"required": _("Choose why, so that they can look for something else.")},
    )
    words = _words(_("In words, and what you suggest instead"), rows=2)
    kind, columns = Said.DECLINED, ("reason",)

    def __init__(self, *args: Any, reasons: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].choices = list(reasons)


class Talk(Saying):
    """A question, or a reply to theirs."""

    words = _words(_("Your words"), required=_("Write it in a few words."), help_text=_("Still without a name."))
    kind = Said.QUESTION


class Invite(Saying):
    """An invitation to the first visit."""

    visit_on = DayField(required=False, label=_("For which day, if it is agreed"))
    place = forms.CharField(required=False, max_length=120, label=_("Where; a room with privacy"))
    words = _words(_("At what time, with whom"), rows=2)
    kind, columns = Said.INVITED, ("visit_on", "place")


class Visit(Saying):
    """The visit took place."""

    place = forms.CharField(required=False, max_length=120, label=_("Where"))
    presence = forms.ChoiceField(
        choices=Presence, label=_("Was somebody of who invited there?"), widget=ChipRadio(), error_messages=AT_CHOICE
    )
    is_told_first = forms.BooleanField(
        required=False,
        label=_("The patient was told first that the agreement and the outline of the plan go back to the ward"),
        help_text=_("Needed if nobody of them was there."),
    )
    words = _words(_("Next steps, and how you tell each other"), rows=2)
    kind, columns = Said.VISITED, ("place", "presence", "is_told_first")


class Missed(Saying):
    """Nobody came."""

    words = _words(_("What you agreed on"), rows=2)
    kind = Said.MISSED


class Result(Saying):
    """What came of it."""

    outcome = forms.ChoiceField(
        choices=Outcome, label=_("What came of it"), widget=ChipRadio(), error_messages=AT_CHOICE
    )
    words = _words(_("More of it, as the client agreed"), rows=2)
    agreed_how = forms.CharField(
        required=False,
        max_length=200,
        label=_("How the client agreed that you tell it"),
        help_text=_("Without it tell the outcome alone."),
    )
    kind, columns = Said.OUTCOME, ("outcome", "agreed_how")


NO_CONSENT = _("Write the client's consent that names them down first, or let them come unnamed.")


class Name(forms.Form):
    """Who it is, by which consent; or without a name."""

    id = forms.UUIDField(widget=NewId)
    recipient = forms.ChoiceField(
        label=_("By which consent"),
        widget=Select(attrs={"class": "form-select"}),
        error_messages=dict.fromkeys(("required", "invalid_choice"), NO_CONSENT),
    )
    name = forms.CharField(
        max_length=160,
        label=pgettext_lazy("of a person", "Name"),
        error_messages={"required": _("Write how they are called.")},
    )
    contact = forms.CharField(required=False, max_length=200, label=_("How they are reached"))
    note = _words(_("What else the consent lets you tell"), rows=2)

    def __init__(self, *args: Any, recipients: Sequence[ConsentRecipient], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.recipients = {str(one.pk): one for one in recipients}
        known = [(key, f"{one} · {one.consent}") for key, one in self.recipients.items()]
        self.fields["recipient"].choices = known or [("", _("no consent in force names them"))]

    @property
    def chosen(self) -> ConsentRecipient | None:
        return self.recipients.get(self.cleaned_data["recipient"])

    @property
    def person(self) -> Person:
        return Person(**{name: self.cleaned_data[name] for name in ("name", "contact", "note")})


class Unnamed(forms.Form):
    """They come without a name."""

    id = forms.UUIDField(widget=NewId)


class Why(forms.Form):
    """Why it ends, or is taken back."""

    why = forms.CharField(max_length=200, label=_("Why"), error_messages={"required": _("Write in a few words why.")})


class Close(forms.Form):
    """It is closed."""

    words = _words(_("What you will do otherwise"), rows=2)


class Tie(forms.Form):
    """Which client of ours it is."""

    code = forms.CharField(
        max_length=60, label=_("Code of the client"), error_messages={"required": _("Write the code.")}
    )


class GiveLink(forms.Form):
    """How the link comes to them."""

    id = forms.UUIDField(widget=NewId)
    way = forms.ChoiceField(
        choices=LinkWay, label=_("How it comes to them"), widget=ChipRadio(), error_messages=AT_CHOICE
    )
    email = forms.EmailField(
        required=False,
        max_length=254,
        label=_("E-mail of the other side"),
        help_text=_("The letter says neither what it is about nor who of us writes."),
    )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("way") == LinkWay.MAIL and not said.get("email") and "email" not in self.errors:
            self.add_error("email", _("Write where the letter goes."))
        return said
