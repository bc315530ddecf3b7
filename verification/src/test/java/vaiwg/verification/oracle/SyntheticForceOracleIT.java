package vaiwg.verification.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.demo.synthetic.PartOfForce;
import vaiwg.demo.synthetic.SyntheticForce;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;

/** A part of the demonstration's own force, three years of it: each figure is what the oracle counts. */
class SyntheticForceOracleIT {
    private static final LocalDate END = LocalDate.of(2026, 10, 1);
    private static final int SHOWN = 12;
    /** One suspect in so many of the demonstration's. */
    private static final int ONE_IN = Integer.getInteger("vaiwg.synthetic.one-in", 100);

    private static final int COUNTED_OF_100 = 80;

    private static final List<LocalDate> SNAPSHOTS =
            Stream.of(12, 0).map(END::minusMonths).toList();

    private static final String COUNTED_AT_THE_END =
            "SELECT DISTINCT kpi FROM expected_value WHERE (numerator > 0 OR denominator > 0) AND as_at = DATE '%s'";

    @Test
    void every_figure_of_a_part_of_the_demonstration_is_what_the_oracle_counts() throws Exception {
        SyntheticForce force = SyntheticForce.westMidlands(7, END.minusYears(3), END);
        List<FeedRecord> records = new ArrayList<>();
        PartOfForce.play(force, ONE_IN, next -> {
            if (next.key() != null) {
                records.add(next);
            }
        });
        History history = new History("west-midlands", 7, END.minusYears(3), END, records);
        Catalogue catalogue = ShippedCatalogue.of(SyntheticForce.site());
        try (Oracle oracle = new Oracle()) {
            oracle.loadDenominators(SyntheticForce.FORCE, SyntheticForce.denominators());
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
            // The whole force has something for each that an event can tell: ThreeYearsIT.
            assertThat(oracle.query(COUNTED_AT_THE_END.formatted(END)))
                    .as("measures of which the part that is played has something to count")
                    .hasSizeGreaterThan(catalogue.measures().size() * COUNTED_OF_100 / 100);
        }
    }
}
