"""Watches have an order: what exceeds the plan sleeps, from the end."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('monitoring', '0001_initial'),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='watch',
            options={'ordering': ['place', 'id']},
        ),
        migrations.AddField(
            model_name='watch',
            name='place',
            field=models.PositiveIntegerField(default=0, help_text='in the order of the organization: what exceeds its plan sleeps, from the end'),
        ),
    ]
