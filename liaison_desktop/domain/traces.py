"""By what a person is recognised in records that keep a name and an address of the day."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Traces:
    """What is known of a person.

    Attributes:
        names: the person's own, and those of records that were merged into the person's.
        addresses: for e-mail, in small letters.
        seats: those that the person held or stood in for.
    """

    names: frozenset[str]
    addresses: frozenset[str]
    seats: frozenset[UUID]

    def is_addressee(self, name: str, address: str, seat_id: UUID | None) -> bool:
        """Whether something that was sent went to the person."""
        if address and address.strip().lower() in self.addresses:
            return True
        return seat_id in self.seats and name in self.names

    def is_recipient(self, name: str, address: str) -> bool:
        """Whether a paper that was handed over went to the person; a recipient needs no seat."""
        return name in self.names or bool(address and address.strip().lower() in self.addresses)

    def is_objector(self, name: str, seat_id: UUID | None) -> bool:
        """Whether an objection is the person's."""
        return name in self.names and (seat_id is None or seat_id in self.seats)
