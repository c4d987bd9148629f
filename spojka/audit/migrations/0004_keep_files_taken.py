import django.db.models.deletion
import django.utils.timezone
import spojka.base.ids
from django.db import migrations, models


TABLE = "audit_taken"


def fence(apps, schema_editor):
    """Let the database itself refuse to change or remove what was audited, as with the other tables of the audit."""
    for verb in ["UPDATE", "DELETE"]:
        if schema_editor.connection.vendor == "postgresql":
            body = f"BEFORE {verb} ON {TABLE} FOR EACH ROW EXECUTE FUNCTION audit_stays()"
        else:
            body = f"BEFORE {verb} ON {TABLE} BEGIN SELECT RAISE(ABORT, 'What was audited stays.'); END"
        schema_editor.execute(f"CREATE TRIGGER {TABLE}_no_{verb.lower()} {body}")


def open_again(apps, schema_editor):
    of_table = f" ON {TABLE}" if schema_editor.connection.vendor == "postgresql" else ""
    for verb in ["update", "delete"]:
        schema_editor.execute(f"DROP TRIGGER {TABLE}_no_{verb}{of_table}")


class Migration(migrations.Migration):

    dependencies = [
        ('audit', '0003_tablet'),
    ]

    operations = [
        migrations.CreateModel(
            name='Taken',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('services', models.TextField(blank=True)),
                ('asked', models.CharField(blank=True, max_length=1000)),
                ('rows', models.PositiveIntegerField()),
                ('digest', models.CharField(max_length=64)),
                ('is_whole', models.BooleanField()),
                ('entry', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='taken', to='audit.entry')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.RunPython(fence, open_again),
    ]
