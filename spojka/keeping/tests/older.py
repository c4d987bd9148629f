"""The tables of Spojka 0.1 with a row in each of them that people fill: `python -m spojka.keeping.tests.older`."""

import os
from datetime import UTC, date, datetime

import django

TABLES = {  # the last migrations of 0.1; packages that came later have none
    "access": "0001_first", "audit": "0002_append_only", "clients": "0001_first", "codelists": "0001_first",
    "encounters": "0001_first", "events": "0001_first", "network": "0001_first", "places": "0001_first",
    "mfa": "0003_authenticator_type_uniq", "sessions": "0001_initial",
}  # fmt: skip
EVENING = datetime(2026, 7, 4, 18, tzinfo=UTC)
DAYS = {"starts_on": date(2026, 7, 4), "ends_on": date(2026, 7, 5)}


def make() -> None:
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    targets = list(TABLES.items())
    executor.migrate(targets)
    fill(executor.loader.project_state(targets).apps)


def fill(apps) -> None:
    """Write with the models of that time, not with ours."""

    def add(label, **fields):
        return apps.get_model(label).objects.create(**fields)

    house = add("network.Organisation", slug="podchod", name="Podchod")
    service = add("network.Service", organisation=house, name="Noční život", kind="nightlife")
    team = add("network.Team", service=service, name="Lipovec")
    user = add("network.User", email="anna@example.org", name="Anna", password="!")
    member = add("network.Membership", user=user, organisation=house, role="field_worker", valid_from=date(2020, 1, 1))
    member.services.set([service]), member.teams.set([team])
    own = {"organisation": house, "service": service}
    place = add("places.Place", **own, name="Louka", kind="venue", municipality="Ostrava")
    event = add("events.Event", **own, name="Letní tání", venue=place, **DAYS)
    times = {
        "day": EVENING.date(),
        "planned_start": EVENING,
        "planned_end": EVENING.replace(hour=23),
        "started_at": EVENING,
    }
    shift = add(
        "encounters.Shift",
        **own,
        setting="event_zone",
        place=place,
        event=event,
        note="U brány.",
        **times,
    )
    add("encounters.CrewMember", **own, shift=shift, membership=member)
    client = add("clients.Client", **own, code="ŽLUŤ85", recorded_by=member.pk)
    night = {"shift": shift, "day": shift.day, "occurred_at": EVENING, "recorded_by": member.pk}
    met = add("encounters.Encounter", **own, **night, client=client, side="code", note="Ptala se na testování.")
    add("encounters.Act", **own, encounter=met, code="KP", minutes=10)
    add("encounters.Handout", **own, encounter=met, code="earplugs", quantity=2)
    add("encounters.Topic", **own, encounter=met, kind="theme", code="hearing")
    add("encounters.ServiceRefusal", **own, **night, ground="age")
    deed = {"actor_kind": "member", "actor_id": str(member.pk), "service_id": service.pk}
    entry = add("audit.Entry", verb="client.view", is_reading=True, **deed)
    add("audit.Seen", entry=entry, model="clients.Client", row_id=client.pk)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    make()
