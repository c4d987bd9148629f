"""What is counted of naloxone that people take home. Of overdoses nothing: a mark of change would tell a moment."""

from django.db.models import F
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from spojka.encounters import further
from spojka.encounters.further import Further
from spojka.figures import indicators
from spojka.figures.indicators import Line
from spojka.figures.metric import DOSE, KIT, PERSON, USE, Metric
from spojka.figures.registry import register

from .models import Came, KitReason, NaloxoneKit, NaloxoneTraining, NaloxoneUse

further.register(
    Further(
        name="naloxone_kits",
        model=NaloxoneKit,
        file=__file__,
        columns={"kits": F("kits"), "doses": F("doses"), "reason": F("reason")},
        whole=("kits", "doses"),
        on_contact=True,
    ),
    Further(
        name="naloxone_trainings",
        model=NaloxoneTraining,
        file=__file__,
        columns={"people": F("people")},
        whole=("people",),
        to_shift="encounter__",
        own={"day": Coalesce("encounter__day", "day"), "recorded_by": F("trained_by")},
    ),
    Further(
        name="naloxone_uses",
        model=NaloxoneUse,
        file=__file__,
        columns={"doses": F("doses"), "came": F("came")},
        whole=("doses",),
    ),
)
register(
    Metric(
        code="naloxone.kits",
        name=_("Naloxone kits handed out"),
        definition=_(
            "Kits that people took home, of which a batch was written down. Those that a contact has as mere material "
            "are in the material given; the page Naloxone lists them."
        ),
        unit=KIT,
        table="naloxone_kits",
        counts=_("kits of one batch in a contact"),
        amount=lambda rows: rows.kits,
    ),
    Metric(
        code="naloxone.doses",
        name=_("Doses in the kits"),
        definition=_("Doses of naloxone in the kits that were handed out."),
        unit=DOSE,
        table="naloxone_kits",
        counts=_("kits of one batch in a contact"),
        amount=lambda rows: rows.kits * rows.doses,
        within="naloxone.kits",
    ),
    Metric(
        code="naloxone.refills",
        name=_("Kits for used ones"),
        definition=_("Kits that were handed out instead of one that was used."),
        unit=KIT,
        table="naloxone_kits",
        counts=_("kits of one batch in a contact"),
        where=lambda rows: rows.reason == KitReason.USED,
        amount=lambda rows: rows.kits,
        within="naloxone.kits",
        rest_of=("naloxone.kits",),
    ),
    Metric(
        code="naloxone.trained",
        name=_("People trained to use naloxone"),
        definition=_("People with whom the training was gone through, in contacts and in groups. One may come twice."),
        unit=PERSON,
        table="naloxone_trainings",
        counts=_("a training"),
        amount=lambda rows: rows.people,
    ),
    Metric(
        code="naloxone.uses",
        name=_("Uses of naloxone reported"),
        definition=_("Uses that somebody came to tell of, by the day on which they told."),
        unit=USE,
        table="naloxone_uses",
        counts=_("a report of a use"),
    ),
    Metric(
        code="naloxone.used",
        name=_("Doses used"),
        definition=_("Doses of naloxone in the uses that were reported."),
        unit=DOSE,
        table="naloxone_uses",
        counts=_("a report of a use"),
        amount=lambda rows: rows.doses,
        within="naloxone.uses",
    ),
    Metric(
        code="naloxone.reversed",
        name=_("Overdoses reversed"),
        definition=_("Reported uses after which the person came round, as it was told."),
        unit=USE,
        table="naloxone_uses",
        counts=_("a report of a use"),
        where=lambda rows: rows.came == Came.REVERSED,
        within="naloxone.uses",
        rest_of=("naloxone.uses",),
    ),
)
indicators.register(
    "health",
    Line(code="kits", cs="Naloxon: vydané sady", en="Naloxone: kits handed out", metric="naloxone.kits"),
    Line(
        code="doses", cs="Naloxon: dávky ve vydaných sadách", en="Naloxone: doses in the kits", metric="naloxone.doses"
    ),
    Line(code="trained", cs="Naloxon: zaškolení lidé", en="Naloxone: people trained", metric="naloxone.trained"),
    Line(code="uses", cs="Naloxon: hlášená použití", en="Naloxone: uses reported", metric="naloxone.uses"),
    Line(code="used", cs="Naloxon: použité dávky", en="Naloxone: doses used", metric="naloxone.used"),
    Line(
        code="reversed",
        cs="Naloxon: zvrácená předávkování",
        en="Naloxone: overdoses reversed",
        metric="naloxone.reversed",
    ),
)
