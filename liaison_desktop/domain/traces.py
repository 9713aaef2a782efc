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

    def is_named(self, name: str, seat_id: UUID | None) -> bool:
        """Whether the name on something that was sent is the person's, also an earlier one.

        Several people may share an address: without one of the person's seats the name decides.
        """
        return name in self.names or seat_id in self.seats

    def is_signer(self, name: str) -> bool:
        """Whether the person signs; for a party of an agreement behind the party's name."""
        return name in self.names or any(name.endswith(f", {own}") for own in self.names)

    def is_recipient(self, name: str, address: str) -> bool:
        """Whether a paper that was handed over went to the person; a recipient needs no seat."""
        return name in self.names or bool(address and address.strip().lower() in self.addresses)

    def is_objector(self, name: str, seat_id: UUID | None) -> bool:
        """Whether an objection is the person's."""
        return name in self.names and (seat_id is None or seat_id in self.seats)
