package vaiwg.cli.explain;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vaiwg.jobs.explain.Explanation;
import vaiwg.jobs.explain.Figure;
import vaiwg.jobs.store.Query;
import vaiwg.kpis.catalogue.Catalogue;

/**
 * What was published of a figure at a midnight.
 *
 * @param publication the newest that has the midnight
 * @param whole whether it has all slices, or totals and themes alone
 * @param row absent where none was published, as nothing counted
 */
public record PublishedFigure(int publication, boolean whole, Optional<Row> row) {
    private static final String SNAPSHOT =
            "SELECT publication, granularity = 'all' AS whole FROM vaiwg.kpi_snapshot WHERE force = ? AND as_at = ? ORDER BY publication DESC LIMIT 1";
    private static final String VALUE = """
            SELECT numerator, denominator, definition_hash FROM vaiwg.%s
            WHERE force = ? AND as_at = ? AND publication = ? AND kpi = ? AND basis = ? AND "window" = ? AND slice = ?
            """;

    /**
     * A published row; its numbers are absent where they are withheld from the login.
     *
     * @param definition by which it was counted
     */
    public record Row(Optional<Integer> numerator, Optional<Integer> denominator, String definition) {}

    /** The figure at a midnight; absent where none was published. */
    private static Optional<PublishedFigure> read(Connection connection, Figure figure, LocalDate asAt)
            throws SQLException {
        List<PublishedFigure> newest = Query.rows(
                connection,
                SNAPSHOT,
                row -> new PublishedFigure(
                        row.getInt("publication"),
                        row.getBoolean("whole"),
                        row(connection, figure, asAt, row.getInt("publication"))),
                figure.force(),
                asAt);
        return newest.stream().findFirst();
    }

    private static Optional<Row> row(Connection connection, Figure figure, LocalDate asAt, int publication)
            throws SQLException {
        boolean restricted = figure.column().measure().isRestricted();
        List<Row> values = Query.rows(
                connection,
                VALUE.formatted(restricted ? "kpi_value_conduct" : "kpi_value"),
                value -> new Row(
                        Optional.ofNullable(value.getObject("numerator", Integer.class)),
                        Optional.ofNullable(value.getObject("denominator", Integer.class)),
                        value.getString("definition_hash")),
                figure.force(),
                asAt,
                publication,
                figure.column().measure().slug(),
                figure.column().basis().slug(),
                figure.column().windows().get(figure.window()).slug(),
                figure.slice());
        return values.stream().findFirst();
    }

    /**
     * The cases of a figure at a midnight beside what was published of it.
     *
     * @param published as it was
     * @param difference why they are not the same, in one sentence; empty where they are
     */
    public record Compared(LocalDate asAt, String published, Optional<String> difference) {
        /** @param same what is said where they are the same */
        public String inWords(String same) {
            return "As at %s, published: %s. %s".formatted(asAt, published, difference.orElse(same));
        }
    }

    /** With what its newest publication has. */
    public static Compared compare(Connection connection, Explanation explained, Catalogue catalogue)
            throws SQLException {
        LocalDate day = LocalDate.ofEpochDay(explained.cutOff());
        return read(connection, explained.figure(), day)
                .map(found -> found.compared(explained, catalogue))
                .orElseGet(() ->
                        new Compared(day, "nothing", Optional.of("No snapshot was published as at this midnight.")));
    }

    /** The cases of the figure at its midnight beside this. */
    public Compared compared(Explanation explained, Catalogue catalogue) {
        return new Compared(
                LocalDate.ofEpochDay(explained.cutOff()),
                inWords(explained.figure()),
                difference(explained, catalogue));
    }

    /** Why the cases are not those of the published row, in one sentence; empty where they are. */
    private Optional<String> difference(Explanation explained, Catalogue catalogue) {
        Figure figure = explained.figure();
        boolean counts = explained.numerator() != 0 || explained.denominator() != 0;
        if (row.isEmpty()) {
            if (!whole && !figure.column().isDaily(figure.row())) {
                return Optional.of(
                        "No row of this slice was kept at this midnight: ask for one from which on all slices are kept, or the first of a month.");
            }
            return counts
                    ? Optional.of("No row was published, and the log now has " + said(explained)
                            + ": ./vaiwg reconcile looks for the first record that parts them.")
                    : Optional.empty();
        }
        Row published = row.get();
        if (!published.definition().equals(catalogue.definition(figure.column().measure()))) {
            return Optional.of(
                    "The row was published by another definition of the measure than this build has: run the build that published it.");
        }
        boolean isHidden = published.numerator().isEmpty();
        if (isHidden) {
            return Optional.of("The published numbers are withheld from this login, so the count cannot be compared.");
        }
        boolean sameNumerator = published.numerator().get() == explained.numerator();
        boolean hasOwnDenominator = !figure.column().isCount() && !figure.isForPeople();
        boolean sameDenominator =
                !hasOwnDenominator || published.denominator().equals(Optional.of(explained.denominator()));
        return sameNumerator && sameDenominator
                ? Optional.empty()
                : Optional.of(
                        "Published is %s, and the log has %s: ./vaiwg reconcile looks for the first record that parts them."
                                .formatted(inWords(figure), said(explained)));
    }

    private String inWords(Figure figure) {
        return row.map(one -> said(
                        figure,
                        one.numerator().map(Object::toString).orElse("withheld"),
                        one.denominator().map(Object::toString).orElse("withheld")))
                .orElse("no row");
    }

    private static String said(Explanation explained) {
        return said(
                explained.figure(), Integer.toString(explained.numerator()), Integer.toString(explained.denominator()));
    }

    private static String said(Figure figure, String numerator, String denominator) {
        if (figure.column().isCount() || figure.isForPeople()) {
            return numerator;
        }
        return figure.column().isPercentile()
                ? numerator + " (of " + denominator + " cases)"
                : numerator + " of " + denominator;
    }
}
