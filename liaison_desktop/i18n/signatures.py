"""What the check of a signature found, in plain words."""

from collections.abc import Mapping
from datetime import datetime

from liaison_desktop.domain.signatures import (
    Clock,
    Modification,
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
        "The file was changed after it was signed, in a way the signature does not allow."
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
    SignatureProblem.UNTRUSTED: N_("None of your trusted certificates vouches for the signer."),
    SignatureProblem.TERMS: N_("The signature breaks a condition that its field sets."),
}


class SignatureSentences:
    """Says what is known of signatures in one language."""

    def __init__(self, catalogue: Catalogue, formats: Formats) -> None:
        self._catalogue = catalogue
        self._formats = formats

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
            sentences.append(self._catalogue.gettext(_MODIFICATIONS[report.modified_after]))
        return tuple(sentences)

    def problem(self, problem: SignatureProblem) -> str:
        """Why a signature is not sound."""
        return self._catalogue.gettext(_PROBLEMS[problem])

    def _signed(self, report: SignatureReport) -> str:
        name = self._formats.isolate(report.signer)
        if report.signed_at is None:
            return self._catalogue.gettext("Signed by {name}.").format(name=name)
        moment: datetime = report.signed_at.astimezone()
        return self._catalogue.gettext(_SIGNED[report.clock]).format(
            name=name,
            date=self._formats.long_date(moment.date()),
            time=self._formats.time(moment.time()),
        )

    def _vouched(self, report: SignatureReport) -> str:
        if report.self_issued:
            return self._catalogue.gettext(
                "The certificate is self-issued: nobody but its holder vouches for the name."
            )
        return self._catalogue.gettext("The certificate was issued by {issuer}.").format(
            issuer=self._formats.isolate(report.issuer)
        )
