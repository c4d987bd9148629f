
import django.db.models.deletion
import django.utils.timezone
import spojka.base.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Entry',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('verb', models.CharField(max_length=60)),
                ('is_reading', models.BooleanField(default=False)),
                ('actor_kind', models.CharField(max_length=20)),
                ('actor_id', models.CharField(db_index=True, max_length=60)),
                ('role', models.CharField(blank=True, max_length=30)),
                ('organisation_id', models.UUIDField(null=True)),
                ('service_id', models.UUIDField(null=True)),
                ('subject_model', models.CharField(blank=True, max_length=60)),
                ('subject_id', models.UUIDField(db_index=True, null=True)),
            ],
            options={
                'indexes': [models.Index(fields=['organisation_id', '-recorded_at'], name='audit_by_house')],
            },
        ),
        migrations.CreateModel(
            name='Seen',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('model', models.CharField(max_length=60)),
                ('row_id', models.UUIDField(db_index=True)),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='seen', to='audit.entry')),
            ],
            options={
                'abstract': False,
            },
        ),
    ]
