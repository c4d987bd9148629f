"""The form of a consent to share: what, with whom, until when, who agreed and how."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spojka.access.permissions import KIND_NAMES, Kind
from spojka.ui.fields import DayField
from spojka.ui.widgets import ChipCheckboxes, NewId, Segment, Select

from ..content import Said, Signed, Whom, kinds_of
from ..models import KINDS, ConsentWay, SignerRole, SignerWord
from .recipients import Institution, Private

TYPED = {"autocomplete": "off", "spellcheck": "false"}
INSTITUTIONS, PRIVATE, SIGNERS = 5, 3, 3  # as many rows as the paper has
KIND_CHOICES = [(str(int(kind)), KIND_NAMES[kind]) for kind in KINDS]
STROKES = 40_000  # letters of a signature
DRAWN = r"^(M-?\d{1,4} -?\d{1,4}(L-?\d{1,4} -?\d{1,4})*)*$"  # as hand-sign.js draws it, and nothing else


class Signer(forms.Form):
    """Who agrees for a child, or does not."""

    role = forms.ChoiceField(
        required=False,
        choices=[("", _("nobody else")), *((one.value, one.label) for one in SignerRole if one != SignerRole.CLIENT)],
        label=_("Who"),
        widget=Select(attrs={"class": "form-select"}),
    )
    name = forms.CharField(
        required=False, max_length=120, label=pgettext_lazy("of a person", "Name"), widget=forms.TextInput(TYPED)
    )
    word = forms.ChoiceField(
        required=False, choices=SignerWord, initial=SignerWord.YES, label=_("Says"), widget=Segment
    )
    note = forms.CharField(
        required=False,
        max_length=300,
        label=_("Note"),
        help_text=_("Why they do not agree, or how you tried to reach them."),
        widget=forms.TextInput(TYPED),
    )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("role") and not said.get("name"):
            self.add_error("name", _("Write who it is."))
        if said.get("name") and not said.get("role"):
            self.add_error("role", _("Choose what they are to the child."))
        if said.get("role") and said.get("word") != SignerWord.YES and not said.get("note"):
            self.add_error("note", _("Write in a few words why."))
        return said

    @property
    def signed(self) -> Signed | None:
        said = self.cleaned_data
        if not said["role"]:
            return None
        return Signed(role=said["role"], name=said["name"], word=said["word"] or SignerWord.YES, note=said["note"])


class Give(forms.Form):
    """A consent to share. Recipients and those who sign for a child are forms of their own, checked along with it."""

    id = forms.UUIDField(widget=NewId)
    kinds = forms.MultipleChoiceField(
        choices=KIND_CHOICES,
        label=_("What may be told"),
        widget=ChipCheckboxes(),
        error_messages={"required": _("Tick at least one kind of information.")},
    )
    other = forms.CharField(
        required=False, max_length=300, label=_("Which other information"), widget=forms.TextInput(TYPED)
    )
    ends_on = DayField(required=False, label=_("Until the day"), help_text=_("Empty: until they take it back."))
    is_parallel = forms.BooleanField(
        required=False,
        label=_("Only while both work with the client"),
        help_text=_("When that ends, more is shared only if they agree anew."),
    )
    is_child = forms.BooleanField(required=False, label=_("The client is a child"))
    of_age_on = DayField(
        required=False,
        label=_("When they come of age"),
        help_text=_("The day of their 18th birthday. From then on it holds no more, they agree themselves."),
    )
    child_assent = forms.ChoiceField(
        required=False,
        choices=[
            ("yes", pgettext_lazy("a child", "wants it too")),
            ("no", pgettext_lazy("a child", "does not want it")),
            ("unasked", pgettext_lazy("a child", "could not be asked")),
        ],
        label=_("The child"),
        widget=Segment,
    )
    child_words = forms.CharField(
        required=False,
        max_length=1000,
        label=_("What the child says, in its own words"),
        widget=forms.Textarea({"rows": 2} | TYPED),
    )
    way = forms.ChoiceField(choices=ConsentWay, initial=ConsentWay.PAPER, label=_("How"), widget=Segment)
    signature = forms.RegexField(DRAWN, required=False, max_length=STROKES, widget=forms.HiddenInput)
    heard = forms.CharField(
        required=False,
        max_length=300,
        label=_("What was said and who heard it"),
        help_text=_("Of a consent by word. No names of the client."),
        widget=forms.Textarea({"rows": 2} | TYPED),
    )
    place = forms.CharField(required=False, max_length=80, label=_("Place"), widget=forms.TextInput(TYPED))
    given_on = DayField(label=_("On the day"))
    taken_by = forms.ChoiceField(label=_("Who took it"), widget=Select(attrs={"class": "form-select"}))

    def __init__(self, data: Any = None, *, offered: Any, workers: list[tuple[str, str]], **kwargs: Any):
        super().__init__(data, **kwargs)
        self.fields["taken_by"].choices = workers
        self.institutions = [Institution(data, prefix=f"to-{n}", offered=offered) for n in range(INSTITUTIONS)]
        self.people = [Private(data, prefix=f"person-{n}") for n in range(PRIVATE)]
        self.signers = [Signer(data, prefix=f"signer-{n}") for n in range(SIGNERS)]
        self.parts = [*self.institutions, *self.people, *self.signers]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        kinds = set(said.get("kinds") or [])
        if str(int(Kind.OTHER)) in kinds and not said.get("other"):
            self.add_error("other", _("Write which other information."))
        if said.get("way") == ConsentWay.SPOKEN and not said.get("heard"):
            self.add_error("heard", _("Write what was said and who heard it."))
        if said.get("way") == ConsentWay.SCREEN and "L" not in said.get("signature", ""):  # a tap is no signature
            self.add_error("way", _("Let them sign on the screen, or choose another way."))
        if said.get("is_child"):
            self._clean_child(said)
        if not all([one.is_valid() for one in self.parts]):  # each says what is wrong with it
            self.add_error(None, _("Look at the rows that are marked."))
        elif not self._whom():
            self.institutions[0].add_error("to", _("Name at least one with whom it is shared."))
            self.add_error(None, _("Name at least one with whom it is shared."))
        elif any(int(one.kinds) & ~int(kinds_of(kinds)) for one in self._whom()):
            self.add_error("kinds", _("A recipient can't be told more than what is ticked above."))
        return said

    def _clean_child(self, said: dict[str, Any]) -> None:
        if not said.get("of_age_on"):
            self.add_error("of_age_on", _("Write the day on which they come of age."))
        if not said.get("child_assent"):
            self.add_error("child_assent", _("Say whether the child wants it, or that it could not be asked."))
        if all(one.is_valid() and one.signed is None for one in self.signers):
            self.signers[0].add_error(
                "role", _("For a child a parent, another legal representative or a guardian agrees.")
            )

    def _whom(self) -> tuple[Whom, ...]:
        found = [one.whom for one in [*self.institutions, *self.people]]
        return tuple(one for one in found if one)

    @property
    def said(self) -> Said:
        """What actions.consents.give wants."""
        typed = self.cleaned_data
        names = ("other", "way", "given_on", "taken_by", "ends_on", "is_parallel", "place", "heard", "signature")
        said = {name: typed[name] for name in names}
        if typed["way"] != ConsentWay.SCREEN:
            said["signature"] = ""
        signers: tuple[Signed, ...] = (Signed(),)
        if typed["is_child"]:
            said |= {name: typed[name] for name in ("of_age_on", "child_assent", "child_words")}
            signers = tuple(one.signed for one in self.signers if one.signed)
        return Said(kinds=kinds_of(typed["kinds"]), recipients=self._whom(), signers=signers, **said)
