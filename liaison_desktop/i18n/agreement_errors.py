"""The sentences for errors about agreements, by their codes."""

from liaison_desktop.i18n.marking import N_

AGREEMENT_SENTENCES: dict[str, str] = {
    "agreement_needs_title": N_("An agreement needs a title."),
    "agreement_party_twice": N_("{name} is a party already."),
    "agreement_months": N_("A duration or renewal lies between 1 and {most} months."),
    "agreement_days": N_("A period of notice lies between 0 and {most} days."),
    "renewal_needs_months": N_(
        "An agreement that renews itself needs the number of months by which it does."
    ),
    "notice_longer_than_term": N_(
        "A notice of {days} days is longer than the agreement itself; shorten it."
    ),
    "article_needs_heading": N_("Article {number} needs a heading."),
    "agreement_adopted": N_(
        "“{title}” was adopted as it is; take it back into negotiation to change it."
    ),
    "agreement_signed": N_("“{title}” is signed and is never changed; begin an amendment instead."),
    "agreement_step_impossible": N_("“{title}” is “{status}” and cannot become “{to}”."),
    "agreement_needs_parties": N_("An agreement needs at least two parties before it is adopted."),
    "agreement_needs_text": N_("An agreement needs at least one article before it is adopted."),
    "agreement_needs_decision": N_(
        "Name the decision of the committee that adopted the agreement."
    ),
    "agreement_needs_day": N_("Name the day on which this happened."),
    "agreement_begins_later": N_("“{title}” begins on {day} only."),
    "agreement_ends_before_it_begins": N_("The last day lies before {day}, when it begins."),
    "agreement_not_running": N_("“{title}” is not signed or has ended, so it cannot be amended."),
    "agreement_signing_begun": N_(
        "{paper} carries a signature already; the agreement cannot be taken back any more."
    ),
    "agreement_not_adopted": N_(
        "“{title}” is not adopted; only an adopted agreement is entered in the register."
    ),
    "amendment_needs_reason": N_("Say why the agreement is amended."),
    "amendment_under_way": N_("Amendment {number} is under way; finish or drop it first."),
    "amendment_missing": N_("No amendment to “{title}” is under way."),
    "amendment_adopted": N_(
        "Amendment {number} was adopted as it is; take it back into work to change it."
    ),
    "amendment_not_adopted": N_("Amendment {number} was not adopted by a decision yet."),
    "version_unknown": N_("“{title}” has no version {number} of its text."),
    "decision_not_adopted": N_("The decision “{decision}” was not adopted by the committee."),
    "day_in_future": N_("{day} is still to come."),
    "not_a_party": N_("This organisation is not a party to “{title}”."),
    "commitment_needs_text": N_("Say what was promised."),
    "commitment_needs_day": N_("A commitment that comes back needs the day on which it is due."),
    "commitment_closed": N_("This commitment is closed: “{status}”."),
}
