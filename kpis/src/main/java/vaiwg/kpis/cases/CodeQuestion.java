package vaiwg.kpis.cases;

/** The six questions of the force's audit under the Victims' Code, in the paper's order. */
public enum CodeQuestion {
    ACKNOWLEDGED(true),
    UPDATES_TIMELY(false),
    STATEMENT_OFFERED(true),
    REFERRED_IN_TIME(true),
    /** Shown apart, and outside overall compliance. */
    CODE_INFORMED(false),
    END_OF_JOURNEY_TOLD(true);

    private static final CodeQuestion[] ALL = values();

    private final boolean notApplicableMeets;

    CodeQuestion(boolean notApplicableMeets) {
        this.notApplicableMeets = notApplicableMeets;
    }

    /** Whether the question is one of the five of overall compliance. */
    public boolean isOfCompliance() {
        return this != CODE_INFORMED;
    }

    /** Whether an audit meets all five of overall compliance. */
    public static boolean areAllMetBy(ContactVersion audit) {
        for (CodeQuestion question : ALL) {
            if (question.isOfCompliance() && !question.isMetBy(audit)) {
                return false;
            }
        }
        return true;
    }

    /** Whether an audit meets it: yes; or not applicable, where the paper takes that too. */
    public boolean isMetBy(ContactVersion audit) {
        int answer = audit.answer(this);
        return answer == ContactVersion.YES || (notApplicableMeets && answer == ContactVersion.NOT_APPLICABLE);
    }
}
