import django.db.models.deletion
import spojka.search.columns
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('meetings', '0001_first'),
        ('network', '0004_hear_warnings'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='matteranswer',
            name='matteranswer_outcome',
        ),
        migrations.RemoveConstraint(
            model_name='minutesline',
            name='minutesline_kind',
        ),
        migrations.AddField(
            model_name='agendaitem',
            name='words',
            field=spojka.search.columns.Words(),
        ),
        migrations.AddField(
            model_name='matteranswer',
            name='due_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='matteranswer',
            name='said_in',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='meetings.meeting'),
        ),
        migrations.AddField(
            model_name='minutesline',
            name='happens_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='minutesline',
            name='places',
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name='minutesline',
            name='speaker',
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name='minutesline',
            name='words',
            field=spojka.search.columns.Words(),
        ),
        migrations.AlterField(
            model_name='matteranswer',
            name='outcome',
            field=models.CharField(choices=[('done', 'done or answered'), ('going', 'goes on'), ('dropped', 'no longer needed')], max_length=8),
        ),
        migrations.AlterField(
            model_name='minutesline',
            name='kind',
            field=models.CharField(choices=[('statement', 'statement'), ('question', 'question'), ('answer', 'answer'), ('task', 'task'), ('decision', 'decision'), ('notice', 'announcement'), ('thanks', 'thanks'), ('heading', 'heading'), ('item', 'item'), ('text', 'text')], max_length=10),
        ),
        migrations.AddConstraint(
            model_name='matteranswer',
            constraint=models.CheckConstraint(condition=models.Q(('outcome__in', ['done', 'going', 'dropped'])), name='matteranswer_outcome'),
        ),
        migrations.AddConstraint(
            model_name='minutesline',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['statement', 'question', 'answer', 'task', 'decision', 'notice', 'thanks', 'heading', 'item', 'text'])), name='minutesline_kind'),
        ),
        migrations.AddIndex(
            model_name='agendaitem',
            index=spojka.search.columns.WordsIndex(fields=['words'], name='agendaitem_words'),
        ),
        migrations.AddIndex(
            model_name='minutesline',
            index=spojka.search.columns.WordsIndex(fields=['words'], name='minutesline_words'),
        ),
    ]
