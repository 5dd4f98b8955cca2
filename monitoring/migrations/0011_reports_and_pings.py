"""Addresses that mail no longer reaches, what the WebSub hub is owed, and what was sent by its day."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('billing', '0005_quiet_hours'),
        ('monitoring', '0010_inbox_and_digests'),
        ('platforms', '0004_listed'),
        ('provisions', '0003_first_reading'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='DeadAddress',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('address', models.CharField(help_text='in lower case', max_length=254, unique=True)),
                ('why', models.CharField(choices=[('bounced', 'Mail to it came back for good'), ('complained', 'Its mailbox was told that our mail is unwanted')], max_length=10)),
                ('since', models.DateTimeField()),
                ('said', models.CharField(blank=True, help_text="the receiving server's own words", max_length=300)),
            ],
            options={
                'verbose_name_plural': 'dead addresses',
            },
        ),
        migrations.CreateModel(
            name='HubPing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('due_at', models.DateTimeField()),
                ('tries', models.PositiveSmallIntegerField(default=0, help_text='those that failed')),
                ('settled_at', models.DateTimeField(blank=True, help_text='taken, or given up', null=True)),
                ('last_error', models.CharField(blank=True, max_length=300)),
            ],
        ),
        migrations.AddIndex(
            model_name='channeldelivery',
            index=models.Index(condition=models.Q(('state', 'sent')), fields=['sent_at'], name='channel_deliveries_sent'),
        ),
        migrations.AddIndex(
            model_name='delivery',
            index=models.Index(condition=models.Q(('state', 'sent')), fields=['sent_at'], name='deliveries_sent'),
        ),
        migrations.AddField(
            model_name='hubping',
            name='change',
            field=models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='provisions.change'),
        ),
        migrations.AddIndex(
            model_name='hubping',
            index=models.Index(condition=models.Q(('settled_at', None)), fields=['due_at'], name='hub_pings_owed'),
        ),
    ]
