from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('clients', '0005_carry_messages'),
        ('encounters', '0018_say_what_was_wanted'),
        ('network', '0004_hear_warnings'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='encounter',
            name='encounter_people',
        ),
        migrations.AddConstraint(
            model_name='encounter',
            constraint=models.CheckConstraint(condition=models.Q(('people__lte', 5000), models.Q(('people__gte', 1), ('side', 'tally'), _connector='OR')), name='encounter_people', violation_error_message='Write 1 to 5,000 people.'),
        ),
    ]
