"""Lets a file be hidden from everyone, until it is shown again or destroyed."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("files", "0001_files")]

    operations = [
        migrations.AddField(model_name="storedfile", name="hidden_at", field=models.DateTimeField(null=True)),
    ]
