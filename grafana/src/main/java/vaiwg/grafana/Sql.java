package vaiwg.grafana;

/** Questions to PostgreSQL, with the rights of {@code vaiwg_dashboard}: views without small numbers and what would give them away. */
final class Sql {
    /** The newest complete snapshot of the force. */
    static final String NEWEST = "(SELECT max(as_at) FROM vaiwg.kpi_snapshot WHERE force = '$force' AND complete)";

    /** The newest beginning of a month: only there are figures that are broken down further than by theme. */
    static final String NEWEST_MONTH = "date_trunc('month', " + NEWEST + "::timestamp)::date";

    /** The newest publication of the force. */
    static final String NEWEST_PUBLICATION = "(SELECT max(publication) FROM vaiwg.kpi_snapshot WHERE force = '$force')";

    /** What is said in place of a number. */
    static final String WITHHELD = "withheld";

    private Sql() {}
}
