package vaiwg.bench.profile;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jdk.jfr.Recording;
import vaiwg.bench.measure.Laps;
import vaiwg.bench.measure.ProcessorTime;

/** Records, while a contestant works, at what its threads are, what they allocate, and what the threads of the JVM take. */
public final class FlightRecording implements Laps.Around {
    private static final Duration EVERY = Duration.ofMillis(10);
    /** How many are sampled at most; each stands for those between. */
    private static final String ALLOCATIONS = "500/s";
    /** As Linux has their names, which it cuts. */
    private static final Map<String, String> OWN = Map.of(
            "GC Thread", "collector",
            "ParGC Thread", "collector",
            "G1 ", "collector",
            "C1 Compiler", "compiler",
            "C2 Compiler", "compiler",
            "VM ", "JVM, other");

    private final Path file;
    private Recording recording;
    private Map<String, Long> before;

    /** @param file that the recording becomes */
    public FlightRecording(Path file) {
        this.file = file;
    }

    @Override
    public void begin() {
        recording = new Recording();
        recording.enable(Stacks.SAMPLE).withPeriod(EVERY).withStackTrace();
        recording.enable(Stacks.ALLOCATION).with("throttle", ALLOCATIONS).withStackTrace();
        recording.enable(OwnThreads.class);
        recording.start();
        before = ownMillis();
    }

    @Override
    public void end() throws IOException {
        ownMillis().forEach((stage, millis) -> {
            OwnThreads own = new OwnThreads();
            own.stage = stage;
            // A thread that has ended meanwhile took something, and is not there to say it.
            own.millis = Math.max(0, millis - before.getOrDefault(stage, 0L));
            own.commit();
        });
        recording.stop();
        recording.dump(file);
        recording.close();
    }

    private static Map<String, Long> ownMillis() {
        return ProcessorTime.ofOwnThreads().entrySet().stream()
                .filter(thread -> stageOf(thread.getKey()) != null)
                .collect(Collectors.groupingBy(
                        thread -> stageOf(thread.getKey()), TreeMap::new, Collectors.summingLong(Map.Entry::getValue)));
    }

    /** Null for a thread of Java. */
    private static String stageOf(String thread) {
        return OWN.entrySet().stream()
                .filter(own -> thread.startsWith(own.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }
}
