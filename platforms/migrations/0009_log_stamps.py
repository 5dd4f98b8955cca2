"""Time stamps of the log's heads by an authority, once written never changed."""

import django.db.models.deletion
from django.db import migrations, models

from platforms.write_once import write_once


class Migration(migrations.Migration):

    dependencies = [
        ('platforms', '0008_former_slugs'),
    ]

    operations = [
        migrations.CreateModel(
            name='LogStamp',
            fields=[
                ('head', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='stamp', serialize=False, to='platforms.loghead')),
                ('at', models.DateTimeField(help_text='as the authority states it')),
                ('authority', models.CharField(help_text='the address that was asked', max_length=500)),
                ('token', models.BinaryField(help_text='the TimeStampToken, over the SHA-256 of the note')),
            ],
        ),
        write_once("platforms_logstamp"),
    ]
