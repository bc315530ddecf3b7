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
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;

/** The demonstration's own force, three years of it: each figure is what the oracle counts, and each measure has something to count. */
class SyntheticForceOracleIT {
    private static final LocalDate END = LocalDate.of(2026, 10, 1);
    private static final int SHOWN = 12;
    /** One suspect in so many of the demonstration's. */
    private static final int ONE_IN = Integer.getInteger("vaiwg.synthetic.one-in", 75);

    private static final List<LocalDate> SNAPSHOTS =
            Stream.of(12, 0).map(END::minusMonths).toList();

    private static final String TOO_FEW = "of so few cases that the part of the force that is played here has none";

    /** Measures of which the demonstration's history has nothing to count, with the reason. */
    private static final Map<String, String> UNCOUNTED = Map.ofEntries(
            Map.entry("unable_to_prosecute", "of public archives only, which the generator does not make up"),
            Map.entry("outcome_recorded", "of public archives only, which the generator does not make up"),
            Map.entry("victim_attrition_standardised", "calculated from strata, and no count"),
            Map.entry("police_suspect_attrition_gap", "calculated from strata, and no count"),
            Map.entry("police_suspect_charge_gap", "calculated from strata, and no count"),
            Map.entry("revision_28d", "of what was published before, and of no cases"),
            Map.entry("revision_90d", "of what was published before, and of no cases"),
            Map.entry(
                    "repeat_victimisation_others",
                    "each suspect of domestic abuse that the generator makes up is a partner or of the family"),
            Map.entry("easi_victims_referred_2d", TOO_FEW),
            Map.entry("cps_resubmission_mean", TOO_FEW),
            Map.entry("satisfied_code_met", TOO_FEW),
            Map.entry("satisfied_code_missed", TOO_FEW),
            Map.entry("satisfied_told", TOO_FEW),
            Map.entry("signal_response", "of what the job signals and owners answer, and of no cases"));

    private static final String COUNTED_AT_THE_END =
            "SELECT DISTINCT kpi FROM expected_value WHERE (numerator > 0 OR denominator > 0) AND as_at = DATE '%s'";

    @Test
    void every_measure_of_the_demonstration_is_what_the_oracle_counts() throws Exception {
        SyntheticForce force = SyntheticForce.westMidlands(7, END.minusYears(3), END);
        List<FeedRecord> records = new ArrayList<>();
        force.playPart(ONE_IN, next -> {
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
            assertThat(oracle.query(COUNTED_AT_THE_END.formatted(END)))
                    .as(
                            "measures of which the demonstration has something to count; others are to be listed with the reason")
                    .containsExactlyInAnyOrderElementsOf(catalogue.measures().stream()
                            .map(Measure::slug)
                            .filter(slug -> !UNCOUNTED.containsKey(slug))
                            .toList());
        }
    }
}
