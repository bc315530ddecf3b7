package vaiwg.jobs.panes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;
import vaiwg.engine.contributions.Delta;
import vaiwg.kpis.catalogue.Benchmarks;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.files.MeasureFile;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.kpis.reference.SiteFile;
import vaiwg.kpis.reference.Sites;
import vaiwg.kpis.time.LondonDays;
import vaiwg.schemas.EventStream;
import vaiwg.statistics.streams.StreamReading;
import vaiwg.statistics.streams.StreamState;

/** A force whose crimes come daily, and whose stalking records come five a week and stop. */
class StreamsInSnapshotsTest {
    private static final int KEY_GROUPS = 128;
    private static final String FORCE = "a";
    private static final int FIRST = Math.toIntExact(LocalDate.of(2026, 2, 2).toEpochDay());
    private static final int STOP = FIRST + 26 * 7;
    private static final int LAST = STOP + 40;
    private static final long YEARS_LATER = LondonDays.startOf(FIRST + 3_650);

    private final Catalogue catalogue = new Catalogue(MeasureFile.shipped("recording"), CodeMaps.shipped());

    @Test
    void a_small_stream_that_stops_is_silent_from_a_midnight_on_and_one_that_never_came_is_never_received()
            throws Exception {
        List<Snapshot> snapshots = play(Sites.shipped(), records(), List.of());
        assertThat(snapshots).hasSizeGreaterThan(LAST - FIRST - 3);
        List<StreamState> stalking = states(snapshots, EventStream.STALKING);
        int silent = stalking.indexOf(StreamState.SILENT);
        assertThat(snapshots.get(silent).asAt).isBetween(STOP + 4, STOP + 21);
        assertThat(stalking.subList(0, silent)).containsOnly(StreamState.AS_USUAL);
        assertThat(stalking.subList(silent, stalking.size())).containsOnly(StreamState.SILENT);
        assertThat(states(snapshots, EventStream.CRIME_RECORDING)).containsOnly(StreamState.AS_USUAL);
        assertThat(states(snapshots, EventStream.OUTCOME)).containsOnly(StreamState.NEVER_RECEIVED);
        assertThat(reading(snapshots.get(snapshots.size() - 1), EventStream.STALKING)
                        .sentence())
                .isEqualTo("Stalking records have not come since 31 July 2026; figures that rest on them stand still.");
    }

    @Test
    void restarts_in_between_change_nothing() throws Exception {
        List<String> uninterrupted = texts(play(Sites.shipped(), records(), List.of()));
        assertThat(texts(play(Sites.shipped(), records(), List.of(FIRST + 3, FIRST + 90, STOP + 2, STOP + 30))))
                .isEqualTo(uninterrupted);
    }

    @Test
    void what_is_read_ahead_of_the_watermark_is_in_no_earlier_snapshot() throws Exception {
        List<Delta> inOrder = records();
        List<Delta> otherwise = new ArrayList<>(inOrder);
        // Partitions run up to sixty days ahead of the slowest.
        for (int from = 0; from + 30 < otherwise.size(); from += 30) {
            Collections.reverse(otherwise.subList(from, from + 30));
        }
        assertThat(texts(play(Sites.shipped(), otherwise, List.of())))
                .isEqualTo(texts(play(Sites.shipped(), inOrder, List.of())));
    }

    @Test
    void what_the_site_expects_decides_from_its_day_on() throws Exception {
        Sites expected = Sites.shipped()
                .with(
                        FORCE,
                        SiteFile.EXPECTED,
                        "stream,events_a_week,from\nstalking,0," + LocalDate.ofEpochDay(STOP) + "\noutcome,100,"
                                + LocalDate.ofEpochDay(FIRST) + "\n");
        List<Snapshot> snapshots = play(expected, records(), List.of());
        assertThat(states(snapshots, EventStream.STALKING)).doesNotContain(StreamState.SILENT);
        assertThat(states(snapshots, EventStream.OUTCOME)).endsWith(StreamState.SILENT);
    }

    /** Deltas in the order of their days: crimes each day, a subject on each, and stalking records on working days until they stop. */
    private List<Delta> records() throws Exception {
        List<Delta> records = new ArrayList<>();
        Postings postings = new Postings(FORCE, catalogue);
        for (int day = FIRST; day < LAST; day++) {
            long noon = LondonDays.startOf(day) + 43_200_000L;
            records.addAll(postings.crime("c" + day, noon, noon));
            records.add(Delta.ofArrivals(FORCE, EventStream.CRIME_RECORDING, noon, 20 + day % 3));
            if (day < STOP && !LondonDays.isWeekend(day)) {
                records.add(Delta.ofArrivals(FORCE, EventStream.STALKING, noon, 1));
            }
        }
        return records;
    }

    /** @param restarts the midnights after which the operator is stopped and goes on from its checkpoint */
    private List<Snapshot> play(Sites expected, List<Delta> records, List<Integer> restarts) throws Exception {
        List<Snapshot> snapshots = new ArrayList<>();
        OperatorSubtaskState stored = null;
        int sent = 0;
        int from = FIRST;
        for (int until : IntStream.concat(restarts.stream().mapToInt(Integer::intValue), IntStream.of(LAST))
                .toArray()) {
            try (var panes = harness(expected)) {
                panes.setProcessingTime(YEARS_LATER);
                if (stored != null) {
                    panes.initializeState(stored);
                }
                panes.open();
                int all = until == LAST ? records.size() : Math.min(records.size(), sent + 60 * (until - from));
                panes.send(records.subList(sent, all));
                sent = all;
                panes.processWatermark(LondonDays.startOf(until));
                snapshots.addAll(panes.extractOutputValues());
                stored = panes.snapshot(until, until);
                from = until;
            }
        }
        return snapshots;
    }

    private PaneHarness harness(Sites expected) throws Exception {
        PaneOptions options = new PaneOptions(() -> over(expected), FIRST, true, LondonDays.startOf(LAST + 1));
        return new PaneHarness(options, KEY_GROUPS, 1, 0);
    }

    private static Catalogue over(Sites sites) {
        return new Catalogue(MeasureFile.shipped("recording"), CodeMaps.of(sites), sites, Benchmarks.NONE);
    }

    private static List<StreamState> states(List<Snapshot> snapshots, EventStream stream) {
        return snapshots.stream()
                .map(snapshot -> reading(snapshot, stream).state())
                .toList();
    }

    private static StreamReading reading(Snapshot snapshot, EventStream stream) {
        return Arrays.stream(snapshot.streams)
                .filter(reading -> reading.stream() == stream)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(List<Snapshot> snapshots) {
        return snapshots.stream()
                .map(snapshot -> snapshot.asAt + " " + Arrays.toString(snapshot.streams))
                .toList();
    }
}
