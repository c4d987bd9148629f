"""What a row needs beside its columns, so that it is one that could be."""

from datetime import timedelta

from django.utils import timezone


def in_time(row):
    row.ends_at = row.starts_at + timedelta(hours=1)


def of_code(row):
    row.side = "code" if row.client_id else "anonymous"


def of_two(row):
    """Return whether it leads from one to another."""
    return row.source_id != row.target_id


def apart(row):
    row.first_id, row.second_id = sorted((row.first_id, row.second_id))
    return row.first_id != row.second_id


def of_client_or_shift(row):
    row.shift_id = None if row.client_id else row.shift_id
    return bool(row.client_id or row.shift_id)


def one_end(row):
    row.target_id = None if row.source_id else row.target_id
    return bool(row.source_id or row.target_id)


def related(row):
    row.about = "" if row.other_id else "soused"


def erased(row):
    row.erased_at = timezone.now()


def planned(row):
    row.setting = "event_zone"
    row.planned_end = row.planned_start + timedelta(hours=7)


def of_event_or_shift(row):
    row.shift_id = None if row.event_id else row.shift_id
    return bool(row.event_id or row.shift_id)


def hourly(row):
    row.every = 60


def told_before(row):
    row.told, row.told_on = "before", timezone.localdate()


def unspoken(row):
    row.kind = "cannot"


def on_one_ground(row):
    return bool(row.opening_id)  # consents, and whom they name, are said by clients


def against_one(row):
    row.centre = None


NEEDS = {  # what a row needs beside its columns; False: it is not made
    "care.Exclusion": of_client_or_shift,
    "care.GroupSession": in_time,
    "clients.Apart": apart,
    "clients.Joining": of_two,
    "clients.Relation": related,
    "consents.Opening": told_before,
    "emergencies.AlertContact": of_event_or_shift,
    "encounters.Encounter": of_code,
    "encounters.Shift": planned,
    "identities.Identity": erased,
    "inquiries.Inquiry": on_one_ground,
    "inquiries.InquiryAnswer": unspoken,
    "shifts.Watch": hourly,
    "stock.Movement": one_end,
    "walls.Wall": against_one,
}
