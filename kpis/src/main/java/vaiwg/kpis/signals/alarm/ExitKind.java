package vaiwg.kpis.signals.alarm;

/** How a case stops being at risk of ending because the victim does not support it. */
public enum ExitKind {
    /** Outcome 16: a suspect is identified. */
    OUTCOME_16,
    /** Outcome 14: no suspect is identified. */
    OUTCOME_14,
    /** Any other outcome, or the record left: cancelled, transferred, merged, moved to another stratum. */
    OTHER
}
