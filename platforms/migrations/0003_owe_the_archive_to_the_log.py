"""What the archive held before there was a log is owed to it, in the order in which it came."""

from django.db import migrations

_OWE = """
INSERT INTO platforms_unlogged (kind, object_id)
SELECT kind, id FROM (
    SELECT 'snapshot' AS kind, id, taken_at FROM platforms_snapshot
    UNION ALL SELECT 'version', id, taken_at FROM platforms_version
) AS held
WHERE NOT EXISTS (SELECT FROM platforms_unlogged AS owed WHERE owed.kind = held.kind AND owed.object_id = held.id)
ORDER BY taken_at, kind, id;
"""


class Migration(migrations.Migration):
    dependencies = [("platforms", "0002_transparency_log")]
    operations = [migrations.RunSQL(_OWE, migrations.RunSQL.noop)]
