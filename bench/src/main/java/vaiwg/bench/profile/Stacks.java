package vaiwg.bench.profile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;

/**
 * What a recording says.
 *
 * @param samples how often each stack was met: thread and frames, the outermost first, separated by semicolons
 * @param allocated how many bytes each allocated, about: the same with the class of what was allocated on top
 * @param ownMillis what the JVM's own threads took, by stage
 */
public record Stacks(Map<String, Long> samples, Map<String, Long> allocated, Map<String, Long> ownMillis) {
    static final String SAMPLE = "jdk.ExecutionSample";
    static final String ALLOCATION = "jdk.ObjectAllocationSample";
    static final String SEPARATOR = ";";

    /** What is numbered anew in each run: a lambda's class, and which of several alike a thread is. */
    private static final Pattern LAMBDA = Pattern.compile("\\$\\$Lambda.*");

    private static final Pattern WHICH = Pattern.compile(" ?\\(\\d+/\\d+\\).*|[-#]\\d+.*");

    /** Reads a file that {@link FlightRecording} wrote. */
    public static Stacks of(Path recording) throws IOException {
        Map<String, Long> samples = new TreeMap<>();
        Map<String, Long> allocated = new TreeMap<>();
        Map<String, Long> own = new TreeMap<>();
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                String name = event.getEventType().getName();
                if (name.equals(SAMPLE) && event.getStackTrace() != null) {
                    samples.merge(stack(event, event.getThread("sampledThread")), 1L, Long::sum);
                } else if (name.equals(ALLOCATION) && event.getStackTrace() != null) {
                    String type = event.getClass("objectClass").getName().replace(SEPARATOR, "");
                    allocated.merge(
                            stack(event, event.getThread()) + SEPARATOR + "new " + type,
                            event.getLong("weight"),
                            Long::sum);
                } else if (name.equals(OwnThreads.NAME)) {
                    own.merge(event.getString("stage"), event.getLong("millis"), Long::sum);
                }
            }
        }
        return new Stacks(samples, allocated, own);
    }

    /** The thread of a stack, without which of several alike it is. */
    static String threadOf(String stack) {
        return stack.substring(0, stack.indexOf(SEPARATOR));
    }

    private static String stack(RecordedEvent event, RecordedThread thread) {
        List<String> frames = new ArrayList<>();
        for (RecordedFrame frame : event.getStackTrace().getFrames()) {
            String type = LAMBDA.matcher(frame.getMethod().getType().getName()).replaceFirst("\\$\\$Lambda");
            frames.add(type + '.' + frame.getMethod().getName());
        }
        frames.add(nameOf(thread));
        Collections.reverse(frames);
        return String.join(SEPARATOR, frames);
    }

    private static String nameOf(RecordedThread thread) {
        String name = thread == null ? null : thread.getJavaName();
        return name == null
                ? "a thread without a name"
                : WHICH.matcher(name).replaceFirst("").replace(SEPARATOR, ",").replace('|', ',');
    }
}
