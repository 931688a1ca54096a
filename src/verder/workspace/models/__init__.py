"""The tables of this room: one noun a file."""

from verder.workspace.models.contribution import Contribution
from verder.workspace.models.paper import GroupPaper
from verder.workspace.models.point import OpenPoint
from verder.workspace.models.remark import Outcome, Remark
from verder.workspace.models.text import EarlierTitle, GroupText, Section, SectionVersion

__all__ = [
    "Contribution",
    "EarlierTitle",
    "GroupPaper",
    "GroupText",
    "OpenPoint",
    "Outcome",
    "Remark",
    "Section",
    "SectionVersion",
]
