"""A change that very many watch: nothing is checked twice, and what is owed is found in its order."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('billing', '0007_policies_asked_once'),
        ('monitoring', '0014_lean_outbox'),
        ('platforms', '0009_log_stamps'),
        ('provisions', '0003_first_reading'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name='channeldelivery',
            name='channel_deliveries_owed',
        ),
        migrations.RemoveIndex(
            model_name='delivery',
            name='deliveries_owed',
        ),
        migrations.RemoveIndex(
            model_name='delivery',
            name='deliveries_together',
        ),
        migrations.AlterField(
            model_name='alert',
            name='change',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='provisions.change'),
        ),
        migrations.AlterField(
            model_name='channeldelivery',
            name='alert',
            field=models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='channel_deliveries', to='monitoring.alert'),
        ),
        migrations.AlterField(
            model_name='delivery',
            name='alert',
            field=models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='deliveries', to='monitoring.alert'),
        ),
        migrations.AlterField(
            model_name='delivery',
            name='user',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AlterField(
            model_name='match',
            name='alert',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='matches', to='monitoring.alert'),
        ),
        migrations.AddIndex(
            model_name='channeldelivery',
            index=models.Index(condition=models.Q(('state', 'owed')), fields=['due_at', 'id'], name='channel_deliveries_owed'),
        ),
        migrations.AddIndex(
            model_name='delivery',
            index=models.Index(condition=models.Q(('state', 'owed')), fields=['due_at', 'id'], name='deliveries_owed'),
        ),
        migrations.AddIndex(
            model_name='delivery',
            index=models.Index(fields=['user', 'platform'], name='deliveries_together'),
        ),
    ]
