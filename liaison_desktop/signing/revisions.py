"""What became of a file after a signature: each later revision against the one before it.

What a file shows must be what was signed. So only further signatures in fields that were there,
time stamps and validation data may follow; whatever else a signature's own terms would permit
(form fields, comments, new fields: ISO 32000-2, 12.8.2.2) counts as a change, because all of it can
cover or replace what was read.

Imports pyHanko; import it inside functions only.
"""

from collections.abc import Set
from dataclasses import dataclass

from pyhanko.pdf_utils.reader import HistoricalResolver
from pyhanko.sign.diff_analysis import (
    DiffResult,
    FormUpdatingRule,
    ModificationLevel,
    StandardDiffPolicy,
    SuspiciousModification,
)
from pyhanko.sign.diff_analysis.constants import (
    ACROFORM_EXEMPT_STRICT_COMPARISON,
    ROOT_EXEMPT_STRICT_COMPARISON,
)
from pyhanko.sign.diff_analysis.policies import DEFAULT_DIFF_POLICY
from pyhanko.sign.diff_analysis.rules.file_structure_rules import CatalogModificationRule
from pyhanko.sign.diff_analysis.rules.form_field_rules import (
    SigFieldCreationRule,
    SigFieldModificationRule,
    is_field_visible,
)
from pyhanko.sign.fields import MDPPerm
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import SignatureCoverageLevel

from liaison_desktop.domain.signatures import ALLOWED_LATER, LaterChange
from liaison_desktop.signing.differences import (
    FormField,
    description_differs,
    differences,
    form_fields,
    stored_data_differs,
)
from liaison_desktop.signing.opening import BoundedReader, OutOfTimeError, entry

_LARGEST_SHARE = 0.2
"""Of its page that the picture of a later signature may cover; a larger one hides text."""


@dataclass(frozen=True, slots=True)
class Aftermath:
    """What followed a signature.

    Attributes:
        allowed: nothing but what a signature leaves open.
        changes: what was changed, each once, in the order of ``LaterChange``.
    """

    allowed: bool
    changes: tuple[LaterChange, ...] = ()


@dataclass(frozen=True, slots=True)
class _Step:
    """From one revision to the next.

    Attributes:
        result: the level of what was changed, and in which fields; ``None`` = it is more than may
            follow any signature.
    """

    result: DiffResult | None
    changes: Set[LaterChange]


class History:
    """The revisions of a file; each is compared once, however many signatures ask."""

    def __init__(self, reader: BoundedReader) -> None:
        self._reader = reader
        self._steps: dict[int, _Step] = {}

    def since(self, signature: EmbeddedPdfSignature) -> Aftermath:
        """What followed a signature."""
        coverage = signature.evaluate_signature_coverage()
        if coverage is SignatureCoverageLevel.ENTIRE_FILE:
            return Aftermath(allowed=True)
        if coverage is not SignatureCoverageLevel.ENTIRE_REVISION:
            return Aftermath(allowed=False, changes=(LaterChange.OTHER,))
        steps = self._steps_after(signature.signed_revision)
        changes = {change for step in steps for change in step.changes}
        permitted = ModificationLevel((signature.docmdp_level or MDPPerm.FILL_FORMS).value)
        allowed = changes <= ALLOWED_LATER and all(
            step.result is not None
            and step.result.modification_level <= permitted
            and not _locked(signature, step.result)
            for step in steps
        )
        return Aftermath(allowed, tuple(one for one in LaterChange if one in changes))

    def after(self, revision: int) -> Aftermath:
        """What followed a revision, the first one being 0; nothing of it need be signed."""
        steps = self._steps_after(revision)
        changes = {change for step in steps for change in step.changes}
        allowed = changes <= ALLOWED_LATER and all(step.result is not None for step in steps)
        return Aftermath(allowed, tuple(one for one in LaterChange if one in changes))

    def _steps_after(self, revision: int) -> list[_Step]:
        later = range(revision + 1, self._reader.xrefs.total_revisions)
        return [self._step(each) for each in later]

    def _step(self, revision: int) -> _Step:
        if revision not in self._steps:
            old = self._reader.get_historical_resolver(revision - 1)
            new = self._reader.get_historical_resolver(revision)
            self._steps[revision] = _compared(old, new)
        return self._steps[revision]


