"""Asks why a name that the text check lets pass is not a person, and keeps who said so when."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("network", "0003_bodies_with_public_dates")]

    operations = [
        migrations.AddField(
            model_name="allowedword",
            name="reason",
            field=models.CharField(blank=True, default="", max_length=200, verbose_name="waarom dit geen persoon is"),
        ),
        migrations.AddField(
            model_name="allowedword",
            name="allowed_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="allowedword",
            name="allowed_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
    ]
