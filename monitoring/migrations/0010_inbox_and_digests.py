"""What a team does with its alerts, and what a digest said when it was written."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from billing.tenancy import EnableRowLevelSecurity


class Migration(migrations.Migration):

    dependencies = [
        ('billing', '0005_quiet_hours'),
        ('monitoring', '0009_due_actions'),
        ('provisions', '0002_wording'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='AlertNote',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('written_at', models.DateTimeField()),
                ('text', models.TextField()),
            ],
            options={
                'ordering': ['written_at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='AlertReading',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('read_at', models.DateTimeField()),
            ],
        ),
        migrations.AddField(
            model_name='alert',
            name='acknowledged_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='alert',
            name='acknowledged_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='alert',
            name='assigned_to',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='alert',
            name='resolved_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='alert',
            name='resolved_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='digest',
            name='told',
            field=models.JSONField(blank=True, help_text='what it said, from when it was first written: keys and sentences', null=True),
        ),
        migrations.AddIndex(
            model_name='alert',
            index=models.Index(fields=['organization', '-created_at'], name='alerts_newest_first'),
        ),
        migrations.AddField(
            model_name='alertnote',
            name='alert',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='notes', to='monitoring.alert'),
        ),
        migrations.AddField(
            model_name='alertnote',
            name='organization',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='alert_notes', to='billing.organization'),
        ),
        migrations.AddField(
            model_name='alertnote',
            name='written_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='alertreading',
            name='alert',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='readings', to='monitoring.alert'),
        ),
        migrations.AddField(
            model_name='alertreading',
            name='organization',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='alert_readings', to='billing.organization'),
        ),
        migrations.AddField(
            model_name='alertreading',
            name='user',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddConstraint(
            model_name='alertreading',
            constraint=models.UniqueConstraint(fields=('alert', 'user'), name='one_reading_per_alert_and_member'),
        ),
        EnableRowLevelSecurity("monitoring_alertreading"),
        EnableRowLevelSecurity("monitoring_alertnote"),
    ]
