import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('contracts', '0001_first'),
        ('network', '0004_hear_warnings'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='contractending',
            name='contractending_ground',
        ),
        migrations.RemoveConstraint(
            model_name='contractending',
            name='contractending_warned',
        ),
        migrations.AddField(
            model_name='contractending',
            name='opened_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='contractending',
            name='opened_by',
            field=models.CharField(blank=True, max_length=60),
        ),
        migrations.AddField(
            model_name='contractending',
            name='opened_why',
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name='contractrefusal',
            name='corrects',
            field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrected', to='contracts.contractrefusal'),
        ),
        migrations.AddField(
            model_name='contractrefusal',
            name='voided_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='contractrefusal',
            name='voided_by',
            field=models.CharField(blank=True, max_length=60),
        ),
        migrations.AddField(
            model_name='contractrefusal',
            name='voided_why',
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name='contractwarning',
            name='corrects',
            field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrected', to='contracts.contractwarning'),
        ),
        migrations.AddField(
            model_name='contractwarning',
            name='voided_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='contractwarning',
            name='voided_by',
            field=models.CharField(blank=True, max_length=60),
        ),
        migrations.AddField(
            model_name='contractwarning',
            name='voided_why',
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name='rulesexplanation',
            name='corrects',
            field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrected', to='contracts.rulesexplanation'),
        ),
        migrations.AddField(
            model_name='rulesexplanation',
            name='voided_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='rulesexplanation',
            name='voided_by',
            field=models.CharField(blank=True, max_length=60),
        ),
        migrations.AddField(
            model_name='rulesexplanation',
            name='voided_why',
            field=models.TextField(blank=True),
        ),
        migrations.AlterField(
            model_name='contractending',
            name='ground',
            field=models.CharField(blank=True, max_length=30),
        ),
        migrations.AddConstraint(
            model_name='contractending',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('is_written', True), ('way', 'provider'), models.Q(('ground', ''), _negated=True)), models.Q(('ground', ''), ('last_day__isnull', False), ('way__in', ('client', 'agreement'))), _connector='OR'), name='contractending_ground'),
        ),
        migrations.AddConstraint(
            model_name='contractending',
            constraint=models.CheckConstraint(condition=models.Q(('warning', None), ('way', 'provider'), _connector='OR'), name='contractending_warned'),
        ),
    ]
