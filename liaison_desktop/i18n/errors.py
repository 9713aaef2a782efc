"""The sentence for each error a person can mend, by its code."""

from liaison_desktop.domain.errors import UserError
from liaison_desktop.i18n.catalogue import Catalogue
from liaison_desktop.i18n.marking import N_

ERROR_SENTENCES: dict[str, str] = {
    # the store
    # committee files
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
    # the rules
    "number_pattern_invalid": N_(
        "The numbering pattern “{pattern}” cannot be used: it needs {{n}} for the number "
        "({{n:03}} with leading zeros) and may have {{year}} for the year, but no other braces."
    ),
    # papers
    # signatures
    # use cases
    # the command line
}


def sentence(error: UserError, catalogue: Catalogue) -> str:
    """The error as one sentence in the catalogue's language."""
    return catalogue.gettext(ERROR_SENTENCES[error.code]).format(**error.parameters)
