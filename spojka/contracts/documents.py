"""The papers of contracts and their text for a file. They are Czech, whatever language the worker reads."""

from collections.abc import Callable
from pathlib import Path

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from spojka.codelists.catalogue import names
from spojka.network.models import Organisation
from spojka.ui import paper
from spojka.ui.words import day

from . import blanks
from .holding import ground_of
from .laying import Data, Part, frame, paragraphs, plain, until
from .models import (
    Contract,
    ContractEnding,
    ContractForm,
    ContractRefusal,
    ContractRegime,
    ContractWarning,
    ContractWording,
    EndingWay,
    NoticeUnit,
    ServiceRules,
)
from .reading import Told

TEMPLATE = Path(__file__).parent / "typst/contract.typ"
BLANKS = blanks.KINDS


def contract(told: Told, wording: ContractWording, name: str) -> bytes:
    """Return a contract, or one of its addenda."""
    return _pdf(lambda: contract_data(told, wording, name))


def contract_text(told: Told, wording: ContractWording, name: str) -> str:
    return _text(lambda: contract_data(told, wording, name))


def warning(told: Told, row: ContractWarning, name: str) -> bytes:
    return _pdf(lambda: warning_data(told, row, name))


def warning_text(told: Told, row: ContractWarning) -> str:
    return _text(lambda: warning_data(told, row, ""))


def ending(told: Told, row: ContractEnding, name: str) -> bytes:
    return _pdf(lambda: ending_data(told, row, name))


def ending_text(told: Told, row: ContractEnding) -> str:
    return _text(lambda: ending_data(told, row, ""))


def refusal(row: ContractRefusal) -> bytes:
    return _pdf(lambda: refusal_data(row))


def refusal_text(row: ContractRefusal) -> str:
    return _text(lambda: refusal_data(row))


def rules(row: ServiceRules) -> bytes:
    return _pdf(lambda: rules_data(row))


def rules_text(row: ServiceRules) -> str:
    return _text(lambda: rules_data(row))


def blank(kind: str, organisation: Organisation) -> bytes:
    """Return an empty paper of one kind."""
    return _pdf(lambda: blanks.data_of(kind, str(organisation)))


def parts_of(wording: ContractWording, told: Told) -> list[Part]:
    """Return what a wording says, part by part; in the language of whoever asks."""
    said = wording.said
    acts = names("act", organisation=told.contract.organisation)
    items = [acts.get(code, code) for code in wording.acts]
    items += [line for line in said.get("own_acts", "").splitlines() if line.strip()]
    version = {"version": wording.rules, "day": day(wording.rules.valid_from, True)}
    rules = [_("Rules of the service, version %(version)s of %(day)s, are a part of the contract.") % version]
    if explained := told.explained.get(wording.rules_id):
        rules.append(_("They were explained to the client on %(day)s.") % {"day": day(explained.on, True)})
    found = [
        Part(_("Goal of the cooperation"), paragraphs(said.get("goal", ""))),
        Part(_("Agreed acts"), items=items),
        Part(_("Where and when"), paragraphs(said.get("where_when", ""))),
        Part(_("From when until when"), [until(wording)]),
        Part(_("Fee"), paragraphs(said.get("fee", "")) or [_("The service is free of charge.")]),
        Part(_("Rules of the service"), rules),
        Part(_("How it may be changed"), paragraphs(said.get("changing", ""))),
        Part(_("What happens when agreed conditions are not kept"), paragraphs(said.get("unkept", ""))),
        Part(_("How it may be ended"), paragraphs(said.get("ending", ""))),
    ]
    lost = [Part("", paragraphs(said["lost"]))] if said.get("lost") else []
    return lost + [one for one in found if one.paragraphs or one.items]


def contract_data(told: Told, wording: ContractWording, name: str) -> Data:
    """Return all that stands on a contract or on an addendum."""
    contract = told.contract
    about = _about(told, name)
    if contract.is_three_party:
        about.append((_("OSPOD"), wording.said.get("office", "")))
    about.append((_("Legal regime"), str(contract.get_regime_display())))
    if wording.concluded_on:
        about.append((_("Concluded on"), day(wording.concluded_on, True)))
        about.append((_("Concluded by"), told.people.get(wording.concluded_by, "")))
    note = "" if wording.concluded_on else _("Draft: it holds only when the head of the service has concluded it.")
    said = {"intro": _intro(contract, wording), "hands": _hands(contract, wording), "small": _copies(contract)}
    house = str(contract.organisation)
    return frame(_title(contract, wording), house, about, parts_of(wording, told), note=note, **said)


