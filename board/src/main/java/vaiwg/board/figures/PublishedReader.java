package vaiwg.board.figures;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vaiwg.kpis.catalogue.Benchmark;
import vaiwg.kpis.catalogue.Benchmarks;
import vaiwg.kpis.catalogue.Commitment;
import vaiwg.kpis.catalogue.Priority;
import vaiwg.kpis.time.TotalsReach;
import vaiwg.statistics.signals.charts.RebaseRegister;
import vaiwg.statistics.streams.StreamState;

/** Reads what was published with a snapshot, by one query for each kind of thing, and registers as they were known then. */
public final class PublishedReader {
    /** Three years of 28 days. */
    public static final int PERIODS = 39;

    private static final String AT_SNAPSHOT = " WHERE force = :force AND publication = :publication AND as_at = :as_at";
    private static final String AS_KNOWN = " WHERE publication = :publication AND since <= :as_at AND :as_at < until";
    private static final String OF_FORCE = AS_KNOWN + " AND force IN ('', :force)";

    private static final String MATTERS = """
            SELECT *, matter AS id, cardinality(shown_also) + 1 AS charts,
                   vaiwg.how_sure(cardinality(shown_also), state, why, basis) AS how_sure,
                   vaiwg.next_step(state, why) AS next_step,
                   vaiwg.matter_words(basis, figures_raised, figures, figures_now) AS text
            FROM vaiwg.kpi_matter
            """;

    private final Connection connection;
    private final Map<String, ?> names;
    private final PublishedSnapshot snapshot;

    public PublishedReader(Connection connection, PublishedSnapshot snapshot) {
        this.connection = connection;
        this.snapshot = snapshot;
        this.names = Map.of("force", snapshot.force(), "publication", snapshot.publication(), "as_at", snapshot.asAt());
    }

    /**
     * Its values.
     *
     * @param conduct whether the restricted ones, and only them
     * @throws IllegalStateException if the snapshot has a cell twice, under two definitions
     */
    public SnapshotValues values(boolean conduct) throws SQLException {
        // Totals only of conduct, also of a value of the measure's own dimension: the cuts of a suppressed total would
        // give it away again.
        String query = """
                SELECT kpi, basis, "window", slice, definition_hash, numerator, denominator, value, lower, upper, small, partial, withheld, %s
                FROM vaiwg.%s
                """.formatted(
                conduct ? "suppressed, true AS compared" : "false AS suppressed, compared IS NOT FALSE AS compared",
                (conduct ? "kpi_value_conduct" : "kpi_value")
                        + AT_SNAPSHOT
                        + (conduct ? " AND vaiwg.finer_dimension(slice) IS NULL AND slice !~ '(^|;)theme='" : ""));
        Map<SeriesKey, PublishedValue> byKey = new LinkedHashMap<>();
        for (PublishedValue value : list(PublishedValue.class, query)) {
            if (byKey.put(value.key(), value) != null) {
                throw new IllegalStateException("The snapshot of " + snapshot.asAt() + " holds "
                        + value.key().kpi() + " under two definitions: publish it again as a new publication.");
            }
        }
        return new SnapshotValues(snapshot, byKey);
    }

    public MeasureDictionary dictionary() throws SQLException {
        // Publications of before there were short titles have none.
        return new MeasureDictionary(list(MeasureEntry.class, """
                SELECT kpi, priority AS area, title, coalesce(short_title, title) AS short_title, definition, unit, direction, owner, kind,
                       restricted, caveats, coalesce(place_order, 0) AS "order", place_name AS name, place_slice AS slice,
                       coalesce(row_order, 0) AS "row", read_basis || ' ' || read_window AS by_day,
                       read_basis_months || ' ' || read_window_months AS by_month, shown_as_count, about_nobody AS counts_work,
                       dimension_values AS "values"
                FROM vaiwg.kpi_dictionary""" + AS_KNOWN));
    }

