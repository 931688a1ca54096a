"""A stretch of the reading that a check points at."""

from dataclasses import dataclass

from verder.textcheck.labels import Label, Level


@dataclass(frozen=True, slots=True)
class Span:
    """Say where something stands in the reading and what it is."""

    start: int
    end: int
    label: Label
    level: Level = Level.STOP

    def overlaps(self, other: "Span") -> bool:
        """Say whether two spans share a character."""
        return self.start < other.end and other.start < self.end
