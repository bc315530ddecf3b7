package vaiwg.bench.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** A log on a broker in a JVM of its own, so that what the broker takes is not in what this one is measured to take. */
public record RemoteLog(ChildJvm broker, EventLog log) implements AutoCloseable {
    /**
     * Starts a {@link LogServer}, and returns when the whole history is on it.
     *
     * @throws IOException in one sentence, where there is no log
     */
    public static RemoteLog start(Path folder, LocalDate firstDay, int days, long seed) throws IOException {
        ChildJvm broker = ChildJvm.start(
                LogServer.class,
                List.of(folder.toString(), firstDay.toString(), Integer.toString(days), Long.toString(seed)));
        String address = broker.readLine();
        if (address == null) {
            broker.close();
            throw new IOException("There is no log to measure with; what the broker said is above.");
        }
        return new RemoteLog(broker, new EventLog(address, broker.pid(), firstDay, days));
    }

    @Override
    public void close() throws IOException {
        broker.close();
    }
}
