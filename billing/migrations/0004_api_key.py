"""Keys of the API."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from billing.tenancy import EnableRowLevelSecurity


class Migration(migrations.Migration):

    dependencies = [
        ('billing', '0003_channel_notices'),
    ]

    operations = [
        migrations.CreateModel(
            name='ApiKey',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(help_text='What it is for.', max_length=80)),
                ('scope', models.CharField(choices=[('read', 'See watches, channels, alerts, register and reviews'), ('write', 'See and change watches, channels, alerts, register and reviews')], max_length=5)),
                ('token_sha256', models.CharField(max_length=64, unique=True)),
                ('beginning', models.CharField(help_text='Its first characters, to know it by.', max_length=12)),
                ('made_at', models.DateTimeField()),
                ('expires_at', models.DateTimeField()),
                ('last_used_at', models.DateTimeField(blank=True, help_text='To the minute.', null=True)),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='api_keys', to='billing.organization')),
            ],
            options={
                'ordering': ('-made_at', '-id'),
            },
        ),
        EnableRowLevelSecurity("billing_apikey"),
    ]
