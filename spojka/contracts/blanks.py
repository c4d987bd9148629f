"""Blank papers, and sentences that stand on papers filled in and blank alike."""

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from spojka.codelists.catalogue import extras_of, names

from .laying import Data, Part, frame
from .models import ContractForm, ContractRegime
from .proposing import proposals

KINDS = ("contract", "addendum", "warning", "notice", "refusal")


def objecting() -> str:
    """Return how somebody may disagree; which way a complaint goes stands in the rules."""
    return _(
        "You may object to it: to the head of the service, to the organisation, or to the Public Defender of Rights."
    )


def warned() -> str:
    return _("If the rule is grossly broken again, the provider may end the contract by a notice of 10 working days.")


def data_of(kind: str, house: str) -> Data:
    makers = {
        "contract": lambda: _contract(house, _("Contract on a social service")),
        "addendum": lambda: _contract(house, _("Addendum to the contract")),
        "warning": lambda: _warning(house),
        "notice": lambda: _notice(house),
        "refusal": lambda: _refusal(house),
    }
    return makers[kind]()


def _contract(house: str, title: str) -> Data:
    said = proposals()
    regimes = [str(name) for name in ContractRegime.labels]
    parts = [
        Part(_("Legal regime"), boxes=regimes),
        Part(_("How it is concluded"), boxes=[str(name) for name in ContractForm.labels]),
        Part(_("Goal of the cooperation"), lines=3),
        Part(_("Agreed acts"), lines=4),
        Part(_("Where and when"), lines=2),
        Part(_("From when until when"), lines=1),
        Part(_("Fee"), boxes=[_("The service is free of charge.")], lines=1),
        Part(_("Rules of the service: version and how they were explained"), lines=2),
        Part(_("How it may be changed"), [said["changing"]]),
        Part(_("What happens when agreed conditions are not kept"), [said["unkept"]]),
        Part(_("How it may be ended"), [said["ending"]]),
    ]
    hands = [pgettext("who signs", "Client"), _("Head of the service")]
    small = _("Written in two copies; each side has one.")
    return frame(title, house, _about(house, _("Contract no.")), parts, hands=hands, small=small, is_blank=True)


def _warning(house: str) -> Data:
    parts = [
        Part(_("Which rule was broken"), lines=2),
        Part(_("What happened"), lines=5),
        Part(_("What it means"), [warned(), objecting()]),
    ]
    about = [*_about(house, _("Contract no.")), (_("Written on"), ""), (_("Delivered on"), "")]
    hands = [_("Head of the service or worker"), _("Client: I received it")]
    return frame(_("Written warning"), house, about, parts, hands=hands, is_blank=True)


def _notice(house: str) -> Data:
    parts = [
        Part(_("Ground"), boxes=[capfirst(name) for name in names("contract_ending").values()]),
        Part(_("What happened"), lines=5),
        Part(_("For broken rules: when the earlier warning was delivered"), lines=1),
        Part(
            _("Last day of the contract"),
            [_("For broken rules 10 working days from the day after delivery, else as the rules of the service say.")],
            lines=1,
        ),
        Part(_("If you do not agree"), [objecting()]),
    ]
    about = [*_about(house, _("Contract no.")), (_("Written on"), ""), (_("Delivered on"), "")]
    hands = [_("Head of the service"), _("Client: I received it")]
    return frame(_("Notice of the provider"), house, about, parts, hands=hands, is_blank=True)


def _refusal(house: str) -> Data:
    parts = [
        Part(_("What was wanted"), lines=2),
        Part(_("Ground under § 91/3 of act 108/2006"), boxes=_grounds()),
        Part(_("Why"), lines=3),
        Part(_("What we offered instead"), lines=3),
        Part(_("If you do not agree"), [objecting()]),
    ]
    about = [(_("Applicant"), ""), (_("Service"), house), (_("Date"), "")]
    title = _("Confirmation that no contract was concluded")
    return frame(title, house, about, parts, hands=[_("Head of the service"), _("Date")], is_blank=True)


def _grounds() -> list[str]:
    """Return the grounds in the order of the law."""
    letters = extras_of("contract_refusal")
    found = names("contract_refusal")
    return [found[code] for code in sorted(found, key=lambda code: str(letters[code]["letter"]))]


def _about(house: str, number: str) -> list[tuple[str, str]]:
    return [(number, ""), (_("Provider"), house), (pgettext("who signs", "Client"), "")]
