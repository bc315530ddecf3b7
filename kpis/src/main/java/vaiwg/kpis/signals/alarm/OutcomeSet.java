package vaiwg.kpis.signals.alarm;

/** The outcomes that a series counts. */
public enum OutcomeSet {
    /** The headline of the strategy. */
    OUTCOME_16("16", ExitKind.OUTCOME_16),
    /** The national group "victim does not support police action". */
    OUTCOMES_14_AND_16("14_16", ExitKind.OUTCOME_14, ExitKind.OUTCOME_16);

    private final String slug;
    private final ExitKind[] kinds;

    OutcomeSet(String slug, ExitKind... kinds) {
        this.slug = slug;
        this.kinds = kinds;
    }

    /** The value of the label {@code outcome}. */
    public String slug() {
        return slug;
    }

    /** The words of a sentence: "outcome 16". */
    public String words() {
        return this == OUTCOME_16 ? "outcome 16" : "outcome 14 or 16";
    }

    /** How many of these counts by kind are of the set, at one place of each. */
    int sum(int[][] byKind, int index) {
        int sum = 0;
        for (ExitKind kind : kinds) {
            sum += byKind[kind.ordinal()][index];
        }
        return sum;
    }
}
