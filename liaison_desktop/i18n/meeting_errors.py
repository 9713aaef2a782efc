"""The sentences for errors about meetings, by their codes."""

from liaison_desktop.i18n.marking import N_

MEETING_SENTENCES: dict[str, str] = {
    "meeting_ends_before": N_("The meeting ends before it begins."),
    "period_ends_before": N_("The period ends before it begins."),
    "convocation_after_meeting": N_("The members are called before the meeting, not after it."),
    "agenda_empty": N_("The agenda is still empty."),
    "not_in_writing": N_(
        "In a procedure in writing members answer or they do not: nobody comes, leaves or stands"
        " in, and there are no breaks."
    ),
    "method_in_writing": N_("In a procedure in writing each vote bears a name."),
    "second_call_not_needed": N_(
        "Only a meeting that was called for the first time and was not quorate is called again."
    ),
    "second_call_before": N_("The second call is for a day after the first one."),
    "second_call_empty": N_(
        "All of its items were decided or stand on the agenda of another meeting already."
    ),
    "template_needs_name": N_("A template needs a name."),
    "template_twice": N_("There is a template “{name}” already."),
    "meeting_begun": N_("The meeting has begun already."),
    "meeting_not_open": N_("The meeting is not in session."),
    "meeting_not_closed": N_("The meeting is not closed."),
    "committee_without_rules": N_("The committee has no rules on that day yet."),
    "roll_call_missing": N_("Nobody is on the sheet yet: begin the roll call first."),
    "nobody_seated": N_("Nobody holds a seat of the committee on that day."),
    "substitute_without_name": N_("Say who stands in."),
    "left_without_coming": N_("Who is not there cannot leave."),
    "chair_not_there": N_("Only a member with a vote who is there can take the chair."),
    "chair_missing": N_("A meeting is not opened without a chair: say who presides."),
    "minute_taker_not_there": N_("Only somebody who is there can take the minutes."),
    "item_gone": N_("The item is not on the agenda any more."),
    "item_needs_title": N_("An item needs a title."),
    "item_minutes": N_("An item may take between one and {most} minutes."),
    "item_dealt_with": N_("What was decided or assigned under an item keeps it on the agenda."),
    "motion_needs_text": N_("Say what is put to the vote."),
    "secret_ballot_not_allowed": N_("The committee’s rules allow no secret ballot here."),
    "too_many_votes": N_("{cast} votes were counted, but only {voters} seats may vote."),
    "vote_of_absent": N_("Only who is there can vote."),
    "decision_not_numbered": N_("Only a decision with a number can be replaced."),
    "candidate_without_name": N_("A candidate has no name."),
    "too_many_candidate_votes": N_(
        "{ballots} ballots for {places} places do not give the candidates so many votes."
    ),
    "sheet_in_writing": N_("Nobody meets where votes are returned in writing: there is no list."),
    "text_module_empty": N_("A text module needs a name and a text."),
    "action_needs_text": N_("Say what is to be done."),
}
