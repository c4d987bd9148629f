from django.db import migrations

SAME = ("id", "recorded_at", "kind", "text", "ended_at", "ended_by", "client_id", "organisation_id", "service_id", "team_id")
NOTE, INSTRUCTION = "counter.CounterNote", "clients.Instruction"


def hand_over(apps, schema_editor):
    """Make each note an instruction under its own id, so that the audit and joinings still lead to it.

    It can't be undone: which instructions were notes is told by nothing afterwards.
    """
    Note, Instruction = apps.get_model("counter", "CounterNote"), apps.get_model("clients", "Instruction")
    for note in Note.objects.order_by("pk").iterator():
        said = {name: getattr(note, name) for name in SAME}
        Instruction.objects.create(**said, recorded_by=note.written_by)
    apps.get_model("clients", "Moved").objects.filter(model=NOTE).update(model=INSTRUCTION)
    Note.objects.all().delete()


class Migration(migrations.Migration):

    dependencies = [
        ('counter', '0001_first'),
        ('clients', '0005_carry_messages'),
    ]

    operations = [migrations.RunPython(hand_over)]
