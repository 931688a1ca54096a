from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.operations import TrigramExtension
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('guidance', '0003_decision_aids'),
    ]

    operations = [
        TrigramExtension(),
        migrations.AddIndex(
            model_name='publication',
            index=GinIndex(fields=['title', 'summary'], name='publication_by_letters', opclasses=['gin_trgm_ops', 'gin_trgm_ops']),
        ),
    ]
