package vaiwg.jobs.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.reference.CodeMaps;

/** A force is asked for nothing that nobody reads: each field of each event is read by the job, or it is said here what it is for. */
class FieldsAreReadTest {
    private static final Map<String, String> FOR_OTHERS = Map.of(
            "SupportEnded.at",
            "when it ended: that it did, where and why is what is counted",
            "Stalking.young",
            "ageBand says more: it stays, since released schemas have it",
            "Characteristic.setAt",
            "when an answer was entered: as it stood on a day goes by the versions");

    @Test
    void each_field_is_read_or_says_what_it_is_for() {
        Set<String> unread = new TreeSet<>();
        Set<String> read = new TreeSet<>();
        for (Projection projection : EventReader.projections(0, CodeMaps.shipped())) {
            Set<String> paths = projection.paths().stream()
                    .map(path -> path.replace("[]", ""))
                    .collect(Collectors.toSet());
            collect(projection.schema, "", paths, read, unread);
        }
        unread.removeAll(read);
        assertThat(unread).containsExactlyInAnyOrderElementsOf(FOR_OTHERS.keySet());
    }

    /** A type that is used in several places is read where one of them is: of a characteristic not all is read of each. */
    private static void collect(Schema schema, String path, Set<String> paths, Set<String> read, Set<String> unread) {
        switch (schema.getType()) {
            case UNION -> schema.getTypes().forEach(one -> collect(one, path, paths, read, unread));
            case ARRAY -> collect(schema.getElementType(), path, paths, read, unread);
            case RECORD -> {
                for (Schema.Field field : schema.getFields()) {
                    String at = path.isEmpty() ? field.name() : path + '.' + field.name();
                    boolean isRead = paths.stream().anyMatch(one -> one.equals(at) || one.startsWith(at + '.'));
                    (isRead ? read : unread).add(schema.getName() + "." + field.name());
                    collect(field.schema(), at, paths, read, unread);
                }
            }
            default -> {}
        }
    }
}
