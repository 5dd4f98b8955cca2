"""The secret address of an organization's private feed."""

import django.db.models.deletion
from django.db import migrations, models

from billing.tenancy import EnableRowLevelSecurity


class Migration(migrations.Migration):

    dependencies = [
        ('billing', '0002_invitation'),
        ('monitoring', '0002_watch_place'),
    ]

    operations = [
        migrations.CreateModel(
            name='FeedAddress',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('token_sha256', models.CharField(max_length=64, unique=True)),
                ('opened_at', models.DateTimeField()),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='feed_addresses', to='billing.organization')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('organization',), name='one_feed_address_per_organization')],
            },
        ),
        EnableRowLevelSecurity("monitoring_feedaddress"),
    ]
