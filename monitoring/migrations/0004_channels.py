"""Channels of organizations, and the messages owed to them."""

import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models

from billing.tenancy import EnableRowLevelSecurity


class Migration(migrations.Migration):

    dependencies = [
        ('billing', '0003_channel_notices'),
        ('monitoring', '0003_feed_address'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Channel',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('webhook', 'Webhook'), ('slack', 'Slack'), ('teams', 'Microsoft Teams'), ('discord', 'Discord')], max_length=8)),
                ('name', models.CharField(max_length=80)),
                ('host', models.CharField(help_text='of its address, which may be shown', max_length=255)),
                ('sealed_address', models.TextField(help_text='the whole address; with Slack, Teams and Discord it is a key')),
                ('sealed_secret', models.TextField(blank=True, help_text='what a webhook is signed with')),
                ('sealed_old_secret', models.TextField(blank=True, help_text='the one before, which signs beside it')),
                ('old_secret_until', models.DateTimeField(blank=True, null=True)),
                ('added_at', models.DateTimeField()),
                ('off_since', models.DateTimeField(blank=True, null=True)),
                ('why_off', models.CharField(blank=True, max_length=300)),
                ('added_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='channels', to='billing.organization')),
            ],
            options={
                'ordering': ['name', 'id'],
            },
        ),
        migrations.CreateModel(
            name='ChannelDelivery',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.UUIDField(default=uuid.uuid4, help_text='the webhook-id, the same at every try', unique=True)),
                ('state', models.CharField(choices=[('owed', 'Owed'), ('sent', 'Sent'), ('given_up', 'Given up')], default='owed', max_length=8)),
                ('created_at', models.DateTimeField()),
                ('due_at', models.DateTimeField()),
                ('claim', models.UUIDField(blank=True, help_text="the worker's claim that holds it", null=True)),
                ('claimed_until', models.DateTimeField(blank=True, help_text='when the claim lapses', null=True)),
                ('attempts', models.PositiveSmallIntegerField(default=0, help_text='tries that failed')),
                ('sent_at', models.DateTimeField(blank=True, null=True)),
                ('last_error', models.TextField(blank=True)),
                ('log', models.JSONField(blank=True, default=list, help_text='each try: request and response, cut short')),
                ('alert', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='channel_deliveries', to='monitoring.alert')),
                ('channel', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='deliveries', to='monitoring.channel')),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='channel_deliveries', to='billing.organization')),
            ],
            options={
                'ordering': ['-created_at', '-id'],
            },
        ),
        migrations.AddConstraint(
            model_name='channel',
            constraint=models.UniqueConstraint(fields=('organization', 'name'), name='one_channel_per_name'),
        ),
        migrations.AddIndex(
            model_name='channeldelivery',
            index=models.Index(condition=models.Q(('state', 'owed')), fields=['due_at'], name='channel_deliveries_owed'),
        ),
        migrations.AddConstraint(
            model_name='channeldelivery',
            constraint=models.UniqueConstraint(fields=('alert', 'channel'), name='one_delivery_per_alert_and_channel'),
        ),
        EnableRowLevelSecurity("monitoring_channel"),
        EnableRowLevelSecurity("monitoring_channeldelivery"),
    ]
