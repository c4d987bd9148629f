from django.db import migrations

from spojka.figures.marking import Marked

MARKS = {
    "rapidtest": Marked(name="rapidtest_marked", day="day"),
    "groupsession": Marked(name="groupsession_marked", day="day"),
    "groupattendee": Marked(name="groupattendee_marked", subject="encounter_id", kind="encounter"),
}


def mark(apps, schema_editor):
    for model, one in MARKS.items():
        one.renew(f"care_{model}", schema_editor)


def stay(apps, schema_editor):
    """Triggers of more do no harm to what is before."""


class Migration(migrations.Migration):

    dependencies = [
        ("care", "0001_first"),
        ("figures", "0001_marks"),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunPython(mark, stay)],
            state_operations=[
                migrations.AddConstraint(model_name=model, constraint=one) for model, one in MARKS.items()
            ],
        ),
    ]