def _title(contract: Contract, wording: ContractWording) -> str:
    if wording.is_addendum:
        return _("Addendum no. %(number)s to the contract") % {"number": wording.version - 1}
    if contract.is_three_party:
        return _("Contract of three parties: client, OSPOD, provider")
    if contract.regime == ContractRegime.PROTECTION:
        return _("Contract on cooperation in child protection")
    return _("Contract on a social service")


def _intro(contract: Contract, wording: ContractWording) -> str:
    oral = _("By word: the worker noted what was agreed, the client signs nothing.")
    added = _("The contract now reads as follows. The earlier wording stays with it.")
    said = [oral if contract.form == ContractForm.ORAL else "", added if wording.is_addendum else ""]
    return " ".join(one for one in said if one)


def _hands(contract: Contract, wording: ContractWording) -> list[str]:
    """Return who signs."""
    if contract.form == ContractForm.ORAL:
        return [pgettext("who signs", "Worker"), _("Head of the service")]
    office = [wording.said.get("office") or _("OSPOD")] if contract.is_three_party else []
    return [pgettext("who signs", "Client"), *office, _("Head of the service")]


def _copies(contract: Contract) -> str:
    if contract.form == ContractForm.ORAL:
        return ""
    if contract.is_three_party:
        return _("Written in three copies; each side has one.")
    return _("Written in two copies; each side has one.")


def warning_data(told: Told, row: ContractWarning, name: str) -> Data:
    """Return all that stands on a warning."""
    about = [*_about(told, name), (_("Written on"), day(row.written_on, True)), *_delivered(row)]
    happened = _("It happened on %(day)s.") % {"day": day(row.happened_on, True)}
    parts = [
        Part(_("Which rule was broken"), paragraphs(row.said.get("rule", ""))),
        Part(_("What happened"), [happened, *paragraphs(row.said.get("what", ""))]),
        Part(_("What it means"), [blanks.warned(), blanks.objecting()]),
    ]
    hands = [_("Head of the service or worker"), _("Client: I received it")]
    note = "" if row.holds else _("This warning was taken back or put right by another one; it counts for nothing.")
    return frame(_("Written warning"), str(row.organisation), about, parts, hands=hands, note=note)


def ending_data(told: Told, row: ContractEnding, name: str) -> Data:
    """Return all that stands on a notice, or on what the client or both sides said."""
    about = [*_about(told, name), (_("Written on"), day(row.written_on, True))]
    about += _delivered(row) if row.way == EndingWay.PROVIDER else []
    parts = [Part(_("Last day of the contract"), [_last(row, told)])]
    if row.way == EndingWay.PROVIDER:
        parts = [
            Part(_("Ground"), [capfirst(f"{names('contract_ending').get(row.ground, row.ground)}.")]),
            *_breach(row),
            *parts,
        ]
        parts.append(Part(_("If you do not agree"), [blanks.objecting()]))
    elif words := row.said.get("words"):
        parts.append(Part(_("What was said"), paragraphs(words)))
    notes = []
    if row.taken_back_at:
        notes.append(_("This was taken back.") if told.ending else _("This was taken back; the contract goes on."))
    if row.overtaken_on:
        said = {"day": day(row.overtaken_on, True)}
        notes.append(_("The client ended the contract sooner, by what they said on %(day)s.") % said)
    hands = [_("Head of the service"), pgettext("who signs", "Client")]
    if row.way == EndingWay.PROVIDER:
        hands[1] = _("Client: I received it")
    if not row.is_written:
        hands = [pgettext("who signs", "Worker")]
        notes.append(_("The client said it by word; the worker noted it."))
    return frame(row.title, str(row.organisation), about, parts, hands=hands, note=" ".join(notes))


