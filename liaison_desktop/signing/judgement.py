"""Whether a signature holds and its certificate can be trusted, as of the time that is proved.

Imports pyHanko; import it inside functions only.
"""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from asn1crypto import cms, x509
from pyhanko.sign.ades.report import AdESIndeterminate
from pyhanko.sign.general import extract_certificate_info
from pyhanko.sign.validation import async_validate_pdf_signature, async_validate_pdf_timestamp
from pyhanko.sign.validation.generic_cms import extract_tst_data_iter
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko.sign.validation.status import (
    DocumentTimestampStatus,
    PdfSignatureStatus,
    TimestampSignatureStatus,
)

from liaison_desktop.domain.signatures import Revocation
from liaison_desktop.signing.evidence import Answer, Evidence
from liaison_desktop.signing.opening import Deadline
from liaison_desktop.signing.trust import Anchors, Asked, Trust

# Which usages allow signing is decided by ``trust.certificate_problem``, for anchors and others
# alike.
_ANY_USAGE = KeyUsageConstraints(key_usage=frozenset())
# More answers on one certificate are made to keep the program busy.
_MOST_ANSWERS = 12
_REVOKED = frozenset({AdESIndeterminate.REVOKED_NO_POE, AdESIndeterminate.REVOKED_CA_NO_POE})

Status = PdfSignatureStatus | DocumentTimestampStatus


@dataclass(frozen=True, slots=True)
class Judges:
    """Whom a reader trusts: vouching for signers, and for the clocks of time authorities."""

    signers: Trust
    authorities: Trust


def judges_of(anchors: Sequence[bytes] | Anchors, deadline: Deadline) -> Judges:
    """The judges by the certificates a reader trusts; for every purpose unless they say which.

    Raises:
        UserError: ``anchor_unreadable``.
    """
    if not isinstance(anchors, Anchors):
        anchors = Anchors(all=anchors)
    return Judges(
        signers=Trust([*anchors.all, *anchors.signers], deadline),
        authorities=Trust([*anchors.all, *anchors.authorities], deadline),
    )


@dataclass(frozen=True, slots=True)
class Judgement:
    """What came out.

    Attributes:
        attested: the time in a trusted time stamp of its own.
        answer: the answer on the signer's certificate that counted, if one did.
    """

    status: Status
    attested: datetime | None
    revocation: Revocation
    answer: Answer | None = None


def judged(
    signature: EmbeddedPdfSignature, judges: Judges, evidence: Evidence, proven: datetime | None
) -> Judgement:
    """Judge a signature that existed at ``proven``, as a later time stamp says; else as of now.

    A certificate that has expired or was withdrawn since then does not matter any more.
    """
    case = _Case(signature, judges, evidence, proven)
    attested = case.attested_time()
    moment = proven
    if attested is not None and signature.sig_object_type != "/DocTimeStamp":
        moment = min(attested, proven or attested)
    return replace(case.judged(moment), attested=attested)


@dataclass(frozen=True, slots=True)
class _Case:
    """One signature, and what is known."""

    signature: EmbeddedPdfSignature
    judges: Judges
    evidence: Evidence
    proven: datetime | None

    def attested_time(self) -> datetime | None:
        """The time a trusted authority confirms; a time stamp that does not hold is as good as
        none.
        """
        attested = _time_of(self.status(self.proven, Asked.NOBODY))
        said = (one for clock in _clocks(self.signature) for one in self.evidence.on(clock))
        if attested is None or not any(one.revoked_since for one in said):
            return attested
        stamp = _stamp_of(self.status(self.proven, Asked.HOLDER))
        withdrawn = stamp is not None and stamp.trust_problem_indic in _REVOKED
        return None if withdrawn else attested

    def judged(self, moment: datetime | None) -> Judgement:
        """What is to be held of the signature at a moment."""
        answers = self.evidence.on(self.signature.signer_cert)[:_MOST_ANSWERS]
        youngest_first = sorted(answers, key=lambda one: one.given_at, reverse=True)
        for answer in youngest_first:
            withdrawn = self._withdrawn(answer, moment)
            if withdrawn is not None:
                return Judgement(withdrawn, None, Revocation.REVOKED, answer)
        status = self.status(moment, Asked.NOBODY)
        if answers:
            by_issuers = self.status(moment, Asked.ISSUERS)
            if by_issuers.trust_problem_indic in _REVOKED:
                return Judgement(by_issuers, None, Revocation.REVOKED)
        good = next((one for one in youngest_first if self._is_good(one, moment)), None)
        found = Revocation.GOOD if good else Revocation.NOT_ASKED
        return Judgement(status, None, found, good)

    def _withdrawn(self, answer: Answer, moment: datetime | None) -> Status | None:
        """The status if an answer says that the certificate was withdrawn before the moment.

        It counts even where it is out of date: what is withdrawn stays so.
        """
        since = answer.revoked_since
        if since is None or (moment is not None and since > moment):
            return None
        just_after = since + timedelta(seconds=1)
        status = self.status(just_after, Asked.HOLDER, self._with_only(answer))
        return status if status.trust_problem_indic in _REVOKED else None

    def _is_good(self, answer: Answer, moment: datetime | None) -> bool:
        """Whether an answer, with what is known of the other certificates of the chain, says that
        nothing was withdrawn. After a certificate has expired issuers forget it, so what they say
        then proves nothing.
        """
        if answer.given_at > self.signature.signer_cert.not_valid_after:
            return False
        return self.status(moment, Asked.ALL, self._with_only(answer)).trusted

    def _with_only(self, answer: Answer) -> Evidence:
        """The evidence without the other answers on the signer's certificate."""
        others = {id(one.data) for one in self.evidence.on(self.signature.signer_cert)}
        others.discard(id(answer.data))
        return self.evidence.without(others)

    def status(
        self, moment: datetime | None, asked: Asked, evidence: Evidence | None = None
    ) -> Status:
        """What the library says of the signature at a moment."""
        signature, evidence = self.signature, evidence or self.evidence
        holders = [signature.signer_cert]
        if signature.sig_object_type == "/DocTimeStamp":
            authorities = self.judges.authorities.context(holders, moment, evidence, asked)
            return asyncio.run(async_validate_pdf_timestamp(signature, authorities, skip_diff=True))
        clocks = tuple(_clocks(signature))
        on_clocks = Asked.HOLDER if asked is Asked.HOLDER else Asked.NOBODY
        return asyncio.run(
            async_validate_pdf_signature(
                signature,
                self.judges.signers.context(holders, moment, evidence, asked),
                self.judges.authorities.context(clocks, self.proven, evidence, on_clocks),
                key_usage_settings=_ANY_USAGE,
                skip_diff=True,
            )
        )


def clocks_of(signer: cms.SignerInfo) -> Iterator[x509.Certificate]:
    """The certificates of the time authorities whose stamps a signature carries."""
    tokens: Iterator[cms.SignedData] = extract_tst_data_iter(signer, signed=False)
    for token in tokens:
        yield extract_certificate_info(token).signer_cert


def _clocks(signature: EmbeddedPdfSignature) -> Iterator[x509.Certificate]:
    if signature.sig_object_type == "/DocTimeStamp":
        yield signature.signer_cert
    else:
        yield from clocks_of(signature.signer_info)


def _stamp_of(status: Status) -> TimestampSignatureStatus | None:
    return status if isinstance(status, DocumentTimestampStatus) else status.timestamp_validity


def _time_of(status: Status) -> datetime | None:
    stamp = _stamp_of(status)
    if stamp is not None and stamp.intact and stamp.valid and stamp.trusted:
        found: datetime = stamp.timestamp
        return found
    return None
