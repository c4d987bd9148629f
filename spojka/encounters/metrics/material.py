"""What was given out and what came back.

Which material is for injecting and which are syringes, the code list itself says (`category`, `syringe`).
"""

from django.utils.translation import gettext_lazy as _

from spojka.figures.metric import CONTACT, PERCENT, PIECE, Metric, Rate
from spojka.figures.registry import register, register_rates

from .sources import OFFICE, is_contact

FOUND = "found"  # nobody's own and nobody's order: lay somewhere
SYRINGES = _("Pieces of what the list of material itself marks as a syringe; separate needles are not among them.")


def is_back(rows):
    """Test for what people brought back, not what was found."""
    return rows.source != FOUND


register(
    Metric(
        code="exchanges",
        name=_("Exchanges"),
        definition=_(
            "Contacts in which injecting material was given out or taken back; what was only found is none. "
            "Injecting material is what the list of material itself has in the group of that name, with syringes, "
            "needles and all that belongs to them. A tally is no contact, so no exchange."
        ),
        unit=CONTACT,
        table="encounters",
        counts=_("a contact"),
        source=OFFICE,
        where=lambda rows: is_contact(rows) & (rows.is_exchange == 1),
        within="contacts",
        rest_of=("contacts",),
    ),
    Metric(
        code="materials",
        name=_("Material given"),
        definition=_("Pieces of material given out, in contacts and in tallies."),
        unit=PIECE,
        table="handouts",
        counts=_("one kind of material in one contact"),
        sureness="seed",
        source=OFFICE,
        amount=lambda rows: rows.quantity,
        items="material",
    ),
    Metric(
        code="materials.others",
        name=_("Given for others"),
        definition=_("Pieces of the material given out that the person took along for somebody else."),
        unit=PIECE,
        table="handouts",
        counts=_("one kind of material in one contact"),
        where=lambda rows: rows.others > 0,
        amount=lambda rows: rows.others,
        within="materials",
        rest_of=("materials",),
        items="material",
    ),
    Metric(
        code="returns",
        name=_("Material taken back"),
        definition=_("Pieces of used material that people brought, their own and for others. Found ones stand apart."),
        unit=PIECE,
        table="returns",
        counts=_("one kind of material in one contact"),
        source=OFFICE,
        where=is_back,
        amount=lambda rows: rows.quantity,
        items="material",
    ),
    Metric(
        code="returns.others",
        name=_("Taken back for others"),
        definition=_("Pieces of the material taken back that somebody brought for other people."),
        unit=PIECE,
        table="returns",
        counts=_("one kind of material in one contact"),
        where=lambda rows: rows.source == "others",
        amount=lambda rows: rows.quantity,
        within="returns",
        rest_of=("returns",),
        items="material",
    ),
    Metric(
        code="returns.estimated",
        name=_("Taken back, estimated"),
        definition=_("Pieces of the material taken back that were estimated by the look of them, not counted."),
        unit=PIECE,
        table="returns",
        counts=_("one kind of material in one contact"),
        where=lambda rows: is_back(rows) & (rows.is_estimated == 1),
        amount=lambda rows: rows.quantity,
        within="returns",
        rest_of=("returns",),
        items="material",
    ),
    Metric(
        code="found",
        name=_("Material found"),
        definition=_("Pieces of used material that workers or others found lying somewhere and brought or picked up."),
        unit=PIECE,
        table="returns",
        counts=_("one kind of material in one contact"),
        source=OFFICE,
        where=lambda rows: rows.source == FOUND,
        amount=lambda rows: rows.quantity,
        items="material",
    ),
    Metric(
        code="found.estimated",
        name=_("Found, estimated"),
        definition=_("Pieces of the found material that were estimated, not counted."),
        unit=PIECE,
        table="returns",
        counts=_("one kind of material in one contact"),
        where=lambda rows: (rows.source == FOUND) & (rows.is_estimated == 1),
        amount=lambda rows: rows.quantity,
        within="found",
        rest_of=("found",),
        items="material",
    ),
    Metric(
        code="syringes.given",
        name=_("Syringes given out"),
        definition=SYRINGES,
        unit=PIECE,
        table="handouts",
        counts=_("one kind of material in one contact"),
        source=OFFICE,
        where=lambda rows: rows.is_syringe == 1,
        amount=lambda rows: rows.quantity,
        within="materials",
        rest_of=("materials",),
    ),
    Metric(
        code="syringes.back",
        name=_("Syringes taken back"),
        definition=SYRINGES,
        unit=PIECE,
        table="returns",
        counts=_("one kind of material in one contact"),
        source=OFFICE,
        where=lambda rows: is_back(rows) & (rows.is_syringe == 1),
        amount=lambda rows: rows.quantity,
        within="returns",
        rest_of=("returns",),
    ),
    Metric(
        code="syringes.found",
        name=_("Syringes found"),
        definition=SYRINGES,
        unit=PIECE,
        table="returns",
        counts=_("one kind of material in one contact"),
        source=OFFICE,
        where=lambda rows: (rows.source == FOUND) & (rows.is_syringe == 1),
        amount=lambda rows: rows.quantity,
        within="found",
        rest_of=("found",),
    ),
)
register_rates(
    Rate(
        code="syringes.rate",
        name=_("Return rate of syringes"),
        definition=_(
            "Syringes taken back of a hundred given out in the same period. Found ones are not in it. "
            "It is counted from the two numbers each time; rates of months or places are never added up."
        ),
        unit=PERCENT,
        part="syringes.back",
        whole="syringes.given",
        times=100,
    ),
)
