"""Cutting a text into sentences for careful language, and into small letters of the same length."""

import re

SENTENCE = re.compile(r"(?:[^.!?\n]|\.(?=\w|[ ][a-z]))+[.!?]*['\"]?")


def lowered(text: str) -> str:
    """Return a text in small letters, of the same length."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(small if len(small := sign.lower()) == 1 else sign for sign in text)
