"""What the check of a signature found, in plain words."""

from collections.abc import Mapping
from datetime import UTC, datetime

from liaison_desktop.domain.signatures import (
    ALLOWED_LATER,
    Caution,
    Clock,
    LaterChange,
    Modification,
    Revocation,
    RevocationSource,
    SignatureKind,
    SignatureProblem,
    SignatureReport,
    Verification,
)
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.i18n.formats import Formats
from liaison_desktop.i18n.marking import N_

_SIGNED: Mapping[Clock, str] = {
    Clock.SIGNER: N_("Signed by {name} on {date} at {time}, by the signer’s own clock."),
    Clock.AUTHORITY: N_("Signed by {name} on {date} at {time}, as a time authority confirms."),
}

_STAMPED = N_("Time stamp of {name}: the file existed like this on {date} at {time}.")
_PROVEN = N_("A time authority confirms that the signature existed on {date} at {time}.")
_WITHDRAWN = N_("The issuer withdrew the certificate on {date} at {time}.")
_NOT_WITHDRAWN: Mapping[RevocationSource, str] = {
    RevocationSource.LIST: N_(
        "The certificate was not withdrawn, says the issuer’s list of {date}, {time}."
    ),
    RevocationSource.ANSWER: N_(
        "The certificate was not withdrawn, says the issuer’s answer of {date}, {time}."
    ),
}

_MODIFICATIONS: Mapping[Modification, str] = {
    Modification.NONE: N_("Nothing was changed or added after this signature."),
    Modification.ALLOWED: N_("After this signature only what it allows was added, as a signature."),
    Modification.NOT_ALLOWED: N_("It cannot be said that the file is still as it was signed."),
}

_PROBLEMS: Mapping[SignatureProblem, str] = {
    SignatureProblem.UNREADABLE: N_("The signature cannot be read, so it proves nothing."),
    SignatureProblem.UNSUPPORTED: N_("This kind of signature cannot be checked here."),
    SignatureProblem.ALTERED: N_("The text is no longer the one that was signed."),
    SignatureProblem.FORGED: N_("The signature was not made with the key of its certificate."),
    SignatureProblem.INCOMPLETE: N_("The signature leaves out parts of the file."),
    SignatureProblem.CHANGED_AFTERWARDS: N_(
        "The file was changed after it was signed, and not by further signatures alone."
    ),
    SignatureProblem.TOO_COMPLEX: N_(
        "The check was given up: the file is built so that it would take far too long."
    ),
    SignatureProblem.WEAK: N_("The signature uses a method that is no longer safe."),
    SignatureProblem.NOT_FOR_SIGNING: N_("The certificate is not meant for signing."),
    SignatureProblem.NOT_YET_VALID: N_("The certificate is not in force yet."),
    SignatureProblem.EXPIRED: N_(
        "The certificate has expired, and no time authority confirms that the signature is older."
    ),
    SignatureProblem.REVOKED: N_("The certificate was withdrawn before the signature was made."),
    SignatureProblem.UNTRUSTED: N_("None of your trusted certificates vouches for the signer."),
    SignatureProblem.TERMS: N_("The signature breaks a condition that its field sets."),
    SignatureProblem.CHANGEABLE: N_(
        "What the file shows can change although the file does not, so the signature proves little."
    ),
}

LATER_CHANGES: Mapping[LaterChange, str] = {
    LaterChange.SIGNATURE: N_("another signature"),
    LaterChange.TIME_STAMP: N_("a time stamp"),
    LaterChange.VALIDATION_DATA: N_("data for checking the certificates"),
    LaterChange.SIGNATURE_CHANGED: N_("a signature that stood there"),
    LaterChange.FIELD_ADDED: N_("a new field"),
    LaterChange.FIELD_VALUE: N_("what stands in a field"),
    LaterChange.ANNOTATION: N_("a comment or a picture laid over the text"),
    LaterChange.PAGES: N_("the number or order of the pages"),
    LaterChange.PAGE_CONTENT: N_("the text of a page"),
    LaterChange.SETTINGS: N_("settings of the file"),
    LaterChange.OTHER: N_("parts that are not seen"),
}

_CAUTIONS: Mapping[Caution, str] = {
    Caution.SCRIPTS: N_("The file contains programs that can change what it shows."),
    Caution.DYNAMIC_FORM: N_("The file contains a form that builds its pages only when opened."),
    Caution.OUTSIDE_CONTENT: N_("The file shows content that lies outside it."),
    Caution.LAYERS: N_("The file has layers that can be switched on and off."),
}

_LEVELS: Mapping[str, str] = {
    "B-B": N_("{level}: the signature alone"),
    "B-T": N_("{level}: with the time of an authority"),
    "B-LT": N_("{level}: with the time of an authority and what is needed to check it later"),
    "B-LTA": N_("{level}: kept provable for decades by a time stamp over the whole file"),
}


