"""What a row needs beside its columns, so that it is one that could be."""

from datetime import timedelta

from django.utils import timezone

from spojka.network.models import Service


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


def of_another(row):
    """Return whether there is another service to be asked."""
    row.asked = Service.objects.exclude(pk=row.service_id).order_by("pk").first()
    return row.asked is not None


def against_one(row):
    row.centre = None


def of_one_kind(row):
    row.kind = 1 << (row.pk.int % 5)  # any of the five


def appraised(row):
    row.risk = 1


def by_the_client(row):
    row.way, row.ground, row.warning_id = "client", "", None
    row.delivered_on = row.last_day = row.written_on


def in_the_future(row):
    row.ends_by = None


def a_goal(row):
    row.kind, row.of, row.participant_id = "goal", None, None


def of_one_person(row):
    row.participant_id = None


def at_no_hour(row):
    row.starts, row.ends = None, None


def acted(row):
    row.kind = "acted"


def as_expected(row):
    row.level = 0


def rated(row):
    row.scores = {"work": 5}


def between_two(row):
    """Return whether there are two to tell each other."""
    return row.teller_id != row.told_id


def asked(row):
    of_one_kind(row)
    row.what, row.whose, row.heard = "question", None, ""


def with_somebody(row):
    row.partner_id, row.every, row.ends_on = None, "", None


def a_yes(row):
    row.word, row.side, row.last_day = "yes", "ours", None


def one_of_them(row):
    row.participant = None
    return bool(row.party_id)


def not_told(row):
    row.told, row.told_on = "", None


def by_agreement(row):
    row.rhythm, row.minutes, row.needs = "free", 60, ""


def for_an_hour(row):
    row.minutes, row.needs = 60, ""


def referred(row):
    """A referral to somebody without Spojka, of a client or of nobody yet."""
    row.way, row.partner_id, row.mark = "out" if row.client_id else "in", None, str(row.pk)[-8:]


def a_question(row):
    row.kind, row.side, row.presence, row.outcome, row.reason, row.due_on = "question", "ours", "", "", "", None


def waiting(row):
    row.dropped_at = None


def perhaps_alone(row):
    row.is_alone = row.pk.int % 2 == 0


def in_own_words(row):
    row.code, row.words = "", "klid v parku"


def not_sensitive(row):
    row.is_sensitive, row.ended_on = False, None


def still_there(row):
    row.until = None


def of_nowhere(row):
    row.came_from_id = None


def written_once(row):
    row.after_id = None  # each recommendation has one first step


def interested(row):
    row.interest = "x" if row.word == "conflict" else ""


def counted(row):
    row.in_favour = 1


def budgeted(row):
    row.year, row.granted = 2026, row.asked


NEEDS = {  # what a row needs beside its columns; False: it is not made
    "care.Exclusion": of_client_or_shift,
    "care.GroupSession": in_time,
    "appointments.Appointment": in_time,
    "assessments.AssessmentPart": of_one_kind,
    "caseplans.Assent": of_one_person,
    "caseplans.Attainment": as_expected,
    "caseplans.Duty": at_no_hour,
    "caseplans.OutcomeRating": rated,
    "caseplans.Part": a_goal,
    "caseplans.TermAnswer": acted,
    "cases.Appraisal": appraised,
    "cases.CaseFile": of_one_kind,
    "cases.Entry": of_one_kind,
    "cases.Measure": in_the_future,
    "cases.Party": perhaps_alone,
    "clients.Apart": apart,
    "clients.Joining": of_two,
    "clients.Relation": related,
    "consents.Opening": told_before,
    "conferences.Attendee": one_of_them,
    "conferences.CaseMeeting": not_told,
    "contracts.ContractEnding": by_the_client,
    "emergencies.AlertContact": of_event_or_shift,
    "encounters.Encounter": of_code,
    "encounters.Shift": planned,
    "identities.Identity": erased,
    "groups.Group": not_sensitive,
    "groups.Seat": still_there,
    "groups.Theme": in_own_words,
    "inquiries.Inquiry": on_one_ground,
    "inquiries.InquiryAnswer": unspoken,
    "partners.PartnerAgreement": with_somebody,
    "partners.PartnerWord": a_yes,
    "meetings.Meeting": for_an_hour,
    "meetings.MeetingSeries": by_agreement,
    "oldminutes.OldMinutes": waiting,
    "recommendations.Ballot": interested,
    "recommendations.FundingProject": budgeted,
    "recommendations.Recommendation": of_nowhere,
    "recommendations.Step": written_once,
    "recommendations.Vote": counted,
    "referrals.Referral": referred,
    "referrals.ReferralStep": a_question,
    "shifts.Watch": hourly,
    "soundings.Sounding": of_another,
    "statements.AgreedDirection": between_two,
    "statements.Reply": asked,
    "statements.Statement": of_one_kind,
    "stock.Movement": one_end,
    "walls.Wall": against_one,
}
