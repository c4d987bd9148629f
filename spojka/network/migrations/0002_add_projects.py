
import django.db.models.deletion
import django.utils.timezone
import spojka.base.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('network', '0001_first'),
    ]

    operations = [
        migrations.CreateModel(
            name='Project',
            fields=[
                ('id', models.UUIDField(default=spojka.base.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('name', models.CharField(max_length=120)),
                ('funder', models.CharField(max_length=120)),
                ('number', models.CharField(blank=True, max_length=60)),
                ('valid_from', models.DateField()),
                ('valid_to', models.DateField()),
                ('territory', models.JSONField(blank=True, default=list)),
                ('promised', models.JSONField(blank=True, default=dict)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='projects', to='network.organisation')),
                ('services', models.ManyToManyField(related_name='projects', to='network.service')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('number', ''), _negated=True), fields=('organisation', 'funder', 'number'), name='project_number_once'), models.CheckConstraint(condition=models.Q(('valid_to__gte', models.F('valid_from'))), name='project_span', violation_error_message="The project can't end before it starts.")],
            },
        ),
    ]
