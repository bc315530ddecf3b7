package vaiwg.jobs.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import vaiwg.schemas.EventStream;

/** A force is asked for nothing that nobody reads: each field of each event is read by the job, or it is said here what it is for. */
class FieldsAreReadTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Set<String> OF_EVERY_EVENT = Set.of("force");

    private static final Map<String, String> FOR_OTHERS = Map.of(
            "Conduct.caseId", "the key of its records, by which the job keeps its state",
            "ProtectiveOrder.orderId", "the key of its records, by which the job keeps its state",
            "Safeguarding.caseId", "the key of its records, by which the job keeps its state",
            "CrimeRecording.statusReason", "the ground of a cancellation: no measure is cut by it yet",
            "CrimeRecording.mergedInto", "that it was merged is enough: the survivor counts by itself",
            "CrimeRecording.channel", "how it was reported: no measure is cut by it yet",
            "CrimeRecording.lsoa", "the census's area: places are told apart by their cells",
            "Characteristic.setAt", "when an answer was entered: as it stood on a day goes by the versions",
            "Stalking.risk", "what the screening found: no measure is cut by it yet");

    @Test
    void eachFieldIsReadOrSaysWhatItIsFor() throws IOException {
        String job = source();
        Set<String> unread = new TreeSet<>();
        for (EventStream stream : EventStream.values()) {
            collect(stream.schema(), job, unread);
        }
        assertThat(unread).containsExactlyInAnyOrderElementsOf(FOR_OTHERS.keySet());
    }

    private static void collect(Schema schema, String job, Set<String> unread) {
        switch (schema.getType()) {
            case UNION -> schema.getTypes().forEach(one -> collect(one, job, unread));
            case ARRAY -> collect(schema.getElementType(), job, unread);
            case RECORD -> {
                for (Schema.Field field : schema.getFields()) {
                    String name = field.name();
                    String getter = "get" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
                    if (!OF_EVERY_EVENT.contains(name) && !job.contains(getter)) {
                        unread.add(schema.getName() + "." + name);
                    }
                    collect(field.schema(), job, unread);
                }
            }
            default -> {}
        }
    }

    private static String source() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(FieldsAreReadTest::text)
                    .collect(Collectors.joining());
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
