"""What was watched until it was stopped is kept for reports of those days."""

import django.db.models.deletion
from django.db import migrations, models

from billing.tenancy import EnableRowLevelSecurity


class Migration(migrations.Migration):

    dependencies = [
        ('billing', '0007_policies_asked_once'),
        ('monitoring', '0015_owed_in_order'),
        ('platforms', '0009_log_stamps'),
    ]

    operations = [
        migrations.CreateModel(
            name='PastWatch',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('started_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField()),
                ('document', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='platforms.document')),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='past_watches', to='billing.organization')),
                ('platform', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='platforms.platform')),
            ],
            options={
                'ordering': ['started_at', 'id'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('document__isnull', False), ('platform__isnull', True)), models.Q(('document__isnull', True), ('platform__isnull', False)), _connector='OR'), name='past_watch_names_its_subject')],
            },
        ),
        EnableRowLevelSecurity("monitoring_pastwatch"),
    ]
