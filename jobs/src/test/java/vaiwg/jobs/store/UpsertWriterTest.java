package vaiwg.jobs.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.util.function.SerializableSupplier;
import org.junit.jupiter.api.Test;
import vaiwg.jobs.admission.FeedClock;
import vaiwg.jobs.admission.LateEvent;
import vaiwg.jobs.panes.DayBlock;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Column;
import vaiwg.schemas.EventStream;

class UpsertWriterTest {
    private static final String FORCE = "west-midlands";
    private static final int JANUARY = Math.toIntExact(LocalDate.of(2026, 1, 1).toEpochDay());
    private static final int FEBRUARY = Math.toIntExact(LocalDate.of(2026, 2, 1).toEpochDay());
    private static final String DAYS = "SELECT m.month, m.numerators, m.denominators FROM kpi_day_month m"
            + " JOIN kpi_series s USING (series_id) WHERE s.\"window\" = '' ORDER BY 1, 2";

    private final Catalogue catalogue = Catalogue.shipped();
    private final HandTurned time = new HandTurned();

    @Test
    void ofTwoStatesOfAMonthTheLaterHoldsWithinABatchAndAfterIt() throws Exception {
        Database database = TestServer.newDatabase();
        try (UpsertWriter<DayBlock> writer = writer(database, () -> new DayRows(catalogue))) {
            writer.write(block(share(), JANUARY, 1, 5), null);
            writer.write(block(share(), JANUARY, 2, 6), null);
            writer.write(block(share(), FEBRUARY, 3, 7), null);
            writer.flush(false);
            assertThat(rows(database, DAYS)).containsExactly("2026-01-01|{2,0}|{6,0}", "2026-02-01|{3,0}|{7,0}");
            writer.write(block(share(), JANUARY, 4, 8), null);
            writer.flush(true);
        }
        assertThat(rows(database, DAYS)).containsExactly("2026-01-01|{4,0}|{8,0}", "2026-02-01|{3,0}|{7,0}");
    }

    @Test
    void aCountHasNoDenominatorsAndEveryLineIsToldOfOnce() throws Exception {
        Database database = TestServer.newDatabase();
        Column count = catalogue.columns().stream()
                .filter(Column::isCount)
                .findFirst()
                .orElseThrow();
        try (UpsertWriter<DayBlock> writer = writer(database, () -> new DayRows(catalogue))) {
            DayBlock block = block(count, JANUARY, 1, 0);
            block.wholes = null;
            writer.write(block, null);
            writer.write(block(share(), JANUARY, 1, 5), null);
            writer.flush(false);
        }
        assertThat(rows(database, DAYS))
                .containsExactlyInAnyOrder("2026-01-01|{1,0}|null", "2026-01-01|{1,0}|{5,0}");
        assertThat(rows(database, "SELECT kpi, basis FROM kpi_series"))
                .containsExactlyInAnyOrder(line(count), line(share()));
    }

    @Test
    void whatIsNoFullBatchIsWrittenSoon() throws Exception {
        Database database = TestServer.newDatabase();
        try (UpsertWriter<FeedClock> writer = writer(database, FeedRows::new)) {
            writer.write(clock("2026-01-01T00:00:00Z"), null);
            writer.write(clock("2026-01-02T00:00:00Z"), null);
            assertThat(rows(database, "SELECT * FROM kpi_feed")).isEmpty();
            time.turnBy(500);
            assertThat(rows(database, "SELECT force, stream, complete_through AT TIME ZONE 'UTC' FROM kpi_feed"))
                    .containsExactly("all|crime-recording|2026-01-02 00:00:00");
            writer.write(clock("2026-01-03T00:00:00Z"), null);
            time.turnBy(500);
        }
        assertThat(rows(database, "SELECT complete_through AT TIME ZONE 'UTC' FROM kpi_feed"))
                .containsExactly("2026-01-03 00:00:00");
    }

    @Test
    void anEventThatIsListedAgainIsListedOnce() throws Exception {
        Database database = TestServer.newDatabase();
        for (int run = 0; run < 2; run++) {
            try (UpsertWriter<LateEvent> writer = writer(database, LateRows::new)) {
                writer.write(late(7), null);
                writer.write(late(8), null);
                writer.flush(false);
            }
        }
        assertThat(rows(database, "SELECT kafka_offset, stream, event_id FROM late_event ORDER BY 1"))
                .containsExactly("7|crime-recording|e7", "8|crime-recording|e8");
    }

    @Test
    void aConnectionThatIsCutIsMadeAgainAndNothingIsLost() throws Exception {
        Database database = TestServer.newDatabase();
        try (UpsertWriter<DayBlock> writer = writer(database, () -> new DayRows(catalogue))) {
            writer.write(block(share(), JANUARY, 1, 5), null);
            rows(
                    database,
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                            + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
            writer.flush(false);
            assertThat(rows(database, DAYS)).containsExactly("2026-01-01|{1,0}|{5,0}");
        }
    }

    private <T> UpsertWriter<T> writer(Database database, SerializableSupplier<? extends Upsert<T>> table)
            throws IOException {
        return new UpsertWriter<>(database, table, time);
    }

    private Column share() {
        return catalogue.columns().stream()
                .filter(column -> !column.isCount())
                .findFirst()
                .orElseThrow();
    }

    private static String line(Column column) {
        return column.measure().slug() + '|' + column.basis().slug();
    }

    private static DayBlock block(Column column, int month, int part, int whole) {
        DayBlock block = new DayBlock();
        block.force = FORCE;
        block.cell = column.firstCell();
        block.month = month;
        block.parts = new int[] {part, 0};
        block.wholes = new int[] {whole, 0};
        return block;
    }

    private static FeedClock clock(String through) {
        FeedClock clock = new FeedClock();
        clock.stream = (byte) EventStream.CRIME_RECORDING.ordinal();
        clock.clock = Instant.parse(through).toEpochMilli();
        return clock;
    }

    private static LateEvent late(long offset) {
        LateEvent late = new LateEvent();
        late.topic = "vaiwg.crime-recording";
        late.offset = offset;
        late.force = FORCE;
        late.stream = (byte) EventStream.CRIME_RECORDING.ordinal();
        late.eventId = "e" + offset;
        return late;
    }

    private static List<String> rows(Database database, String query) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (found.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    cells.add(found.getString(i));
                }
                rows.add(String.join("|", cells.stream().map(String::valueOf).toList()));
            }
            return rows;
        }
    }

    /** Time that stands still until it is turned. */
    private static final class HandTurned implements ProcessingTimeService {
        private long now;
        private long due;
        private ProcessingTimeCallback waiting;

        @Override
        public long getCurrentProcessingTime() {
            return now;
        }

        @Override
        public ScheduledFuture<?> registerTimer(long time, ProcessingTimeCallback target) {
            due = time;
            waiting = target;
            return null;
        }

        void turnBy(long millis) throws Exception {
            now += millis;
            if (now >= due) {
                waiting.onProcessingTime(now);
            }
        }
    }
}
