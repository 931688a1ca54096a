"""No column of words can be forgotten."""

from __future__ import annotations

from django.apps import apps
from django.db import models

from verder.slips.holders import BY_TABLE, NOT_WORDS
from verder.web.slips.words import TABLES


def test_each_column_that_can_hold_words_can_be_hidden_or_says_why_not() -> None:
    forgotten = [
        f"{model._meta.label_lower}.{field.name}"
        for model in apps.get_models()
        if model.__module__.startswith("verder.")
        for field in model._meta.concrete_fields
        if isinstance(field, models.CharField | models.TextField | models.JSONField)
        and not _is_known(model._meta.label_lower, field.name)
    ]

    assert not forgotten, (
        f"Add to HOLDERS in src/verder/slips/holders.py, or to NOT_WORDS there with the reason: {forgotten}"
    )


def test_each_table_with_words_has_a_name_on_screen() -> None:
    assert TABLES.keys() == BY_TABLE.keys(), "Add its name to TABLES in src/verder/web/slips/words.py"


def _is_known(table: str, column: str) -> bool:
    holder = BY_TABLE.get(table)
    return table in NOT_WORDS or f"{table}.{column}" in NOT_WORDS or bool(holder and column in holder.columns)
