package vaiwg.bench.measure;

import java.nio.file.Path;

/** One way to do the work, whole or in part. */
@FunctionalInterface
public interface Contestant {
    /**
     * Runs from the beginning of the log to its end, leaving nothing running.
     *
     * @param folder empty, for whatever it keeps
     * @param laps by which what it does is measured: what is done outside, such as starting a server, is not
     */
    void run(EventLog log, Path folder, Laps laps) throws Exception;
}
