"""A mail for a channel that was switched off."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('billing', '0002_invitation'),
    ]

    operations = [
        migrations.AlterField(
            model_name='notice',
            name='kind',
            field=models.CharField(choices=[('trial_ending', 'Trial about to end'), ('trial_ended', 'Trial ended'), ('payment_failed', 'Payment failed'), ('plan_ended', 'Plan ended'), ('dispute_opened', 'Payment disputed'), ('channel_off', 'Channel switched off')], max_length=20),
        ),
    ]
