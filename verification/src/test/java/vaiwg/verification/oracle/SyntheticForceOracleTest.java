package vaiwg.verification.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.demo.synthetic.SyntheticForce;
import vaiwg.demo.synthetic.Truth;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;

/**
 * The demonstration's own force, three years of it: each figure is what the oracle counts from what the generator made up, and of each
 * measure one is what the generator itself counts.
 */
class SyntheticForceOracleTest {
    private static final LocalDate END = LocalDate.of(2026, 10, 1);
    private static final int SHOWN = 12;
    /** One suspect in so many of the demonstration's. */
    private static final int ONE_IN = Integer.getInteger("vaiwg.synthetic.one-in", 75);

    private static final List<LocalDate> SNAPSHOTS =
            Stream.of(12, 0).map(END::minusMonths).toList();

    /** What the generator does not count from its cases, with the reason; the oracle counts it here too. */
    private static final Map<String, String> UNCOUNTED = Map.ofEntries(
            Map.entry("substitution_cancelled", "frozen only: what was known then hangs on when records arrived"),
            Map.entry("cancelled_share", "frozen only: what was known then hangs on when records arrived"),
            Map.entry(
                    "ingest_latency_p95",
                    "of records that a live feed brought; the generator plays a history, so there are none"),
            Map.entry("unable_to_prosecute", "of public archives only, which the generator does not make up"),
            Map.entry("outcome_recorded", "of public archives only, which the generator does not make up"),
            Map.entry("victim_attrition_standardised", "calculated from strata, and no count"),
            Map.entry("police_suspect_attrition_gap", "calculated from strata, and no count"),
            Map.entry("police_suspect_charge_gap", "calculated from strata, and no count"),
            Map.entry("revision_28d", "of what was published before, and of no cases"),
            Map.entry("revision_90d", "of what was published before, and of no cases"),
            Map.entry("signal_response", "of what the job signals and owners answer, and of no cases"));

    private static final String AT_THE_END = """
            SELECT concat_ws(' ', kpi, basis, "window", slice, numerator, coalesce(denominator, 0))
            FROM expected_value WHERE as_at = DATE '%s'
            """;

    @Test
    void every_measure_of_the_demonstration_is_what_the_oracle_counts() throws Exception {
        SyntheticForce force = SyntheticForce.westMidlands(7, END.minusYears(3), END);
        List<FeedRecord> records = new ArrayList<>();
        List<Truth.Figure> madeUp = force.playPart(ONE_IN, next -> {
            if (next.key() != null) {
                records.add(next);
            }
        });
        History history = new History("west-midlands", 7, END.minusYears(3), END, records);
        Catalogue catalogue = ShippedCatalogue.withDenominators(SyntheticForce.denominators());
        try (Oracle oracle = new Oracle()) {
            oracle.loadDenominators(SyntheticForce.denominators());
            List<LogRecord> log = Log.of("vaiwg.", List.of(history));
            oracle.load(log);
            oracle.want(history.force(), SNAPSHOTS);
            try (ActualRows actual = new ActualRows(catalogue, oracle)) {
                new PureRun(catalogue, actual, history.force(), SNAPSHOTS).play(log, history.seed());
            }
            oracle.compute();
            List<String> differing = oracle.forcesThatDiffer();
            oracle.differences(history.force(), SHOWN).forEach(System.out::println);
            assertThat(differing).as("forces that differ").isEmpty();
            assertThat(oracle.query(AT_THE_END.formatted(END))).containsAll(rows(madeUp, catalogue));
        }
    }

    /** What the generator says of each measure, as rows; where there is nothing of nothing there is none. */
    private static List<String> rows(List<Truth.Figure> figures, Catalogue catalogue) {
        assertThat(figures.stream().map(Truth.Figure::kpi).distinct())
                .as("measures that the generator counts; what it cannot count is to be listed with the reason")
                .containsExactlyInAnyOrderElementsOf(catalogue.measures().stream()
                        .map(Measure::slug)
                        .filter(slug -> !UNCOUNTED.containsKey(slug))
                        .toList());
        return figures.stream()
                .filter(figure -> figure.numerator() != 0 || figure.denominator() != 0)
                .map(figure -> String.join(
                        " ",
                        figure.kpi(),
                        figure.basis(),
                        figure.window(),
                        figure.slice(),
                        Long.toString(figure.numerator()),
                        Long.toString(figure.denominator())))
                .toList();
    }
}
