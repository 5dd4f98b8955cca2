"""Watches of every kind, which of them an alert came of, what mails go together, and what platforms are read."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from billing.tenancy import EnableRowLevelSecurity


class Migration(migrations.Migration):

    dependencies = [
        ('billing', '0005_quiet_hours'),
        ('monitoring', '0005_added_documents'),
        ('platforms', '0001_initial'),
        ('provisions', '0002_wording'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Match',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(help_text='of the watch, as it was then', max_length=200)),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='PlatformRead',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('days', models.PositiveIntegerField(default=1, help_text='on how many days')),
                ('last_on', models.DateField()),
            ],
            options={
                'ordering': ['-last_on', '-id'],
            },
        ),
        migrations.RemoveConstraint(
            model_name='channeldelivery',
            name='one_delivery_per_alert_and_channel',
        ),
        migrations.RemoveConstraint(
            model_name='delivery',
            name='one_delivery_per_alert_and_person',
        ),
        migrations.RemoveIndex(
            model_name='watch',
            name='watches_of_platform',
        ),
        migrations.AddField(
            model_name='alert',
            name='taken_back_by',
            field=models.ForeignKey(blank=True, db_index=False, help_text='the change by which the text went back to what it was before', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='provisions.change'),
        ),
        migrations.AddField(
            model_name='channeldelivery',
            name='follow_up',
            field=models.BooleanField(default=False, help_text="tells that the alert's change was taken back"),
        ),
        migrations.AddField(
            model_name='delivery',
            name='follow_up',
            field=models.BooleanField(default=False, help_text="tells that the alert's change was taken back"),
        ),
        migrations.AddField(
            model_name='delivery',
            name='platform',
            field=models.ForeignKey(blank=True, db_index=False, help_text="of the alert's change: what is owed to a person about one platform goes into one mail", null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='platforms.platform'),
        ),
        migrations.AddField(
            model_name='watch',
            name='by_mail',
            field=models.BooleanField(default=True),
        ),
        migrations.AddField(
            model_name='watch',
            name='channels',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), blank=True, help_text='keys of channels; null means all of them', null=True, size=None),
        ),
        migrations.AddField(
            model_name='watch',
            name='clause_type',
            field=models.CharField(blank=True, help_text='its slug', max_length=40),
        ),
        migrations.AddField(
            model_name='watch',
            name='directions',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=12), blank=True, default=list, help_text='those told of; none means all', size=None),
        ),
        migrations.AddField(
            model_name='watch',
            name='document',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='platforms.document'),
        ),
        migrations.AddField(
            model_name='watch',
            name='kind',
            field=models.CharField(choices=[('platform', 'Platform'), ('document', 'Document'), ('provision', 'Provision'), ('clause_type', 'Clause type'), ('sector', 'Sector'), ('search', 'Saved search')], default='platform', max_length=11),
        ),
        migrations.AddField(
            model_name='watch',
            name='minimum_severity',
            field=models.CharField(choices=[('low', 'Low'), ('medium', 'Medium'), ('high', 'High'), ('critical', 'Critical')], default='low', max_length=8),
        ),
        migrations.AddField(
            model_name='watch',
            name='platforms',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), blank=True, default=list, help_text='where the clause type is watched, as sorted keys of platforms; none means everywhere', size=None),
        ),
        migrations.AddField(
            model_name='watch',
            name='provision',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='provisions.provision'),
        ),
        migrations.AddField(
            model_name='watch',
            name='search',
            field=models.JSONField(blank=True, default=dict, help_text='what is asked of the registry of provisions'),
        ),
        migrations.AddField(
            model_name='watch',
            name='sector',
            field=models.CharField(blank=True, max_length=60),
        ),
        migrations.AddField(
            model_name='watch',
            name='snoozed_until',
            field=models.DateTimeField(blank=True, help_text='only in the digest until then', null=True),
        ),
        migrations.AddField(
            model_name='watch',
            name='tells',
            field=models.CharField(choices=[('same_day', 'The same day'), ('digest', 'Only in the digest'), ('nothing', 'Nothing for now')], default='same_day', max_length=8),
        ),
        migrations.AddField(
            model_name='watch',
            name='title',
            field=models.CharField(default='', help_text='in words, as when it was started', max_length=200),
            preserve_default=False,
        ),
        migrations.AlterField(
            model_name='watch',
            name='platform',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='platforms.platform'),
        ),
        migrations.AddIndex(
            model_name='delivery',
            index=models.Index(condition=models.Q(('state', 'owed')), fields=['user', 'platform'], name='deliveries_together'),
        ),
        migrations.AddIndex(
            model_name='watch',
            index=models.Index(condition=models.Q(('kind', 'platform')), fields=['platform'], name='watches_of_platform'),
        ),
        migrations.AddIndex(
            model_name='watch',
            index=models.Index(condition=models.Q(('kind', 'document')), fields=['document'], name='watches_of_document'),
        ),
        migrations.AddIndex(
            model_name='watch',
            index=models.Index(condition=models.Q(('kind', 'provision')), fields=['provision'], name='watches_of_provision'),
        ),
        migrations.AddIndex(
            model_name='watch',
            index=models.Index(condition=models.Q(('kind', 'clause_type')), fields=['clause_type'], name='watches_of_type'),
        ),
        migrations.AddIndex(
            model_name='watch',
            index=models.Index(condition=models.Q(('kind', 'sector')), fields=['sector'], name='watches_of_sector'),
        ),
        migrations.AddIndex(
            model_name='watch',
            index=models.Index(condition=models.Q(('kind', 'search')), fields=['id'], name='watches_of_search'),
        ),
        migrations.AddConstraint(
            model_name='channeldelivery',
            constraint=models.UniqueConstraint(fields=('alert', 'channel', 'follow_up'), name='one_delivery_per_alert_and_channel'),
        ),
        migrations.AddConstraint(
            model_name='delivery',
            constraint=models.UniqueConstraint(fields=('alert', 'user', 'follow_up'), name='one_delivery_per_alert_and_person'),
        ),
        migrations.AddConstraint(
            model_name='watch',
            constraint=models.UniqueConstraint(fields=('organization', 'document'), name='one_watch_per_document'),
        ),
        migrations.AddConstraint(
            model_name='watch',
            constraint=models.UniqueConstraint(fields=('organization', 'provision'), name='one_watch_per_provision'),
        ),
        migrations.AddConstraint(
            model_name='watch',
            constraint=models.UniqueConstraint(condition=models.Q(('kind', 'clause_type')), fields=('organization', 'clause_type', 'platforms'), name='one_watch_per_clause_type'),
        ),
        migrations.AddConstraint(
            model_name='watch',
            constraint=models.UniqueConstraint(condition=models.Q(('kind', 'sector')), fields=('organization', 'sector'), name='one_watch_per_sector'),
        ),
        migrations.AddConstraint(
            model_name='watch',
            constraint=models.UniqueConstraint(condition=models.Q(('kind', 'search')), fields=('organization', 'search'), name='one_watch_per_search'),
        ),
        migrations.AddConstraint(
            model_name='watch',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'platform'), models.Q(('platform', None), _negated=True), ('document', None), ('provision', None), ('clause_type', ''), ('platforms', []), ('sector', ''), ('search', {})), models.Q(('kind', 'document'), models.Q(('document', None), _negated=True), ('platform', None), ('provision', None), ('clause_type', ''), ('platforms', []), ('sector', ''), ('search', {})), models.Q(('kind', 'provision'), models.Q(('provision', None), _negated=True), ('platform', None), ('document', None), ('clause_type', ''), ('platforms', []), ('sector', ''), ('search', {})), models.Q(('kind', 'clause_type'), models.Q(('clause_type', ''), _negated=True), ('platform', None), ('document', None), ('provision', None), ('sector', ''), ('search', {})), models.Q(('kind', 'sector'), models.Q(('sector', ''), _negated=True), ('platform', None), ('document', None), ('provision', None), ('clause_type', ''), ('platforms', []), ('search', {})), models.Q(('kind', 'search'), models.Q(('search', {}), _negated=True), ('platform', None), ('document', None), ('provision', None), ('clause_type', ''), ('platforms', []), ('sector', '')), _connector='OR'), name='watch_names_its_subject'),
        ),
        migrations.AddConstraint(
            model_name='watch',
            constraint=models.CheckConstraint(condition=models.Q(('directions__contained_by', ['for_user', 'against_user', 'neutral'])), name='watch_directions_known'),
        ),
        migrations.AddConstraint(
            model_name='watch',
            constraint=models.CheckConstraint(condition=models.Q(('minimum_severity__in', ['low', 'medium', 'high', 'critical'])), name='watch_severity_known'),
        ),
        migrations.AddConstraint(
            model_name='watch',
            constraint=models.CheckConstraint(condition=models.Q(('tells__in', ['same_day', 'digest', 'nothing'])), name='watch_tells_known'),
        ),
        migrations.AddField(
            model_name='match',
            name='alert',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='matches', to='monitoring.alert'),
        ),
        migrations.AddField(
            model_name='match',
            name='organization',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='matches', to='billing.organization'),
        ),
        migrations.AddField(
            model_name='match',
            name='watch',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='matches', to='monitoring.watch'),
        ),
        migrations.AddField(
            model_name='platformread',
            name='organization',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='platforms_read', to='billing.organization'),
        ),
        migrations.AddField(
            model_name='platformread',
            name='platform',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='platforms.platform'),
        ),
        migrations.AddField(
            model_name='platformread',
            name='user',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddConstraint(
            model_name='match',
            constraint=models.UniqueConstraint(fields=('alert', 'watch'), name='one_match_per_alert_and_watch'),
        ),
        migrations.AddConstraint(
            model_name='platformread',
            constraint=models.UniqueConstraint(fields=('organization', 'user', 'platform'), name='one_reading_per_person_and_platform'),
        ),
        EnableRowLevelSecurity("monitoring_match"),
        EnableRowLevelSecurity("monitoring_platformread"),
    ]
