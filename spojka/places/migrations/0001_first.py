
import django.db.models.deletion
import django.utils.timezone
import spojka.access.owned
import spojka.base.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('network', '0001_first'),
    ]

    operations = [
        migrations.CreateModel(
            name='Place',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('name', models.CharField(max_length=120)),
                ('kind', models.CharField(choices=[('venue', 'club or festival ground'), ('premises', 'our premises'), ('locality', 'locality in the street'), ('online', 'online')], max_length=20)),
                ('municipality', models.CharField(blank=True, max_length=80)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
                'constraints': [spojka.access.owned.SameHouse(name='place_same_house'), models.UniqueConstraint(fields=('service', 'name', 'municipality'), name='place_once'), models.CheckConstraint(condition=models.Q(('kind__in', ['venue', 'premises', 'locality', 'online'])), name='place_kind')],
            },
        ),
    ]
