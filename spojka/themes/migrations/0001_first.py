import django.db.models.deletion
import django.utils.timezone
import spojka.access.owned
import spojka.base.ids
import spojka.themes.models
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('network', '0003_what_ends'),
    ]

    operations = [
        migrations.CreateModel(
            name='OwnCard',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('theme', models.CharField(max_length=20)),
                ('valid_from', models.DateField()),
                ('title_cs', models.CharField(blank=True, max_length=60)),
                ('lead_cs', models.CharField(blank=True, max_length=120)),
                ('text_cs', models.CharField(blank=True, max_length=1092, validators=[spojka.themes.models.few_and_short])),
                ('title_en', models.CharField(blank=True, max_length=60)),
                ('lead_en', models.CharField(blank=True, max_length=120)),
                ('text_en', models.CharField(blank=True, max_length=1092, validators=[spojka.themes.models.few_and_short])),
                ('recorded_by', models.CharField(max_length=60)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.organisation')),
                ('service', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.service')),
                ('team', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.team')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['service', 'theme', '-valid_from'], name='own_card_by_theme')],
                'constraints': [spojka.access.owned.SameHouse(name='owncard_same_house'), models.CheckConstraint(condition=models.Q(models.Q(('text_cs', ''), ('title_cs', '')), models.Q(models.Q(('title_cs', ''), _negated=True), models.Q(('text_cs', ''), _negated=True)), _connector='OR'), name='own_card_whole', violation_error_message='A card needs its title and at least one sentence.')],
            },
        ),
    ]
