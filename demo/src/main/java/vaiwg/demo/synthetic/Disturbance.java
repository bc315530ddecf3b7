package vaiwg.demo.synthetic;

import vaiwg.schemas.Slugged;

/** What happens to records after they are made and would lead a naive count astray; the truth says how often each occurred. */
enum Disturbance implements Slugged {
    CANCELLED,
    REINSTATED,
    TRANSFERRED,
    MERGED,
    RECLASSIFIED,
    FLAG_LATE,
    FLAG_CLEARED,
    OUTCOME_CHANGED,
    OUTCOME_REOPENED,
    OUTCOME_BEFORE_CRIME,
    ORPHAN_OUTCOME,
    /** Entered on one day by mistake, and taken back; planted for the daily alarm. */
    OUTCOME_BY_ERROR,
    /** Delivered more than ten minutes after the change. */
    LATE,
    /** Delivered a second time. */
    DUPLICATE;
}
