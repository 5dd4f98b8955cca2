"""A change that very many watch makes very many rows: nothing is checked or indexed twice."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('billing', '0006_export_notice'),
        ('monitoring', '0013_reading_list'),
        ('platforms', '0008_former_slugs'),
        ('provisions', '0003_first_reading'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='delivery',
            name='one_delivery_per_digest_and_person',
        ),
        migrations.AlterField(
            model_name='alert',
            name='acknowledged_by',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AlterField(
            model_name='alert',
            name='assigned_to',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AlterField(
            model_name='alert',
            name='organization',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='alerts', to='billing.organization'),
        ),
        migrations.AlterField(
            model_name='alert',
            name='resolved_by',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AlterField(
            model_name='channeldelivery',
            name='alert',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='channel_deliveries', to='monitoring.alert'),
        ),
        migrations.AlterField(
            model_name='channeldelivery',
            name='organization',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.CASCADE, related_name='channel_deliveries', to='billing.organization'),
        ),
        migrations.AlterField(
            model_name='delivery',
            name='alert',
            field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='deliveries', to='monitoring.alert'),
        ),
        migrations.AlterField(
            model_name='delivery',
            name='digest',
            field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='deliveries', to='monitoring.digest'),
        ),
        migrations.AlterField(
            model_name='delivery',
            name='organization',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.CASCADE, related_name='deliveries', to='billing.organization'),
        ),
        migrations.AlterField(
            model_name='delivery',
            name='platform',
            field=models.ForeignKey(blank=True, db_constraint=False, db_index=False, help_text="of the alert's change: what is owed to a person about one platform goes into one mail", null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='platforms.platform'),
        ),
        migrations.AlterField(
            model_name='match',
            name='organization',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.CASCADE, related_name='matches', to='billing.organization'),
        ),
        migrations.AddIndex(
            model_name='alert',
            index=models.Index(condition=models.Q(('acknowledged_by__isnull', False)), fields=['acknowledged_by'], name='alerts_acknowledged_by'),
        ),
        migrations.AddIndex(
            model_name='alert',
            index=models.Index(condition=models.Q(('assigned_to__isnull', False)), fields=['assigned_to'], name='alerts_assigned_to'),
        ),
        migrations.AddIndex(
            model_name='alert',
            index=models.Index(condition=models.Q(('resolved_by__isnull', False)), fields=['resolved_by'], name='alerts_resolved_by'),
        ),
        migrations.AddConstraint(
            model_name='delivery',
            constraint=models.UniqueConstraint(condition=models.Q(('digest__isnull', False)), fields=('digest', 'user'), name='one_delivery_per_digest_and_person'),
        ),
    ]
