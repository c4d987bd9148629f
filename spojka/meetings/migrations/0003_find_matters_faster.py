from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('meetings', '0002_say_more_in_minutes'),
        ('network', '0004_hear_warnings'),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name='minutesline',
            name='minutesline_matters',
        ),
        migrations.AddIndex(
            model_name='minutesline',
            index=models.Index(fields=['meeting', 'kind'], name='minutesline_by_kind'),
        ),
        migrations.AddIndex(
            model_name='matteranswer',
            index=models.Index(condition=models.Q(('outcome', 'going')), fields=['meeting'], name='matteranswer_going'),
        ),
    ]