def refusal_data(row: ContractRefusal) -> Data:
    """Return all that stands on the confirmation that an applicant gets."""
    words = row.said
    grounds, offers = names("contract_refusal"), names("instead", organisation=row.organisation)
    who = row.client.code if row.client else words.get("who", "")
    about = [(_("Applicant"), who), (_("Service"), f"{row.service}, {row.organisation}")]
    about.append((_("Date"), day(row.on, True)))
    ground = grounds.get(row.ground, row.ground)
    if row.ended_on:
        ground = _("%(ground)s; it ended on %(day)s") % {"ground": ground, "day": day(row.ended_on, True)}
    parts = [
        Part(_("What was wanted"), paragraphs(words.get("wanted", ""))),
        Part(_("Ground under § 91/3 of act 108/2006"), [f"{ground}."]),
        Part(_("Why"), paragraphs(words.get("why", ""))),
        Part(
            _("What we offered instead"),
            [f"{offers.get(row.instead, row.instead)}.", *paragraphs(words.get("offered", ""))],
        ),
        Part(_("If you do not agree"), [blanks.objecting()]),
    ]
    title = _("Confirmation that no contract was concluded")
    note = "" if row.holds else _("This was taken back or put right by another confirmation.")
    return frame(title, str(row.organisation), about, parts, note=note, hands=[_("Head of the service"), _("Date")])


def rules_data(row: ServiceRules) -> Data:
    """Return the rules as a paper."""
    about = [(_("Service"), f"{row.service}, {row.organisation}"), (_("Version"), str(row))]
    about.append((_("Valid from"), day(row.valid_from, True)))
    return frame(_("Rules of the service"), str(row.organisation), about, [Part("", row.paragraphs)])


def _about(told: Told, name: str) -> list[tuple[str, str]]:
    contract = told.contract
    client = f"{name}, {contract.client.code}" if name else contract.client.code
    found = [(_("Provider"), f"{contract.service}, {contract.organisation}")]
    found.append((pgettext("who signs", "Client"), client))
    if contract.is_concluded:
        found.insert(0, (_("Contract no."), str(contract)))
    return found


def _delivered(row: ContractWarning | ContractEnding) -> list[tuple[str, str]]:
    if not row.delivered_on:
        return [(_("Delivered on"), "…………………")]
    return [(_("Delivered on"), f"{day(row.delivered_on, True)}, {row.get_delivered_how_display()}")]


def _breach(row: ContractEnding) -> list[Part]:
    said = [_("It happened on %(day)s.") % {"day": day(row.happened_on, True)} if row.happened_on else ""]
    if row.warning and row.warning.delivered_on:
        told = {"day": day(row.warning.delivered_on, True), "rule": row.warning.said.get("rule", "")}
        said.append(_("A written warning was delivered on %(day)s: %(rule)s") % told)
    if row.unpaid_since:
        said.append(_("The fee has not been paid since %(day)s.") % {"day": day(row.unpaid_since, True)})
    return [Part(_("What happened"), [one for one in [*said, *paragraphs(row.said.get("words", ""))] if one])]


def _last(row: ContractEnding, told: Told) -> str:
    """Return the last day; of a notice on its way, how it will be counted."""
    ground = ground_of(told.contract, row.ground, row.written_on)
    days = ground.extra.get("working_days") if ground else None
    term = _("The notice has %(n)s working days and runs from the day after it was delivered.") % {"n": days}
    if row.way == EndingWay.PROVIDER and not days:
        rules = told.main.rules
        many = {"n": rules.notice, "unit": NoticeUnit(rules.notice_unit).label}
        term = _("By the rules of the service the notice is %(n)s (%(unit)s) from the day of delivery.") % many
        term = term if rules.notice else _("The contract ends on the day on which the notice was delivered.")
    if row.way != EndingWay.PROVIDER:
        term = ""
    last = _("The contract ends on %(day)s.") % {"day": day(row.last_day, True)} if row.last_day else ""
    return " ".join(one for one in (term, last) if one)


def _pdf(make: Callable[[], Data]) -> bytes:
    with override("cs"):
        return paper.pdf(TEMPLATE, make().typst)


def _text(make: Callable[[], Data]) -> str:
    with override("cs"):
        return plain(make())
