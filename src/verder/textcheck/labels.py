"""What a finding can be about, and how much it asks of the writer."""

from enum import StrEnum


class Label(StrEnum):
    """Name the kinds of findings, first privacy, then careful language."""

    PERSON = "PERSON"
    BSN = "BSN"
    PHONE = "PHONE"
    EMAIL = "EMAIL"
    IBAN = "IBAN"
    ADDRESS = "ADDRESS"
    POSTCODE = "POSTCODE"
    PLATE = "PLATE"
    DOB = "DOB"
    CASE = "CASE"
    URL = "URL"
    HANDLE = "HANDLE"
    QUASI = "QUASI"
    ETHNIC = "ETHNIC"
    GENERALISATION = "GENERALISATION"
    STIGMA = "STIGMA"
    GUILT = "GUILT"
    CULTURE = "CULTURE"


class Level(StrEnum):
    """Say whether a finding must be solved (stop) or asks for a look (look)."""

    STOP = "stop"
    LOOK = "look"