    /**
     * The periods that had ended, oldest first, with what was said at their ends. Of policing areas the newest one alone, the others of three
     * years. Periods are never changed, so next year the same snapshot reads the same.
     *
     * @param whole the measures of which all are read, areas too
     */
    public Charts charts(Set<String> whole) throws SQLException {
        return new Charts(
                list(ChartedPeriod.class, """
                SELECT kpi, basis, "window", slice, first_day, last_day, numerator, denominator, value, lower, centre, upper, blocks,
                       trial, chart, vaiwg.mark_of(said.state, said.said_side, side, chart) AS state, rule, side
                FROM vaiwg.kpi_limit
                LEFT JOIN (
                    SELECT DISTINCT ON (kpi, slice, as_at) kpi, slice, as_at, state, side AS said_side
                    FROM vaiwg.kpi_state_dashboard
                    WHERE force = :force AND publication = :publication AND as_at <= :as_at AND state IN ('act', 'watch', 'improving')
                    ORDER BY kpi, slice, as_at) said USING (kpi, slice, as_at)
                WHERE force = :force AND publication = :publication AND as_at <= :as_at
                  AND as_at > CASE WHEN kpi = ANY (:whole) THEN '-infinity'
                                   WHEN "window" = '1m' THEN :as_at::date - interval '39 months'
                                   WHEN lpa <> '' THEN :as_at::date - interval '28 days'
                                   ELSE :as_at::date - interval '1092 days' END
                ORDER BY as_at
                """, Map.of("whole", connection.createArrayOf("text", whole.toArray())))
                        .stream()
                        .collect(Collectors.groupingBy(ChartedPeriod::key, LinkedHashMap::new, Collectors.toList())));
    }

    /** After what limits were set again. */
    public RebaseRegister rebases() throws SQLException {
        return new RebaseRegister(list(
                RebaseRegister.Entry.class, """
                SELECT day - date 'epoch' AS day, string_to_array(affects, ' ') AS affects, reason, force FROM vaiwg.kpi_rebase
                """ + OF_FORCE + " ORDER BY kpi_rebase.day, kpi_rebase.affects, reason"));
    }

    /** What figures are read beside. */
    public Benchmarks benchmarks() throws SQLException {
        return Benchmarks.of(
                list(Benchmark.class, """
                SELECT kpi AS measure, slice, kind, name, stated AS value, unit, first_day AS "from", last_day AS "to", valid_from, reason, source,
                       quote, force
                FROM vaiwg.kpi_benchmark""" + OF_FORCE + " ORDER BY kpi, slice, force, kind, valid_from, name"));
    }

    /** Recommendations, steps, posts and interventions, by register, and in its order. */
    public List<Commitment> commitments() throws SQLException {
        return list(
                Commitment.class,
                """
                SELECT register, id, number, set_title AS "set", body AS text, addressed, owner, day, when_said AS "when",
                       string_to_array(measures, ' ') AS measures, reason AS note, section, force
                FROM vaiwg.kpi_commitment
                """ + OF_FORCE
                        + " ORDER BY array_position(ARRAY['recommendation', 'step', 'post', 'intervention'], register), place");
    }

    /** The early estimates of totals and themes that go on where their charts end, oldest first. */
    public List<Estimate> estimates() throws SQLException {
        return list(Estimate.class, """
                WITH chart AS MATERIALIZED (
                    SELECT kpi, slice, 'incidence_' || substring(basis FROM '[0-9]+d$') AS basis, vaiwg.estimate_midnights(max(last_day)) AS midnights
                    FROM vaiwg.kpi_limit
                    WHERE force = :force AND publication = :publication AND as_at <= :as_at AND as_at > :as_at::date - 365
                      AND basis LIKE 'matured%' AND "window" = '28d' AND lpa = ''
                    GROUP BY kpi, slice, kpi_limit.basis)
                SELECT kpi, basis, "window", slice, value, lower, upper, data_through
                FROM vaiwg.kpi_value
                JOIN chart USING (kpi, slice, basis)
                WHERE force = :force AND publication = :publication AND as_at = ANY (ARRAY(SELECT unnest(midnights) FROM chart))
                  AND basis = ANY (ARRAY(SELECT basis FROM chart)) AND as_at <= :as_at AND as_at = ANY (midnights) AND "window" = '28d' AND NOT small
                ORDER BY as_at
                """);
    }

    /** An estimate of the 28 days up to the last one whose events it has. */
    public record Estimate(SeriesKey key, LocalDate dataThrough, double value, double lower, double upper) {}

