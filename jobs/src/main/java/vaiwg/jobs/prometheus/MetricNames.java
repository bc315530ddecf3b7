package vaiwg.jobs.prometheus;

/** The metrics that others rely on. */
final class MetricNames {
    static final String VALUE = "vaiwg_kpi_value";
    static final String NUMERATOR = "vaiwg_kpi_numerator";
    static final String DENOMINATOR = "vaiwg_kpi_denominator";
    static final String LIMIT = "vaiwg_kpi_limit";
    static final String SIGNAL = "vaiwg_kpi_signal_since_seconds";
    static final String MATTER_DUE = "vaiwg_matter_due_seconds";
    static final String INFO = "vaiwg_kpi_info";
    static final String ALARM_OBSERVED = "vaiwg_alarm_observed";
    static final String ALARM_EXPECTED = "vaiwg_alarm_expected";
    static final String AS_AT = "vaiwg_snapshot_as_at_seconds";
    static final String RECONSTRUCTED = "vaiwg_snapshot_reconstructed";
    static final String FORCE_INFO = "vaiwg_force_info";
    static final String STREAM_STATE = "vaiwg_feed_state";
    static final String STREAM_TEXT = "vaiwg_feed_text";
    static final String STREAM_EXPECTED = "vaiwg_feed_expected_week";
    static final String STREAM_NEWEST = "vaiwg_feed_newest_seconds";

    private MetricNames() {}
}
