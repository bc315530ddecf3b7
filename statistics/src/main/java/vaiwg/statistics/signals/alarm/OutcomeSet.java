package vaiwg.statistics.signals.alarm;

import vaiwg.kpis.reference.Cause;

/** The outcomes that a series counts. */
public enum OutcomeSet {
    /** The headline of the strategy. */
    OUTCOME_16("16", "victim_attrition", Cause.OUTCOME_16),
    /** The national group "victim does not support police action". */
    OUTCOMES_14_AND_16("14_16", "victim_does_not_support", Cause.OUTCOME_14, Cause.OUTCOME_16);

    /** How many rows {@link #row} tells apart. */
    static final int ROWS = 2;

    private final String slug;
    private final String kpi;
    private final Cause[] causes;

    OutcomeSet(String slug, String kpi, Cause... causes) {
        this.slug = slug;
        this.kpi = kpi;
        this.causes = causes;
    }

    /** The value of the label {@code outcome}. */
    public String slug() {
        return slug;
    }

    /** The measure that counts the same outcomes. */
    public String kpi() {
        return kpi;
    }

    /** The words of a sentence: "outcome 16". */
    public String words() {
        return this == OUTCOME_16 ? "outcome 16" : "outcome 14 or 16";
    }

    /** How many of these counts by {@link #row} are of the set, at one place of each. */
    int sum(int[][] rows, int place) {
        int sum = 0;
        for (Cause cause : causes) {
            sum += rows[row(cause)][place];
        }
        return sum;
    }

    /** Causes that some series counts have rows of their own; -1 for all others. */
    static int row(Cause cause) {
        return switch (cause) {
            case OUTCOME_16 -> 0;
            case OUTCOME_14 -> 1;
            default -> -1;
        };
    }
}
