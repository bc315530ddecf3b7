package vaiwg.bench.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.TimeoutException;
import vaiwg.jobs.store.Database;

/** Looks, in a thread of its own, how many crimes of the probes' day {@code kpi_day} has. */
final class ProbeWatch implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long POLL_MILLIS = 20;
    private static final String COUNTED = "SELECT numerator FROM kpi_day"
            + " WHERE kpi = 'recorded_offences' AND basis = 'recorded' AND slice = '' AND day = ?";

    private final Connection connection;
    private final LocalDate day;
    private final Latencies latencies;
    private final Thread thread = new Thread(this::watch, "probes");
    private volatile SQLException failure;

    private ProbeWatch(Connection connection, LocalDate day, Latencies latencies) {
        this.connection = connection;
        this.day = day;
        this.latencies = latencies;
    }

    static ProbeWatch start(Database database, LocalDate day, Latencies latencies) throws SQLException {
        ProbeWatch watch = new ProbeWatch(database.connect(), day, latencies);
        watch.thread.start();
        return watch;
    }

    private void watch() {
        try {
            while (true) {
                latencies.seen(number(connection, COUNTED, day), System.currentTimeMillis());
                Thread.sleep(POLL_MILLIS);
            }
        } catch (SQLException e) {
            failure = e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Returns when every probe that was sent is counted.
     *
     * @throws SQLException where the database could not be asked
     */
    void awaitAll() throws InterruptedException, SQLException, TimeoutException {
        long begun = System.nanoTime();
        while (latencies.count() < latencies.sentCount()) {
            if (failure != null) {
                throw failure;
            }
            if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                throw new TimeoutException(latencies.count() + " of " + latencies.sentCount()
                        + " probes were counted within " + PATIENCE.toMinutes() + " minutes.");
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    /** The number that a query about a day gives; 0 where it gives none. */
    static long number(Connection connection, String query, LocalDate day) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(query)) {
            select.setObject(1, day);
            try (ResultSet found = select.executeQuery()) {
                return found.next() ? found.getLong(1) : 0;
            }
        }
    }

    @Override
    public void close() throws SQLException, InterruptedException {
        thread.interrupt();
        thread.join();
        connection.close();
    }
}
