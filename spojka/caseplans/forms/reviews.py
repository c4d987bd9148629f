"""How somebody lives."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from spojka.cases.forms.entries import OfParties
from spojka.cases.forms.file import words
from spojka.codelists.catalogue import Catalogue
from spojka.ui.fields import DayField
from spojka.ui.widgets import NewId, Segment, Select

from ..content import Rated
from ..models import Occasion, RatedBy

NOT_RATED = [("", "–")]


class RateForm(OfParties):
    """How somebody lives, area by area."""

    id = forms.UUIDField(widget=NewId)
    by_whom = forms.ChoiceField(choices=RatedBy.choices, initial=RatedBy.CLIENT, label=_("Who rates"), widget=Segment)
    occasion = forms.ChoiceField(
        choices=Occasion.choices, initial=Occasion.REVIEW, label=_("On which occasion"), widget=Segment
    )
    on = DayField(label=_("On the day"), initial=timezone.localdate)
    words = words(_("More about it"), rows=2, most=1000)

    def __init__(self, data: Any = None, *, catalogue: Catalogue, **kwargs: Any):
        super().__init__(data, **kwargs)
        self.areas = catalogue.pairs("outcome_area")
        scores = [*NOT_RATED, *((str(score), str(score)) for score in range(11))]
        for code, name in self.areas:
            self.fields[f"area-{code}"] = forms.ChoiceField(
                required=False, choices=scores, label=name, widget=Select(attrs={"class": "form-select"})
            )

    @property
    def area_fields(self) -> list[Any]:
        return [self[f"area-{code}"] for code, _name in self.areas]

    @property
    def rated(self) -> Rated:
        """What actions.rate wants."""
        typed = self.cleaned_data
        scores = {code: int(typed[f"area-{code}"]) for code, _name in self.areas if typed[f"area-{code}"]}
        return Rated(scores=scores, **{name: typed[name] for name in ("by_whom", "occasion", "on", "words")})
