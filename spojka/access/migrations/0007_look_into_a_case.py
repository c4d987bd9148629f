from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0006_hide_addresses'),
        ('network', '0004_hear_warnings'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='grant',
            name='grant_basis',
        ),
        migrations.AlterField(
            model_name='grant',
            name='basis',
            field=models.CharField(choices=[('consent', "client's consent"), ('duty', 'legal duty'), ('danger', 'danger to life'), ('participation', 'participation in shared work'), ('own_look', "client's look into their own record"), ('own_case', "client's look into a case of theirs")], max_length=20),
        ),
        migrations.AddConstraint(
            model_name='grant',
            constraint=models.CheckConstraint(condition=models.Q(('basis__in', ['consent', 'duty', 'danger', 'participation', 'own_look', 'own_case'])), name='grant_basis'),
        ),
    ]
