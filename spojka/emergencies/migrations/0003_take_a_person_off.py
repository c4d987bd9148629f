from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('emergencies', '0002_tell_of_incidents'),
        ('network', '0004_hear_warnings'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='incidentperson',
            name='incidentperson_once',
        ),
        migrations.AddField(
            model_name='incidentperson',
            name='taken_off_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddConstraint(
            model_name='incidentperson',
            constraint=models.UniqueConstraint(condition=models.Q(('taken_off_at', None)), fields=('incident', 'membership', 'part'), name='incidentperson_once'),
        ),
    ]
