"""Watches that stand already get the title they would have got."""

from django.db import migrations

_TITLES = """
    SELECT set_config('conductatlas.across', 'on', true);
    UPDATE monitoring_watch watch SET title = platform.name
    FROM platforms_platform platform WHERE platform.id = watch.platform_id AND watch.title = '';
"""


class Migration(migrations.Migration):

    dependencies = [
        ('monitoring', '0006_kinds_of_watches'),
    ]

    operations = [migrations.RunSQL(_TITLES, migrations.RunSQL.noop)]
