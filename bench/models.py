"""The one table of the yardstick."""

from __future__ import annotations

from django.db import models


class BareRow(models.Model):
    """A row as plain as a row can be."""

    number = models.CharField(max_length=12)
    question = models.TextField()
    rung = models.CharField(max_length=30)
    next_date = models.DateField(db_index=True)

    class Meta:
        app_label = "bench"
        db_table = "bench_bare_row"

    def __str__(self) -> str:
        return self.number
