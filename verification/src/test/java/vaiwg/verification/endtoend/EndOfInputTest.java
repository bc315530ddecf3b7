package vaiwg.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vaiwg.cli.feed.DecodedEvents;
import vaiwg.engine.contributions.Delta;
import vaiwg.engine.contributions.SubjectDeltas;
import vaiwg.jobs.panes.PaneOperator;
import vaiwg.jobs.panes.PaneOptions;
import vaiwg.jobs.panes.Snapshot;
import vaiwg.kpis.cases.CaseState;
import vaiwg.kpis.cases.Version;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.schemas.TrustedClasses;

/** A source that ends says that the job ends, not that time has passed. */
@Timeout(60)
class EndOfInputTest {
    static {
        TrustedClasses.register();
    }

    private static final Instant NOON = Instant.parse("2024-03-01T12:00:00Z");
    private static final Instant THIRD = Instant.parse("2024-03-03T00:00:00Z");

    @Test
    void the_last_watermark_publishes_no_snapshot_beyond_the_last_progress() throws Exception {
        PaneOptions options = new PaneOptions(ShippedCatalogue::get, 0, true, Long.MAX_VALUE);
        try (KeyedOneInputStreamOperatorTestHarness<String, Delta, Snapshot> panes =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new PaneOperator(options), delta -> delta.force, Types.STRING)) {
            panes.open();
            panes.processElement(deltaOfOneCrime(), NOON.toEpochMilli());
            panes.processWatermark(THIRD.toEpochMilli());
            List<LocalDate> before = days(panes);

            panes.processWatermark(Watermark.MAX_WATERMARK);
            panes.endInput();

            assertThat(before).containsExactly(LocalDate.of(2024, 3, 2), LocalDate.of(2024, 3, 3));
            assertThat(days(panes)).isEqualTo(before);
        }
    }

    private static Delta deltaOfOneCrime() throws Exception {
        Version crime = new DecodedEvents().of(new SmallCase("one").recorded(NOON)).version;
        crime.knownAt = NOON.toEpochMilli();
        return new Delta(
                SmallCase.FORCE,
                (byte) 0,
                new SubjectDeltas(ShippedCatalogue.get()).of(null, new CaseState().with(crime), crime.knownAt));
    }

    private static List<LocalDate> days(KeyedOneInputStreamOperatorTestHarness<String, Delta, Snapshot> panes) {
        return panes.extractOutputValues().stream()
                .map(snapshot -> LocalDate.ofEpochDay(snapshot.asAt))
                .toList();
    }
}
