package vaiwg.verification.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vaiwg.engine.panes.EstimateRow;
import vaiwg.engine.panes.KnownDays;
import vaiwg.engine.panes.SnapshotRows;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.options.Forces;
import vaiwg.jobs.panes.PaneOptions;
import vaiwg.jobs.panes.Snapshot;
import vaiwg.jobs.records.DecodedRecord;
import vaiwg.jobs.replay.LogPlayer;
import vaiwg.jobs.replay.ReplayListener;
import vaiwg.kpis.Seed;
import vaiwg.kpis.cases.Versions;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.CrimeStatus;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Source;
import vaiwg.schemas.Victim;
import vaiwg.schemas.VictimKind;

/** A replay of the bytes publishes what the engine counts of the events, which the oracle holds; however partitions are read. */
class LogPlayerTest {
    private static final List<Integer> FORCES = List.of(2, 3, 5, 6);
    private static final int TURN = 7;
    /** Records of each partition: of some all, of others not. */
    private static final int FIRST_PART = 20;

    private final long seed = Seed.of("replay");
    private final RandomHistories histories = new RandomHistories(seed);
    private final Catalogue catalogue = RandomForces.catalogue(
            RandomForces.areas(FORCES), Optional.of(SomePeople.of(6, seed)), Optional.of(SmallAreas.deprivation(seed)));

    @ParameterizedTest
    @CsvSource({"2, 1", "3, 7", "5, 1000000", "6, 40"})
    void a_replay_publishes_at_each_month_end_what_the_engine_counts(int force, int turn) throws Exception {
        History history = histories.of(force);
        List<LogRecord> log = Log.of(history.force() + ".", List.of(history));
        List<LocalDate> firsts = history.start()
                .datesUntil(history.end().plusDays(1))
                .filter(day -> day.getDayOfMonth() == 1)
                .toList();
        FigureLines counted = new FigureLines(catalogue);
        new PureRun(catalogue, new ValuesAlone(counted), history.force(), firsts).play(log, seed);

        FigureLines replayed = new FigureLines(catalogue);
        LogPlayer player = player(history, replayed);
        player.play(new PlayedLog(log, turn));

        assertThat(player.records()).isEqualTo(log.size());
        assertThat(player.completeThrough())
                .isEqualTo(Dice.midnight(history.end()).plus(Log.A_LITTLE_MORE).toEpochMilli());
        assertThat(replayed.sorted()).isNotEmpty().isEqualTo(counted.sorted());
    }

    /** As who measures plays a log that is too long to be held. */
    @Test
    void a_log_in_two_parts_gives_what_the_whole_gives() {
        History history = histories.of(3);
        List<LogRecord> log = Log.of(history.force() + ".", List.of(history));
        FigureLines whole = new FigureLines(catalogue);
        player(history, whole).play(new PlayedLog(log, TURN));

        FigureLines parts = new FigureLines(catalogue);
        LogPlayer player = player(history, parts);
        player.play(new PlayedLog(part(log, record -> record.offset() < FIRST_PART), TURN));
        player.play(new PlayedLog(part(log, record -> record.offset() >= FIRST_PART), TURN));
        assertThat(player.records()).isEqualTo(log.size());
        assertThat(parts.sorted()).isNotEmpty().isEqualTo(whole.sorted());
    }

    /** The job makes a dead letter of it. */
    @Test
    void a_version_too_many_is_told_as_rejected_and_not_as_used() {
        List<LogRecord> log = new ArrayList<>();
        for (int i = 0; i <= Versions.MOST; i++) {
            log.add(version(i));
        }
        List<Long> used = new ArrayList<>();
        List<Long> rejected = new ArrayList<>();
        LogPlayer player = new LogPlayer(
                catalogue,
                "",
                EventOptions.of(Forces.any()),
                Optional.empty(),
                new ReplayListener() {
                    @Override
                    public void admitted(DecodedRecord record) {
                        used.add(record.offset);
                    }

                    @Override
                    public void rejected(DecodedRecord record) {
                        rejected.add(record.offset);
                    }
                },
                Clock.systemUTC());
        player.play(new PlayedLog(log, 100));
        assertThat(used).hasSize(Versions.MOST).doesNotContain((long) Versions.MOST);
        assertThat(rejected).containsExactly((long) Versions.MOST);
    }

    /** Each says otherwise than the one before. */
    private static LogRecord version(int number) {
        Instant at = Instant.parse("2026-06-01T12:00:00Z").plusSeconds(number);
        CrimeRecording crime = CrimeRecording.newBuilder()
                .setCrimeReference("r1")
                .setForce("small-force")
                .setEventId(new UUID(0, number).toString())
                .setVersion(1 + number)
                .setChangedAt(at)
                .setSource(Source.SYNTHETIC)
                .setStatus(number % 2 == 0 ? CrimeStatus.ACTIVE : CrimeStatus.CANCELLED)
                .setRecordedAt(Instant.parse("2026-06-01T12:00:00Z"))
                .setReportedAt(Instant.parse("2026-06-01T12:00:00Z"))
                .setOffenceCode("8Q")
                .setVictim(Victim.newBuilder().setKind(VictimKind.PERSON).build())
                .build();
        EventStream stream = EventStream.CRIME_RECORDING;
        return new LogRecord(stream.topic(""), stream, 0, number, at.toEpochMilli(), "r1", crime);
    }

    private LogPlayer player(History history, FigureLines replayed) {
        return new LogPlayer(
                catalogue,
                history.force() + ".",
                EventOptions.of(Forces.any()),
                Optional.of(
                        new PaneOptions(() -> catalogue, Integer.MAX_VALUE, false, Long.MAX_VALUE, Set.of(), false)),
                new ReplayListener() {
                    @Override
                    public void snapshot(Snapshot snapshot) {
                        replayed.snapshot(snapshot.force, LocalDate.ofEpochDay(snapshot.asAt), rows(snapshot));
                    }
                },
                Clock.systemUTC());
    }

    private static List<LogRecord> part(List<LogRecord> log, Predicate<LogRecord> wanted) {
        return log.stream().filter(wanted).toList();
    }

    private static SnapshotRows rows(Snapshot snapshot) {
        SnapshotRows rows = new SnapshotRows();
        rows.count = snapshot.count;
        rows.slots = snapshot.slots;
        rows.numerators = snapshot.numerators;
        rows.denominators = snapshot.denominators;
        return rows;
    }

    /** Leaves out what a snapshot's rows are not. */
    private record ValuesAlone(FigureLines lines) implements Figures {
        @Override
        public void snapshot(String force, LocalDate asAt, SnapshotRows rows) {
            lines.snapshot(force, asAt, rows);
        }

        @Override
        public void estimates(String force, LocalDate asAt, List<EstimateRow> rows) {
            // No consumer makes them in this replay.
        }

        @Override
        public void days(String force, KnownDays known) {
            // A replay writes none.
        }

        @Override
        public void late(LogRecord record, long knownAt) {
            // A replay lists none.
        }
    }
}