def _locked(signature: EmbeddedPdfSignature, result: DiffResult) -> bool:
    """Whether fields were changed that the signature locks."""
    locks = signature.fieldmdp
    return locks is not None and any(locks.is_locked(name) for name in result.changed_form_fields)


def _compared(old: HistoricalResolver, new: HistoricalResolver) -> _Step:
    try:
        result = _policy(old, new).apply(old, new, doc_mdp=MDPPerm.FILL_FORMS)
        before = form_fields(old)
        after = form_fields(new)
        if all(_may_follow(field, before.get(name)) for name, field in after.items()):
            return _Step(result, _expected(old, new))
    except SuspiciousModification:
        pass
    return _Step(None, _told(old, new))


def _policy(old: HistoricalResolver, new: HistoricalResolver) -> StandardDiffPolicy:
    """The library's rules without the one on form fields that are filled in.

    Whether a viewer draws the fields anew may not change, nor what it draws them with if it does.
    """
    free = ACROFORM_EXEMPT_STRICT_COMPARISON
    if _draws_fields(old) or _draws_fields(new):
        free = frozenset({"/Fields"})
    new_fields = SigFieldCreationRule()  # type: ignore[no-untyped-call]  # untyped there
    unsigned = all(field.value is None for field in form_fields(old).values())
    if unsigned:
        free = free | {"/SigFlags"}
    _catalog, *others = DEFAULT_DIFF_POLICY.global_rules
    catalog = CatalogModificationRule(  # type: ignore[no-untyped-call]  # untyped there
        _free_in_catalog(new, unsigned=unsigned)
    )
    return StandardDiffPolicy(
        [catalog, *others],
        FormUpdatingRule(
            [new_fields, SigFieldModificationRule()],
            ignored_acroform_keys=free,
        ),
    )


def _free_in_catalog(new: HistoricalResolver, *, unsigned: bool) -> frozenset[str]:
    """What may differ in the catalog: the first signature of a file may certify it."""
    certifies = set(new.root.get("/Perms", ())) == {"/DocMDP"}
    granted = {"/Perms"} if unsigned and certifies else set()
    return frozenset(ROOT_EXEMPT_STRICT_COMPARISON | granted)


def _draws_fields(revision: HistoricalResolver) -> bool:
    return bool(entry(entry(revision.root, "/AcroForm"), "/NeedAppearances"))


def _may_follow(field: FormField, before: FormField | None) -> bool:
    """Whether a field may look like this after a signature: as before, signed now without a
    picture that hides the page, or a new one that holds a time stamp and is not seen.
    """
    if before is None:
        return field.is_stamp and not is_field_visible(field.dictionary)  # type: ignore[no-untyped-call]  # untyped there
    newly_signed = field.value is not None and before.value is None
    return not newly_signed or field.share_of_page() <= _LARGEST_SHARE


def _expected(old: HistoricalResolver, new: HistoricalResolver) -> Set[LaterChange]:
    """What was added, where the library objects to nothing.

    It lets descriptions of the file be changed at any time; with nothing to explain them they are a
    change like others.
    """
    before = form_fields(old)
    added = [
        field
        for name, field in form_fields(new).items()
        if field.value is not None and (name not in before or before[name].value is None)
    ]
    found = {LaterChange.TIME_STAMP if field.is_stamp else LaterChange.SIGNATURE for field in added}
    if stored_data_differs(old, new):
        found.add(LaterChange.VALIDATION_DATA)
    return found or ({LaterChange.SETTINGS} if description_differs(old, new) else frozenset())


def _told(old: HistoricalResolver, new: HistoricalResolver) -> Set[LaterChange]:
    """What is different, as far as it can be told; something is."""
    try:
        found = differences(old, new)
    except OutOfTimeError:
        raise
    except Exception:
        # Hostile bytes: see telling_damage.
        found = frozenset()
    return found if found - ALLOWED_LATER else found | {LaterChange.OTHER}
