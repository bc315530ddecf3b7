package vaiwg.bench.contestants;

import java.nio.file.Path;
import java.util.Optional;
import vaiwg.bench.measure.Contestant;
import vaiwg.bench.measure.Entry;
import vaiwg.bench.measure.EventLog;
import vaiwg.bench.measure.Laps;
import vaiwg.jobs.decode.EventReader;
import vaiwg.jobs.options.EventOptions;
import vaiwg.jobs.options.Forces;

/** Reads all records, and then reads and decodes them. */
public final class ReadAndDecode implements Contestant {
    private long bytes;
    private long rejected;

    @Override
    public void run(EventLog log, Path folder, Laps laps) throws Exception {
        laps.time(Entry.READ, () -> {
            log.read(EventLog.ALL, (stream, message) -> bytes += message.serializedValueSize());
            return Optional.empty();
        });
        laps.time(Entry.DECODE, () -> {
            EventReader reader = new EventReader(EventOptions.of(Forces.any()));
            log.read(
                    EventLog.ALL,
                    (stream, message) -> rejected += reader.read(stream, message).rejected == null ? 0 : 1);
            return Optional.empty();
        });
        if (bytes == 0 || rejected > 0) {
            throw new IllegalStateException("The log has " + bytes + " bytes and " + rejected
                    + " rejected records: it is not the bench's own.");
        }
    }
}