class SignatureSentences:
    """Says what is known of signatures in one language.

    ``universal``: times in universal time, for paper that is read anywhere; else those of here.
    """

    def __init__(self, catalogue: Catalogue, formats: Formats, *, universal: bool = False) -> None:
        self._catalogue = catalogue
        self._formats = formats
        self._universal = universal

    def verdict(self, verification: Verification) -> str:
        """Whether a reader may rely on the file's signatures, as one sentence."""
        if not verification.signatures:
            return self._catalogue.gettext("The file is not signed.")
        if not verification.valid:
            return self._catalogue.gettext("The signatures in this file cannot be relied on.")
        number = len(verification.signatures)
        return self._catalogue.ngettext(
            "The signature is valid and the file unchanged.",
            "All {number} signatures are valid and the file unchanged.",
            number,
        ).format(number=self._formats.number(number))

    def describe(self, report: SignatureReport) -> tuple[str, ...]:
        """Who signed, who vouches for the name, and what is sound or wrong, as sentences."""
        sentences = [self._signed(report)] if report.signer else []
        if report.signer:
            sentences.append(self._vouched(report))
        if report.problem is not None:
            sentences.append(self.problem(report.problem))
        else:
            sentences.append(self._catalogue.gettext("The signed text is intact."))
        changes = self._changes(report)
        if changes or report.problem is None:
            sentences.append(changes or self._unchanged(report))
        return tuple(sentences)

    def proofs(self, report: SignatureReport) -> tuple[str, ...]:
        """What is known of the time and of the certificate, as sentences."""
        sentences = []
        if report.proven_at is not None and report.clock is Clock.SIGNER:
            sentences.append(self._dated(_PROVEN, report.proven_at))
        if report.signer:
            sentences.append(self._revocation(report))
        return tuple(sentences)

    def soundness(self, report: SignatureReport) -> str:
        """Whether a reader may rely on a signature, in one word."""
        _ = self._catalogue.gettext
        return _("Valid") if report.sound else _("Not valid")

    def level(self, report: SignatureReport) -> str:
        """The level reached and what it means; empty for signatures of other kinds."""
        level = report.level
        return self._catalogue.gettext(_LEVELS[level]).format(level=level) if level else ""

    def caution(self, caution: Caution) -> str:
        """What can change what a file shows."""
        return self._catalogue.gettext(_CAUTIONS[caution])

    def problem(self, problem: SignatureProblem) -> str:
        """Why a signature is not sound."""
        return self._catalogue.gettext(_PROBLEMS[problem])

    def _changes(self, report: SignatureReport) -> str:
        """What was added or changed after the signature; empty if nothing is known of it."""
        bad = [change for change in report.later if change not in ALLOWED_LATER]
        told = bad or list(report.later)
        if not told:
            return ""
        sentence = (
            self._catalogue.gettext("Changed after this signature: {what}.")
            if bad
            else self._catalogue.gettext("Added after this signature: {what}.")
        )
        words = [self._catalogue.gettext(LATER_CHANGES[change]) for change in told]
        return sentence.format(what=self._formats.list(words))

    def _unchanged(self, report: SignatureReport) -> str:
        return self._catalogue.gettext(_MODIFICATIONS[report.modified_after])

    def _revocation(self, report: SignatureReport) -> str:
        if report.revocation is Revocation.REVOKED and report.revoked_since is not None:
            return self._dated(_WITHDRAWN, report.revoked_since)
        source, as_of = report.revocation_source, report.revocation_as_of
        if report.revocation is Revocation.GOOD and source is not None and as_of is not None:
            return self._dated(_NOT_WITHDRAWN[source], as_of)
        return self._catalogue.gettext(
            "Whether the certificate was withdrawn is not known: the file does not say, and nobody "
            "was asked."
        )

    def _dated(self, sentence: str, moment: datetime, name: str = "") -> str:
        there = moment.astimezone(UTC) if self._universal else moment.astimezone()
        time = self._formats.time(there.time())
        return self._catalogue.gettext(sentence).format(
            name=name,
            date=self._formats.long_date(there.date()),
            time=self._formats.isolate(f"{time} UTC") if self._universal else time,
        )

    def _signed(self, report: SignatureReport) -> str:
        name = self._formats.isolate(report.signer)
        if report.signed_at is None:
            return self._catalogue.gettext("Signed by {name}.").format(name=name)
        stamp = report.kind is SignatureKind.TIME_STAMP
        return self._dated(_STAMPED if stamp else _SIGNED[report.clock], report.signed_at, name)

    def _vouched(self, report: SignatureReport) -> str:
        if report.self_issued:
            return self._catalogue.gettext(
                "The certificate is self-issued: nobody but its holder vouches for the name."
            )
        return self._catalogue.gettext("The certificate was issued by {issuer}.").format(
            issuer=self._formats.isolate(report.issuer)
        )
