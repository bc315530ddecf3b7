package vaiwg.bench.stages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vaiwg.bench.results.Results;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;

class StageRunTest {
    private static final int DAYS = 10;
    private static final long SEED = 7;
    /** The state of a case is bounded, whatever the machine. */
    private static final double MOST_BYTES = 290;
    /** Without an optimising compiler, and some percent. */
    private static final Map<Stage, Long> MOST_BYTES_AN_EVENT =
            new EnumMap<>(Map.of(Stage.DECODE, 880L, Stage.PERSONS, 5_600L, Stage.ROWS, 12_000L));

    @Test
    void a_stage_does_the_work_that_it_names_and_all_before_it() {
        CaseLog log = CaseLog.of(SEED, DAYS);
        StageRun decoded = run(log, Stage.DECODE);
        assertThat(decoded.cases()).isZero();
        StageRun posted = run(log, Stage.PERSONS);
        assertThat(posted.cases()).isBetween(1, (int) log.events());
        assertThat(posted.posted()).isPositive();
        assertThat(posted.rows()).isZero();
        StageRun whole = run(log, Stage.ROWS);
        assertThat(whole.cases()).isEqualTo(posted.cases());
        assertThat(whole.posted()).isEqualTo(posted.posted());
        assertThat(whole.rows()).isPositive();
        assertThat(whole.bytesPerCase()).isBetween(1.0, MOST_BYTES);
    }

    /** Whatever the compiler leaves out by itself, with which it is less. */
    @Test
    void an_event_allocates_little_up_to_each_stage() {
        CaseLog log = CaseLog.of(SEED, DAYS);
        run(log, Stage.ROWS);
        MOST_BYTES_AN_EVENT.forEach((stage, most) -> {
            StageRun run = new StageRun(ShippedCatalogue.get(), stage);
            assertThat(run.play(log.records()).bytes() / log.events())
                    .as("bytes allocated an event up to %s", stage)
                    .isLessThan(most);
        });
    }

    /** Persons are asked in another thread than subjects there. */
    @Test
    void of_a_replay_is_told_what_both_threads_spend() {
        CaseLog log = CaseLog.of(SEED, DAYS);
        run(log, Stage.ROWS);
        Spent upToPersons = new StageRun(ShippedCatalogue.get(), Stage.PERSONS).play(log.records());
        Spent whole = new StageRun(ShippedCatalogue.get(), Stage.ROWS).play(log.records());
        assertThat(whole.bytes()).isGreaterThan(upToPersons.bytes());
        assertThat(whole.nanos()).isPositive();
    }

    @Test
    void jmh_measures_every_stage() throws Exception {
        Results results = StageResults.measure(2, SEED, 1, 0);
        assertThat(results.rows()).hasSize(Stage.values().length);
    }

    private static StageRun run(CaseLog log, Stage stage) {
        StageRun run = new StageRun(ShippedCatalogue.get(), stage);
        run.play(log.records());
        return run;
    }
}
