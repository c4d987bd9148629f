from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0003_let_leave'),
        ('network', '0004_hear_warnings'),
        ('statements', '0002_hear_the_own_look'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='reply',
            index=models.Index(condition=models.Q(('what', 'question')), fields=['service'], name='reply_asked'),
        ),
    ]
