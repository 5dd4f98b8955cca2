"""What is checked entry by entry is checked once a statement, and what the archive's own triggers hold is not held twice."""

import django.contrib.postgres.indexes
import django.db.models.deletion
from django.db import migrations, models

from platforms.log.triggers import gaps_refused_at_once


class Migration(migrations.Migration):

    dependencies = [
        ('platforms', '0005_corrections'),
    ]

    operations = [
        migrations.AlterField(
            model_name='logentry',
            name='correction',
            field=models.OneToOneField(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='log_entry', to='platforms.correction'),
        ),
        migrations.AlterField(
            model_name='logentry',
            name='leaf_hash',
            field=models.BinaryField(help_text='SHA-256 of a zero byte and the content in UTF-8'),
        ),
        migrations.AlterField(
            model_name='logentry',
            name='snapshot',
            field=models.OneToOneField(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='log_entry', to='platforms.snapshot'),
        ),
        migrations.AlterField(
            model_name='logentry',
            name='version',
            field=models.OneToOneField(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='log_entry', to='platforms.version'),
        ),
        migrations.AddIndex(
            model_name='logentry',
            index=django.contrib.postgres.indexes.HashIndex(fields=['leaf_hash'], name='log_entry_by_hash'),
        ),
        gaps_refused_at_once(),
    ]
