package vaiwg.grafana;

/** Questions to PostgreSQL, with the rights of its reader: the views alone. */
final class Sql {
    /** The newest complete snapshot of the force. */
    static final String NEWEST = "(SELECT max(as_at) FROM vaiwg.kpi_snapshot WHERE force = '$force' AND complete)";

    private Sql() {}
}
