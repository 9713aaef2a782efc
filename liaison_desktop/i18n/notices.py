"""The sentence for each notice of a read file, by its code."""

from liaison_desktop.domain.notices import Notice
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.i18n.marking import N_
from liaison_desktop.i18n.values import in_words

NOTICE_SENTENCES: dict[str, str] = {
    "unknown_key": N_("{place}: nobody knows this key; it was left out."),
    "claim_differs": N_(
        "{place}: the file says “{claimed}”, the committee’s rules give “{given}”."
    ),
    "attendance_missing": N_("{place}: {name} ({key}) is not on the sheet and counts as absent."),
    "chair_not_there": N_("{place}: “{key}” presides, but was not there by the attendance."),
    "secretary_not_there": N_(
        "{place}: “{key}” takes the minutes, but was not there by the attendance."
    ),
    "convened_late": N_(
        "{place}: the members were called {days} days before the meeting; "
        "the rules ask for {required}."
    ),
    "number_not_kept": N_(
        "{place}: the number {number} was left out; minutes get theirs when they become final."
    ),
    "names_left_out": N_(
        "{place}: some votes are counted but not named, so the {count} names given "
        "were left out and the result counts."
    ),
    "secret_ballot_never": N_("{place}: the committee’s rules allow no secret ballot."),
    "secret_ballot_persons_only": N_(
        "{place}: the committee’s rules allow a secret ballot only about persons."
    ),
    "secret_ballot_named": N_("{place}: the ballot was secret, yet the file names the voters."),
    "more_members_than_seats": N_(
        "{place}: {members} members have a vote, but the committee has {seats} seats."
    ),
    "meeting_kept": N_("{place}: {meeting} is worked on here and was left as it is."),
    "agreement_kept": N_("{place}: “{title}” is worked on here and was left as it is."),
    "sheet_western": N_(
        "The file is not in Unicode and was read as Western European; look at the letters in the "
        "preview, or save it as “CSV UTF-8” or XLSX."
    ),
    "summary_of_no_meeting": N_(
        "{place}: the summary was left out; it must stand inside one of the meetings."
    ),
}


def notice_sentence(notice: Notice, catalogue: Catalogue) -> str:
    """The notice as one sentence in the catalogue's language."""
    words = {name: in_words(value, catalogue) for name, value in notice.parameters.items()}
    return catalogue.gettext(NOTICE_SENTENCES[notice.code]).format(place=notice.place, **words)
