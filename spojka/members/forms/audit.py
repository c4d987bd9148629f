from django import forms
from django.utils.translation import gettext_lazy as _

from spojka.access.permissions import Permission
from spojka.base.days import span
from spojka.base.sorting import by_name
from spojka.ui.fields import DayField

from .. import doors, words


class AuditFilter(forms.Form):
    """Which part of the audit is read. It lives in the address."""

    who = forms.ChoiceField(label=_("Who"), required=False)
    kind = forms.ChoiceField(
        label=_("Deeds and readings"),
        required=False,
        choices=[("", _("both")), ("deeds", _("deeds")), ("readings", _("readings"))],
    )
    what = forms.ChoiceField(label=_("What was done"), required=False)
    first = DayField(label=_("From"), required=False)
    last = DayField(label=_("To"), required=False)

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        people = doors.audited_colleagues(actor).select_related("user").order_by(by_name("user__name"), "pk")
        self.fields["who"].choices = [("", _("everybody")), *((str(m.pk), m.user.name) for m in people)]
        verbs = [(verb.value, words.sentence(words.verb(verb))) for verb in Permission if verb in doors.DEEDS]
        self.fields["what"].choices = [("", _("anything")), *verbs]

    def clean(self):
        """Take a span that ends before it starts for a slip, and say so."""
        first, last = self.cleaned_data.get("first"), self.cleaned_data.get("last")
        if first and last and last < first:
            self.add_error("last", _("The end can't be before the start."))

    def narrow(self, entries):
        """Return those of `entries` that were asked for; what can't be understood narrows nothing."""
        asked = {name: value for name, value in self.cleaned_data.items() if value}
        if "who" in asked:
            entries = entries.filter(actor_id=asked["who"])
        if "kind" in asked:
            entries = entries.filter(is_reading=asked["kind"] == "readings")
        if "what" in asked:
            entries = entries.filter(verb=asked["what"])  # files taken away are readings
        if "first" in asked:
            entries = entries.filter(recorded_at__gte=span(asked["first"], asked["first"])[0])
        if "last" in asked:
            entries = entries.filter(recorded_at__lt=span(asked["last"], asked["last"])[1])
        return entries
