"""Hours in which alerts by mail wait."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('billing', '0004_api_key'),
    ]

    operations = [
        migrations.AddField(
            model_name='organization',
            name='quiet_from',
            field=models.PositiveSmallIntegerField(blank=True, help_text="The hour from which alerts by mail wait, by the organization's clock.", null=True),
        ),
        migrations.AddField(
            model_name='organization',
            name='quiet_until',
            field=models.PositiveSmallIntegerField(blank=True, help_text='The hour they wait for.', null=True),
        ),
        migrations.AddConstraint(
            model_name='organization',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('quiet_from', None), ('quiet_until', None)), models.Q(('quiet_from__isnull', False), ('quiet_until__isnull', False), ('quiet_from__lte', 23), ('quiet_until__lte', 23), models.Q(('quiet_from', models.F('quiet_until')), _negated=True)), _connector='OR'), name='organization_quiet_hours_in_day'),
        ),
    ]
