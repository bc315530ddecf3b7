package vaiwg.cli.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.cli.synthetic.SyntheticForce;
import vaiwg.kpis.catalogue.Catalogue;

/**
 * The demonstration's own force, three years of it: each figure is what the oracle counts from what the generator made up.
 */
class SyntheticForceOracleTest {
    private static final LocalDate END = LocalDate.of(2026, 10, 1);
    private static final int SHOWN = 12;
    /** One subject in so many of the demonstration's. */
    private static final int ONE_IN = Integer.getInteger("vaiwg.synthetic.one-in", 60);

    private static final List<LocalDate> SNAPSHOTS =
            Stream.of(12, 0).map(END::minusMonths).toList();

    @Test
    void every_measure_of_the_demonstration_is_what_the_oracle_counts() throws Exception {
        SyntheticForce force = SyntheticForce.westMidlands(7, END.minusYears(3), END);
        List<FeedRecord> records = new ArrayList<>();
        force.play(next -> {
            if (next.key() != null && Math.floorMod(next.key().hashCode(), ONE_IN) == 0) {
                records.add(next);
            }
        });
        History history = new History("west-midlands", 7, END.minusYears(3), END, records);
        Catalogue catalogue = Catalogue.shipped();
        try (Oracle oracle = new Oracle()) {
            List<LogRecord> log = Log.of("vaiwg.", List.of(history));
            oracle.load(log);
            oracle.want(history.force(), SNAPSHOTS);
            try (ActualRows actual = new ActualRows(catalogue, oracle)) {
                new PureRun(catalogue, actual, history.force(), SNAPSHOTS).play(log, new Dice(history.seed()));
            }
            oracle.compute();
            List<String> differing = oracle.forcesThatDiffer();
            oracle.differences(history.force(), SHOWN).forEach(System.out::println);
            assertThat(differing).as("forces that differ").isEmpty();
        }
    }
}
