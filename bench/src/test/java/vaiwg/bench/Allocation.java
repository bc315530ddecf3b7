package vaiwg.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import vaiwg.bench.measure.Laps;

/** What all threads allocate meanwhile: what the heap holds before each collection beyond what the one before it has left. */
final class Allocation implements Laps.Around {
    private static final String HEAP = "jdk.GCHeapSummary";

    private final Path file;
    private Recording recording;

    /** @param file for what is recorded */
    Allocation(Path file) {
        this.file = file;
    }

    @Override
    public void begin() {
        recording = new Recording();
        recording.enable(HEAP);
        recording.start();
        System.gc();
    }

    @Override
    public void end() throws IOException {
        System.gc();
        recording.stop();
        recording.dump(file);
        recording.close();
    }

    long bytes() throws IOException {
        List<RecordedEvent> summaries = RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().equals(HEAP))
                .sorted(Comparator.comparing(RecordedEvent::getStartTime))
                .toList();
        long bytes = 0;
        long left = Long.MAX_VALUE;
        for (RecordedEvent summary : summaries) {
            long used = summary.getLong("heapUsed");
            if (summary.getString("when").startsWith("Before")) {
                bytes += Math.max(0, used - left);
            } else {
                left = used;
            }
        }
        return bytes;
    }
}
