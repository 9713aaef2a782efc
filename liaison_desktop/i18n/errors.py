"""The sentence for each error a person can mend, by its code."""

from liaison_desktop.domain.errors import UserError
from liaison_desktop.i18n.agreement_errors import AGREEMENT_SENTENCES
from liaison_desktop.i18n.calling_errors import CALLING_SENTENCES
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.i18n.lasting_errors import LASTING_SENTENCES
from liaison_desktop.i18n.marking import N_
from liaison_desktop.i18n.meeting_errors import MEETING_SENTENCES
from liaison_desktop.i18n.minutes_errors import MINUTES_SENTENCES
from liaison_desktop.i18n.trust_errors import TRUST_SENTENCES
from liaison_desktop.i18n.values import in_words

_BY_SUBJECT = (
    AGREEMENT_SENTENCES
    | CALLING_SENTENCES
    | LASTING_SENTENCES
    | MEETING_SENTENCES
    | MINUTES_SENTENCES
    | TRUST_SENTENCES
)

ERROR_SENTENCES: dict[str, str] = _BY_SUBJECT | {
    # the store
    "store_missing": N_("There is no store at {path}."),
    "store_empty": N_("{path} is an empty file, not a store; restore a backup."),
    "store_foreign": N_("{path} is not a store of LIAISON Desktop."),
    "store_damaged": N_("The store {path} is damaged; restore the newest backup."),
    "store_read_only": N_(
        "{path} cannot be opened for writing; check who may write to the file and its folder."
    ),
    "store_newer": N_(
        "{path} was written by a newer version of this program (schema {found}, known up to "
        "{known}); install the newer version."
    ),
    "store_busy": N_("Another program is writing to {path}; try again in a moment."),
    "store_in_use": N_("{path} is open in another window already (process {process} on {host})."),
    "store_full": N_("The disk is full: nothing was saved to {path}."),
    "store_write_failed": N_("The disk refused to save to {path}; nothing was changed."),
    "store_backup_onto_itself": N_("The backup of {path} needs a name of its own."),
    "preset_unknown": N_("There is no preset {preset}."),
    "person_needs_name": N_("A person needs a name."),
    "organisation_needs_name": N_("An organisation needs a name."),
    "record_not_chosen": N_("Choose the other record."),
    "merge_with_itself": N_("Choose another one; nothing can be merged with itself."),
    "merge_across_committees": N_("Only records of one committee can be merged."),
    "merge_seated_twice": N_(
        "{name} would hold two seats at the same time; end one of the memberships first."
    ),
    "merge_both_parties": N_(
        "Both are parties of “{title}”; take one of them out of the agreement first."
    ),
    "sheet_unreadable": N_("It is no table: a CSV or XLSX file is expected."),
    "sheet_empty": N_("There is nothing in it: names of columns and at least one row are needed."),
    "sheet_too_large": N_("It is too large: at most {rows} rows and {columns} columns are read."),
    "cards_unreadable": N_("The cards cannot be read."),
    "spoken_language_unknown": N_("“{language}” is no language that the program knows."),
    "constituency_unknown": N_("“{constituency}” is none of the constituencies."),
    "nobody_found": N_("Nobody was found, so nothing was written."),
    "no_addresses": N_("No postal address is known of any of them."),
    "label_place": N_("A sheet of this kind has the places 1 to {most}."),
    "basis_needs_version": N_("Say which version of the notice or form the person was given."),
    "basis_no_purpose": N_("Choose at least one purpose."),
    "basis_reversed": N_("It cannot end before it began."),
    "erase_still_seated": N_(
        "{name} still sits in the committee or stands in; end the membership first."
    ),
    "erase_nothing": N_("Nothing but the name is known of {name}."),
    "skill_needs_name": N_("A skill needs a name."),
    "skill_needs_owner": N_("Choose whose skill it is."),
    "skill_twice": N_("“{name}” stands on the map for them already."),
    "skills_none": N_("There is nothing on the skill map yet."),
    "contact_email_malformed": N_("{email} among the ways to reach is not an e-mail address."),
    "contact_phone_malformed": N_("{phone} among the ways to reach is not a telephone number."),
    "email_malformed": N_("{email} is not an e-mail address."),
    "committee_needs_name": N_("A committee needs a name."),
    "committee_needs_city": N_("A committee needs a town."),
    "committee_needs_country": N_("A committee needs a country."),
    "committee_needs_seats": N_("A committee needs at least one voting seat."),
    "membership_reversed": N_("A term cannot end before it begins."),
    "quota_reversed": N_("{constituency}: at most cannot be less than at least."),
    "nobody_chosen": N_("Choose a person, or take in a new one."),
    "rules_need_signatory": N_("Somebody has to sign the minutes."),
    "rules_only": N_("These are the committee’s only rules; it has to decide by some."),
    "attachment_too_large": N_("{path} is larger than {most} MB and is not kept in the store."),
    "rules_in_use": N_(
        "A meeting was held under the rules of {day}; give the new rules a later day."
    ),
    "seats_too_many": N_("Between one and {most} seats can be made at once."),
    "seat_taken": N_("{name} holds this seat in that time; end that membership first."),
    "seat_closed_then": N_("The seat is closed from {day} on; the term must end before."),
    "person_seated_elsewhere": N_("{name} holds another seat in that time."),
    "role_taken": N_("{name} holds this office in that time; end or change that first."),
    "substitute_in_office": N_("A substitute holds no office."),
    "undo_overtaken": N_("This cannot be undone any more: somebody changed it since."),
    "undo_impossible": N_("This cannot be undone."),
    "undo_empty": N_("There is nothing to undo."),
    "minutes_locked": N_("{minutes} is final and cannot be changed any more."),
    "paper_signed_meanwhile": N_(
        "Somebody else signed {paper} in the meantime; open it again before you sign."
    ),
    # committee files
    "json_too_large": N_("{file} is larger than {megabytes} MB; no committee file is."),
    "json_encoding": N_("{file} is not UTF-8 text: byte {byte} is none."),
    "json_grammar": N_("{file} is not JSON: line {line}, column {column} cannot be read."),
    "json_constant": N_("{file} is not JSON: {name} is not a number."),
    "json_depth": N_("{file} is nested too deeply to be a committee file."),
    "json_not_one_object": N_("{file} is not a committee file: it holds no JSON object."),
    "json_missing": N_("{file}, {place}: this is missing."),
    "json_blank": N_("{file}, {place}: this text is empty."),
    "json_not_text": N_("{file}, {place}: a text in quotation marks is expected here."),
    "json_not_number": N_("{file}, {place}: a whole number is expected here."),
    "json_not_flag": N_("{file}, {place}: true or false is expected here."),
    "json_not_list": N_("{file}, {place}: a list in square brackets is expected here."),
    "json_not_object": N_("{file}, {place}: an object in braces is expected here."),
    "json_key_twice": N_("{file}, {place}: this key stands twice in its object."),
    "json_control_character": N_(
        "{file}, {place}: the text holds a control character or half a character."
    ),
    "json_number_range": N_(
        "{file}, {place}: {value} is out of range; it must lie between {least} and {most}."
    ),
    "json_date": N_(
        "{file}, {place}: “{value}” is no date between 1900 and 2199 written YYYY-MM-DD."
    ),
    "json_time": N_("{file}, {place}: “{value}” is no time of day written HH:MM."),
    "json_language": N_("{file}, {place}: “{value}” is no language tag such as ar or de_AT."),
    "json_choice": N_("{file}, {place}: “{value}” is not known here; allowed are {allowed}."),
    "schema_unknown": N_("{file}, {place}: only committee files of “{schema}” can be read."),
    "language_unknown": N_(
        "{file}, {place}: papers cannot be made in this language; allowed are {allowed}."
    ),
    "committee_key": N_(
        "{file}, {place}: the committee’s short name must be one word of letters, digits, dots, "
        "hyphens and underscores, of at most 40 characters."
    ),
    "country_code": N_("{file}, {place}: a country is written with two capital letters (IT)."),
    "minutes_pattern": N_(
        "{file}, {place}: the pattern needs {{n}} for the number and may have {{year}} for the "
        "year, but no other braces."
    ),
    "term_reversed": N_("{file}, {place}: the term of office ends before it starts."),
    "key_twice": N_("{file}, {place}: “{value}” is already the key of {first}."),
    "organisation_not_in_file": N_("{file}, {place}: there is no organisation “{key}”."),
    "member_not_in_file": N_("{file}, {place}: there is no member “{key}”."),
    "party_twice": N_("{file}, {place}: “{value}” is already a party at {first}."),
    "meeting_number_twice": N_(
        "{file}, {place}: the minutes number {value} is already given at {first}."
    ),
    "item_twice": N_("{file}, {place}: item {value} is already on the agenda at {first}."),
    "closed_before_opened": N_("{file}, {place}: the meeting closes before it opens."),
    "convened_after_meeting": N_(
        "{file}, {place}: the members were called after the day of the meeting."
    ),
    "attendance_twice": N_("{file}, {place}: “{value}” is already on the sheet at {first}."),
    "attendance_times_unwanted": N_(
        "{file}, {place}: whoever is “{status}” neither arrives nor leaves."
    ),
    "substitute_unwanted": N_(
        "{file}, {place}: a substitute is named, but the attendance says “{status}”."
    ),
    "substitute_unknown": N_("{file}, {place}: the substitute’s name is missing."),
    "item_not_on_agenda": N_("{file}, {place}: there is no item {item} on the agenda."),
    "time_outside_meeting": N_("{file}, {place}: this time lies outside the meeting’s hours."),
    "arrival_without_item": N_(
        "{file}, {place}: whoever arrives after the opening needs the item from which they count."
    ),
    "departure_without_item": N_(
        "{file}, {place}: whoever leaves before the close needs the item up to which they count."
    ),
    "left_before_arrival": N_("{file}, {place}: somebody leaves before arriving."),
    "vote_without_right": N_("{file}, {place}: “{key}” has no right to vote."),
    "vote_by_absent": N_("{file}, {place}: “{key}” was not there at item {item}."),
    "vote_twice": N_("{file}, {place}: “{value}” has already voted at {first}."),
    "vote_empty": N_(
        "{file}, {place}: a vote was taken, but neither votes nor a result are given."
    ),
    "result_too_big": N_(
        "{file}, {place}: the result counts {votes} votes, but {present} voters were there."
    ),
    # tables going out
    "folder_not_empty": N_("{path}: this folder holds something already; choose a new one."),
    "folder_not_written": N_("{path}: the folder cannot be written: {reason}."),
    # the rules
    "number_pattern_invalid": N_(
        "The numbering pattern “{pattern}” cannot be used: it needs {{n}} for the number "
        "({{n:03}} with leading zeros) and may have {{year}} for the year, but no other braces."
    ),
    # papers
    "unreadable_picture": N_("This picture cannot be read; it must be PNG or JPEG."),
    # signatures
    "anchor_unreadable": N_("One of the trusted certificates cannot be read."),
    "certificate_file_missing": N_("There is no certificate file at {path}."),
    "certificate_file_unreadable": N_("The certificate file {path} cannot be opened."),
    "certificate_unreadable": N_("{path} is not a certificate file (PEM)."),
    "certification_not_first": N_(
        "Only a file’s first signature can lock its text, and this file is signed already."
    ),
    "key_exists": N_("There is already a file at {path}; no key was made."),
    "key_expired": N_("The certificate of {name} expired on {date}."),
    "key_file_missing": N_("There is no key file at {path}."),
    "key_file_unreadable": N_("The key file {path} cannot be opened."),
    "key_kind_unsuitable": N_(
        "The key in {path} is of a kind that PDF readers do not accept; it needs to be RSA with at "
        "least 2048 bits or an elliptic curve with at least 256."
    ),
    "key_name_missing": N_("A key needs the name of the person who signs with it."),
    "key_names_unreadable": N_(
        "The name or the organisation in the key mixes writing from the right and from the left, "
        "or ends an Arabic name in a digit; certificates cannot hold that."
    ),
    "key_name_too_long": N_("The name in a key may have at most {longest} characters."),
    "key_not_for_signing": N_("The certificate of {name} is not meant for signing."),
    "key_not_pkcs12": N_("{path} is not a key file (PKCS#12, usually .p12 or .pfx)."),
    "key_not_written": N_("The key could not be saved at {path}."),
    "key_not_yet_valid": N_("The certificate of {name} is in force only from {date}."),
    "key_passphrase_wrong": N_("The passphrase does not open the key file {path}."),
    "key_without_private_key": N_(
        "The file {path} holds certificates but no private key, so it cannot sign."
    ),
    "not_a_pdf": N_("The file is not a PDF."),
    "passphrase_missing": N_("A key needs a passphrase."),
    "pdf_damaged": N_("The PDF is damaged or incomplete and cannot be read."),
    "pdf_encrypted": N_("The PDF is protected by a password and cannot be signed or checked."),
    "pdf_locked": N_("An earlier signature forbids signing the field “{field}”."),
    "pdf_terms_unmet": N_("The PDF sets conditions for signatures that cannot be met here."),
    "pdf_too_complex": N_("The PDF is built so that reading it would take far too long."),
    "signature_field_missing": N_(
        "The PDF has no signature field “{field}”; its signature fields are: {fields}."
    ),
    "signature_field_none": N_("The PDF has no signature fields."),
    "signature_field_taken": N_("The signature field “{field}” is signed already."),
    # use cases
    "record_gone": N_("This record is not in the store, or no longer."),
    "committee_unknown": N_("There is no committee “{reference}” in the store."),
    "meeting_unknown": N_("There is no meeting “{reference}” in the store."),
    "agreement_unknown": N_("There is no agreement “{reference}” in the store."),
    "paper_unknown": N_("“{reference}” names no paper in the register, or more than one."),
    "decision_unknown": N_("{meeting} holds no decision “{decision}”."),
    "meeting_not_held": N_("The meeting {meeting} was not held yet, so it has no minutes."),
    "minutes_already_final": N_("{minutes}: these minutes are final already."),
    "minutes_number_taken": N_("{minutes} is the number of the meeting {meeting} already."),
    "minutes_not_final": N_(
        "The minutes of {meeting} are a draft; only final minutes are entered in the register."
    ),
    "minutes_not_filed": N_(
        "{minutes}: these minutes are not in the register; only minutes that are there can be "
        "corrected by a note."
    ),
    "paper_not_minutes": N_(
        "{paper} is not the full edition of minutes; only that is corrected by a note."
    ),
    "correction_before_meeting": N_(
        "The correction cannot have been decided on {decided}: the meeting was only on {held}."
    ),
    "correction_in_future": N_(
        "The correction cannot have been decided on {decided}: that day is still to come."
    ),
    "correction_decision_missing": N_("Say which meeting or resolution decided on the correction."),
    "passages_missing": N_("A correction needs at least one passage."),
    "passage_incomplete": N_(
        "Passage {passage}: the text as it stands and the corrected text are both needed."
    ),
    "passage_unchanged": N_("Passage {passage}: the corrected text is the one that stands there."),
    "passage_item_unknown": N_("Passage {passage}: there is no item {item} on the agenda."),
    "passage_item_unreadable": N_(
        "Passage {passage}: “{item}” is no number of an agenda item; write - for a passage "
        "elsewhere."
    ),
    "paper_not_note": N_("{paper} is no correction note."),
    "in_file": N_("{path}: {problem}"),
    "file_missing": N_("{path}: there is no such file."),
    "file_is_folder": N_("{path}: this is a folder, not a file."),
    "file_too_large": N_("{path}: the file is larger than any paper; it was not read."),
    "file_unreadable": N_("{path}: the file cannot be read: {reason}."),
    "file_not_written": N_("{path}: the file cannot be written: {reason}."),
    "disk_full": N_("{path}: the disk is full; nothing was written."),
    # the command line
    "store_kind_unknown": N_("{store}: a store is a file on this computer, not an address."),
    "display_missing": N_("There is no display here, so no window can open; try “demo” instead."),
    "language_missing": N_("The program does not speak “{language}”; it knows {known}."),
    "passphrase_variable_missing": N_("The variable {variable} with the passphrase is not set."),
}


def sentence(error: UserError, catalogue: Catalogue) -> str:
    """The error as one sentence in the catalogue's language."""
    words = {
        name: sentence(value, catalogue)
        if isinstance(value, UserError)
        else in_words(value, catalogue)
        for name, value in error.parameters.items()
    }
    return catalogue.gettext(ERROR_SENTENCES[error.code]).format(**words)
