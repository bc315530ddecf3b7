package vaiwg.cli.published;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vaiwg.jobs.store.Query;
import vaiwg.kpis.reference.Theme;

/** Finds the figures that stand beside the counts of a table, and why they differ. */
public record Comparison(Connection connection) {
    private static final String FINANCIAL_YEAR = "fytd";
    private static final String YEAR = "365d";
    /** Of archives, which know no days. */
    private static final String MONTHS = "12m";

    private static final long DAYS_OF_YEAR = 365;

    public Set<String> forces() throws SQLException {
        return Set.copyOf(
                Query.rows(connection, "SELECT DISTINCT force FROM vaiwg.kpi_snapshot", row -> row.getString(1)));
    }

    public List<ComparedCount> of(PublishedTable table) throws SQLException {
        List<ComparedCount> compared = new ArrayList<>();
        for (Map.Entry<PublishedCount, Long> count : table.counts().entrySet()) {
            compared.add(compared(count.getKey(), count.getValue()));
        }
        return compared;
    }

    private ComparedCount compared(PublishedCount count, long there) throws SQLException {
        Figure figure = Figure.of(count.outcome(), count.by()).orElseThrow();
        Long then = then(count, figure);
        Long now = now(count, figure);
        Long here = now == null ? then : now;
        Long difference = here == null ? null : there - here;
        return new ComparedCount(
                count.force(),
                count.to().minusDays(1).toString(),
                count.themes(),
                count.outcome(),
                count.by().slug(),
                there,
                then,
                now,
                difference,
                reasons(count, figure, then, now, difference));
    }

    /** As published at the end of the year, by its newest publication. */
    private Long then(PublishedCount count, Figure figure) throws SQLException {
        return number(
                "SELECT sum(numerator) FROM vaiwg.kpi_value WHERE force = ? AND kpi = ? AND basis = ?"
                        + " AND slice = ANY (?) AND \"window\" = ? AND as_at = ?"
                        + " GROUP BY publication ORDER BY publication DESC LIMIT 1",
                count.force(),
                figure.kpi(),
                figure.basis(),
                slices(count, figure),
                window(count),
                count.to());
    }

    /** Of the same days as known now. */
    private Long now(PublishedCount count, Figure figure) throws SQLException {
        return number(
                "SELECT sum(numerator) FROM vaiwg.kpi_day WHERE force = ? AND kpi = ? AND basis = ?"
                        + " AND slice = ANY (?) AND day >= ? AND day < ?",
                count.force(),
                figure.kpi(),
                figure.basis(),
                slices(count, figure),
                count.from(),
                count.to());
    }

    private List<String> reasons(PublishedCount count, Figure figure, Long then, Long now, Long difference)
            throws SQLException {
        List<String> reasons = new ArrayList<>();
        LocalDate begins = historyFrom(count.force());
        if (begins != null && begins.isAfter(count.from())) {
            reasons.add("the records here begin on " + begins);
        }
        if (difference == null) {
            reasons.add("nothing is published here of these days");
            return reasons;
        }
        if (difference != 0 && !count.differs().isEmpty()) {
            reasons.add(count.differs());
        }
        if (then != null && now != null && !then.equals(now)) {
            reasons.add("restated here since the end of the year, by " + (now - then));
            reasons.addAll(causes(count, figure));
        }
        boolean leap = ChronoUnit.DAYS.between(count.from(), count.to()) > DAYS_OF_YEAR;
        if (then != null && leap && window(count).equals(YEAR)) {
            reasons.add("what was published at the end of the year is of 365 days, one less than the year has");
        }
        return reasons;
    }

    /** Why days of the year are known otherwise since its end; of headlines, of which that is published. */
    private List<String> causes(PublishedCount count, Figure figure) throws SQLException {
        return Query.rows(
                connection,
                "SELECT cause, sum(numerator) AS more FROM vaiwg.kpi_revision_cause c WHERE force = ? AND kpi = ?"
                        + " AND basis = ? AND slice = ANY (?) AND \"window\" = ?"
                        + " AND as_at > ? AND day >= ? AND day < ?"
                        + " AND publication = (SELECT max(publication) FROM vaiwg.kpi_snapshot s"
                        + " WHERE s.force = c.force)"
                        + " GROUP BY cause HAVING sum(numerator) <> 0 ORDER BY cause",
                row -> row.getString("cause").replace('_', ' ') + ": " + row.getLong("more"),
                count.force(),
                figure.kpi(),
                figure.basis(),
                slices(count, figure),
                window(count),
                count.to(),
                count.from(),
                count.to());
    }

    private LocalDate historyFrom(String force) throws SQLException {
        return Query.rows(
                        connection,
                        "SELECT min(history_from) FROM vaiwg.kpi_snapshot WHERE force = ?",
                        row -> row.getObject(1, LocalDate.class),
                        force)
                .get(0);
    }

    /** The published window that is the year: of archives twelve months, of a financial year its own, else that of 365 days. */
    private static String window(PublishedCount count) {
        if (count.themes().equals(Theme.VIOLENCE_SEXUAL.slug())) {
            return MONTHS;
        }
        return Period.isFinancialYear(count.to()) ? FINANCIAL_YEAR : YEAR;
    }

    private Long number(String query, Object... arguments) throws SQLException {
        List<Long> numbers = Query.rows(
                connection,
                query,
                row -> {
                    long number = row.getLong(1);
                    return row.wasNull() ? null : number;
                },
                arguments);
        return numbers.isEmpty() ? null : numbers.get(0);
    }

    private Array slices(PublishedCount count, Figure figure) throws SQLException {
        return connection.createArrayOf("text", figure.slicesOf(count.themes()));
    }
}
