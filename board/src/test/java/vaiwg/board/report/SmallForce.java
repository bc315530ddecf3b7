package vaiwg.board.report;

import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import vaiwg.board.figures.SeriesKey;

/** A force with three headlines, two days and a matter, for tests of what is done with its reports. */
public final class SmallForce {
    public static final String FORCE = "west-midlands";
    public static final LocalDate PREVIOUS = LocalDate.of(2026, 10, 1);
    public static final LocalDate AS_AT = LocalDate.of(2026, 11, 26);

    private static final SeriesKey ATTRITION = new SeriesKey("victim_attrition", "settled_90d", "365d", "");
    public static final SeriesKey CHART = new SeriesKey("victim_attrition", "matured_90d", "28d", "theme=rape");

    private SmallForce() {}

    public static ReportPublication published() throws IOException, SQLException {
        ReportPublication published = new ReportPublication();
        published
                .measure("victim_attrition", "criminal_justice", "share", "down", "Victim attrition")
                .headline(3, "Victim attrition within 90 days", "")
                .readBy("settled_90d", "365d")
                .set("concern = 'support ended'");
        published
                .measure("recorded_offences", "intelligence", "count", "none", "Recorded offences")
                .headline(11, "Strategy offences", "");
        published
                .measure("decision_told", "engagement", "share", "up", "Victim told of decision in time")
                .headline(14, "Victim told of decision in time", "")
                .readBy("assigned", "365d");
        for (LocalDate day : List.of(PREVIOUS, AS_AT)) {
            published.snapshot(FORCE, day, LocalDate.of(2023, 11, 26), "all");
            int more = day.equals(AS_AT) ? 100 : 0;
            published.value(FORCE, day, ATTRITION, 9_000 + more, 30_000);
            published.value(FORCE, day, ATTRITION.withSlice("theme=rape"), 1_400 + more, 4_000);
            published.value(
                    FORCE, day, new SeriesKey("recorded_offences", "recorded", "365d", ""), 30_500 + more, null);
            published.value(FORCE, day, new SeriesKey("decision_told", "assigned", "365d", ""), 5_000 + more, 9_000);
        }
        LocalDate newest = LocalDate.of(2026, 11, 19);
        for (int i = 0; i < 16; i++) {
            LocalDate asAt = newest.minusDays(28L * i);
            published.period(FORCE, CHART, asAt, asAt.minusDays(118), 17 - i, i < 2 ? 172 : 120, 371);
        }
        published.raised(FORCE, "s1", CHART, newest, AS_AT, "act", "Rape: more cases end without the victim's support");
        return published;
    }

    /** What changes after a report was made, and must not change it: words, measures, days as known now, signals, notes. */
    public static void lifeGoesOn(ReportPublication published) throws SQLException {
        LocalDate later = AS_AT.plusDays(7);
        published.run("UPDATE vaiwg.kpi_dictionary SET until = '" + later + "'");
        published.run("""
                INSERT INTO vaiwg.kpi_dictionary(publication, edition, since, kpi, priority, title, definition, unit, direction, owner, section,
                    definition_hash, kind, minimum_n, short_title, row_order, place, place_order, place_name, read_basis, read_window, concern)
                SELECT publication, 2, until, kpi, priority, 'Renamed', 'Counted otherwise.', unit, 'up', owner, section, 'h2', kind, 900,
                    'Renamed', 7, 'annex', null, '', read_basis, read_window, concern
                FROM vaiwg.kpi_dictionary WHERE kpi <> 'decision_told'
                """);
        published.day(
                FORCE, new SeriesKey("victim_attrition", "settled_90d", "", ""), LocalDate.of(2026, 5, 1), 11, 12);
        published.snapshot(FORCE, later, LocalDate.of(2023, 11, 26), "all");
        published.value(FORCE, later, ATTRITION, 4, 30_000);
        published.closed(FORCE, "s1", CHART, later, "act", "withdrawn");
        published.note(FORCE, "s1", 1, "2027-01-20T09:00:00Z", "Said later.", "Done later.");
    }
}