    /** The policing areas that are compared: 1 above what chance explains for one of their size, -1 below, else 0. */
    public Map<SeriesKey, Integer> apart() throws SQLException {
        record Apart(SeriesKey key, int side) {}
        return list(Apart.class, """
                SELECT kpi, basis, "window", slice, CASE place WHEN 'far above' THEN 1 WHEN 'far below' THEN -1 ELSE 0 END AS side
                FROM vaiwg.kpi_funnel""" + AT_SNAPSHOT).stream()
                .collect(Collectors.toMap(Apart::key, Apart::side, (one, other) -> one == 0 ? other : one));
    }

    /** What is said of figures, by measure and slice: whatever the basis of the chart, it is one. */
    public Map<String, Map<String, PublishedVerdict>> verdicts() throws SQLException {
        record Said(String kpi, String slice, PublishedVerdict verdict) {}
        return list(Said.class, """
                SELECT kpi, slice, state, target
                FROM vaiwg.kpi_verdict""" + AT_SNAPSHOT).stream()
                .collect(Collectors.groupingBy(Said::kpi, Collectors.toMap(Said::slice, Said::verdict)));
    }

    /** The matters that are open, in their order. */
    public List<PublishedMatter> open() throws SQLException {
        return list(PublishedMatter.class, MATTERS + AT_SNAPSHOT + " ORDER BY place");
    }

    /** Those that were open since a day and are no more, each as it was last: those to act on first. */
    public List<PublishedMatter> closed(LocalDate since) throws SQLException {
        List<PublishedMatter> open = open();
        String query = """
                SELECT * FROM (
                    SELECT DISTINCT ON (matter) * FROM (%s WHERE force = :force AND publication = :publication
                                                        AND as_at >= :since AND as_at < :as_at) m
                    ORDER BY matter, as_at DESC) m
                ORDER BY state, raised, matter
                """.formatted(MATTERS);
        return list(PublishedMatter.class, query, Map.of("since", since)).stream()
                .filter(matter -> open.stream().noneMatch(matter::isOf))
                .toList();
    }

    /** The signals that corrections took away. */
    public Map<String, Boolean> withdrawnSignals() throws SQLException {
        record Newest(String signalId, boolean withdrawn) {}
        List<Newest> newest = list(Newest.class, """
                SELECT DISTINCT ON (signal_id) signal_id, change = 'withdrawn' AS withdrawn
                FROM vaiwg.kpi_signal
                WHERE force = :force AND publication = :publication AND as_at <= :as_at
                ORDER BY signal_id, as_at DESC,
                         array_position(%s, change) DESC
                """.formatted(SignalReader.CHANGES));
        return newest.stream().collect(Collectors.toMap(Newest::signalId, Newest::withdrawn));
    }

    /** The changes of a year whose answers are counted, those of which the time to answer is over; the newest first. */
    public List<PublishedChange> changes() throws SQLException {
        return list(PublishedChange.class, """
                SELECT kpi, slice, raised, newest IN ('acknowledged', 'ended', 'withdrawn') AS ended FROM (
                    SELECT signal_id, min(kpi) AS kpi, min(slice) AS slice,
                           min(as_at) FILTER (WHERE change = 'raised') AS raised,
                           (array_agg(change ORDER BY as_at DESC, array_position(%2$s, change) DESC))[1] AS newest
                    FROM vaiwg.kpi_signal
                    WHERE force = :force AND publication = :publication AND as_at <= :as_at
                    GROUP BY signal_id) s
                WHERE raised >= :as_at::date - %1$d - 365 AND raised < :as_at::date - %1$d
                ORDER BY raised DESC, kpi, slice, signal_id
                """.formatted(Priority.DAYS_TO_ANSWER, SignalReader.CHANGES));
    }

    /** How many figures that were published at a midnight are known to be otherwise at the snapshot's. */
    public int revised(LocalDate published) throws SQLException {
        return number("""
                SELECT count(*)::int AS value FROM (
                    SELECT DISTINCT kpi, basis, "window", slice FROM vaiwg.kpi_revision_cause
                    WHERE force = :force AND publication = :publication AND as_at > :published AND as_at <= :as_at
                      AND day >= :published::date - reach AND day < :published::date - lag
                    GROUP BY kpi, basis, "window", slice, cause
                    HAVING sum(numerator) <> 0 OR sum(denominator) <> 0) r
                """, Map.of("published", published));
    }

