from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from liaison_desktop.signing.certificates import described
from liaison_desktop.signing.keys import Key, load_key
from liaison_desktop.signing.sign import sign_pdf
from tests.signing.papers import paper, stamp
from tests.signing.pki import PASSPHRASE, Holder, holder


@dataclass(frozen=True)
class World:
    """A root, and a chair and a secretary it vouches for."""

    root: Holder
    chair: Key
    secretary: Key

    @property
    def anchors(self) -> list[bytes]:
        return [self.root.pem]

    def sign(
        self, pdf: bytes, field: str, *, key: Key | None = None, certify: bool = False
    ) -> bytes:
        key = key or (self.chair if field == "chair" else self.secretary)
        return sign_pdf(
            pdf,
            key,
            field=field,
            reason="Verbale approvato",
            signer_name=key.info.name,
            appearance=stamp(key.info.name),
            certify=certify,
        )


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    folder: Path = tmp_path_factory.mktemp("keys")
    root = holder("Prova Root", ca=True, starts=timedelta(days=-60))
    chair = holder(
        "Ottavia Belcampo", root, private_key=rsa.generate_private_key(65537, 3072)
    ).save(folder / "chair.p12", root)
    secretary = holder("Bianca D’Àvalos", root).save(folder / "secretary.p12", root)
    return World(root, load_key(chair, PASSPHRASE), load_key(secretary, PASSPHRASE))


@pytest.fixture(scope="session")
def unsigned() -> bytes:
    return paper()


@pytest.fixture(scope="session")
def signed_once(world: World, unsigned: bytes) -> bytes:
    return world.sign(unsigned, "chair", certify=True)


@pytest.fixture(scope="session")
def signed_twice(world: World, signed_once: bytes) -> bytes:
    return world.sign(signed_once, "secretary")


@pytest.fixture
def forced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Holder], Key]:
    """A key as a program without scruples would use it."""

    def load(person: Holder) -> Key:
        private_key = person.private_key
        info = described(person.certificate, tmp_path / "forced.p12")
        monkeypatch.setattr(Key, "require_in_force", lambda _: None)
        return Key(info, private_key, person.certificate)

    return load
