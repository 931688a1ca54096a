"""What was expected beside what came, told all at once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.matrix.rule import Outcome

if TYPE_CHECKING:
    from django.http import HttpResponse

AMOUNTS_TO = {
    200: Outcome.ALLOWED,
    302: Outcome.ALLOWED,
    403: Outcome.REFUSED,
    404: Outcome.HIDDEN,
    409: Outcome.REFUSED,
}


@dataclass
class Comparison:
    """The number of combinations that were tried, and those that came out otherwise than the rule says."""

    made: int = 0
    differences: list[str] = field(default_factory=list)

    def add(self, combination: tuple[str, ...], expected: object, got: object) -> None:
        """Compare one combination."""
        self.made += 1
        if expected != got:
            self.differences.append(f"{' × '.join(combination)}: expected {expected}, got {got}")

    def report(self) -> str:
        """List all differences."""
        return "\n".join([f"{len(self.differences)} of {self.made}:", *self.differences])


def outcome(answer: HttpResponse) -> Outcome:
    """Say what an answer amounts to."""
    where = answer.get("Location", "")
    if where.startswith("/inloggen"):
        return Outcome.LOGIN
    if where == "/volgen":
        return Outcome.CODE
    return AMOUNTS_TO[answer.status_code]