    /** How many records came late since a midnight. */
    public int late(LocalDate since) throws SQLException {
        return number("""
                SELECT coalesce(sum(events), 0)::int AS value FROM vaiwg.late_event_day
                WHERE force = :force AND day >= :since AND day < :as_at
                """, Map.of("since", since));
    }

    /** Whether an edition of a day before is registered. */
    public boolean reported() throws SQLException {
        return number(
                        "SELECT count(*)::int AS value FROM vaiwg.board_report WHERE force = :force AND as_at < :as_at",
                        Map.of())
                > 0;
    }

    /** How many of the nights since a day have their snapshot. */
    public int nights(LocalDate from) throws SQLException {
        return number("""
                SELECT count(*)::int AS value FROM vaiwg.kpi_snapshot
                WHERE force = :force AND as_at BETWEEN :from AND :as_at AND publication = :publication
                """, Map.of("from", from));
    }

    /**
     * How each stream came.
     *
     * @param conduct whether it is the conduct stream that is asked for, or the others
     */
    public List<FedStream> streams(boolean conduct) throws SQLException {
        return list(
                FedStream.class,
                "SELECT stream, state, sentence, string_to_array(kpis, ' ') AS kpis FROM vaiwg.kpi_stream"
                        + (conduct ? "_conduct" : "") + AT_SNAPSHOT + " ORDER BY stream");
    }

    /**
     * What the sources of the force said that they had in the {@link TotalsReach} before the snapshot, as it was known then: each of all records of a stream, those
     * that differ first.
     */
    public List<ControlTotal> controlTotals() throws SQLException {
        return list(ControlTotal.class, """
                SELECT sentence, agrees FROM (
                    SELECT DISTINCT ON (stream, counted_from, counted_to) stream, counted_to, sentence, received = stated AS agrees
                    FROM vaiwg.kpi_control_total
                    WHERE force = :force AND status = '' AND code = ''
                      AND known_at <= :as_at::timestamp AT TIME ZONE 'Europe/London'
                      AND counted_to > (:as_at::timestamp - interval '%d days') AT TIME ZONE 'Europe/London'
                    ORDER BY stream, counted_from, counted_to, known_at DESC) t
                ORDER BY agrees, counted_to DESC, stream, sentence
                """.formatted(TotalsReach.DAYS));
    }

    /**
     * What a source said that it had, beside what was received.
     *
     * @param sentence what is said of it
     * @param agrees whether all was received, and no more
     */
    public record ControlTotal(String sentence, boolean agrees) {}

    /** Whether all that the sources counted of that time was received, and no more: as a whole, and by status and class. */
    public boolean sourcesAgree() throws SQLException {
        String differing = """
                SELECT count(*)::int AS value FROM (
                    SELECT DISTINCT ON (stream, counted_from, counted_to, status, code) received, stated
                    FROM vaiwg.kpi_control_total
                    WHERE force = :force
                      AND known_at <= :as_at::timestamp AT TIME ZONE 'Europe/London'
                      AND counted_to > (:as_at::timestamp - interval '%d days') AT TIME ZONE 'Europe/London'
                    ORDER BY stream, counted_from, counted_to, status, code, known_at DESC) t
                WHERE received <> stated
                """.formatted(TotalsReach.DAYS);
        return number(differing, Map.of()) == 0;
    }

    /**
     * A stream of the force.
     *
     * @param stream its slug
     * @param state how it came, in the words of {@link StreamState}
     * @param sentence what is said wherever a figure rests on it; empty where nothing is wrong with it
     * @param kpis the measures that rest on it, where something is
     */
    public record FedStream(String stream, String state, String sentence, List<String> kpis) {
        public boolean isWrong() {
            return !sentence.isEmpty();
        }

        /** Whether no record of it ever came, and none is expected yet. */
        public boolean isMissing() {
            return state.equals(StreamState.NEVER_RECEIVED.words());
        }
    }

    private int number(String query, Map<String, ?> further) throws SQLException {
        return list(Integer.class, query, further).get(0);
    }

    private <T> List<T> list(Class<T> type, String query) throws SQLException {
        return list(type, query, Map.of());
    }

    private <T> List<T> list(Class<T> type, String query, Map<String, ?> further) throws SQLException {
        Map<String, Object> arguments = new HashMap<>(further);
        arguments.putAll(names);
        return Rows.list(connection, type, query, arguments);
    }
}
