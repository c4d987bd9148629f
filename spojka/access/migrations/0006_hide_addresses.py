import django.utils.timezone
import spojka.base.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0005_keep_apart'),
    ]

    operations = [
        migrations.CreateModel(
            name='Hiding',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('secret_id', models.UUIDField(db_index=True)),
                ('subject_id', models.UUIDField(db_index=True)),
                ('starts_at', models.DateTimeField()),
                ('ends_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('ends_at', None)), fields=('secret_id', 'subject_id'), name='hiding_once')],
            },
        ),
    ]
