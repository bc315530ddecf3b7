package vaiwg.verification.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vaiwg.demo.synthetic.SyntheticForce;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Progress;
import vaiwg.schemas.ReleasedSchemas;
import vaiwg.schemas.SchemaField;

/** {@code docs/samples} has a value for every counted field; {@code -Dvaiwg.golden.write=true} adds one to the first line that can have it. */
class SamplesTest {
    private static final Path SAMPLES = Path.of("../docs/samples");
    private static final Pattern CODE = Pattern.compile("\\b[A-Z][A-Z_]{2,}\\b");
    private static final Set<String> ADDED = Set.of("eventId", "source", "dateResolution");
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @EnumSource(EventStream.class)
    void a_sample_has_every_counted_field(EventStream stream) throws IOException {
        Path sample = SAMPLES.resolve(stream.slug() + ".jsonl");
        if (Boolean.getBoolean("vaiwg.golden.write") && Files.notExists(sample)) {
            Files.write(sample, List.of(line(firstOf(stream))));
        }
        for (SchemaField field : SchemaField.of(ReleasedSchemas.newest(stream.slug()))) {
            if (field.isCounted()) {
                List<String> lines = Files.readAllLines(sample);
                if (Boolean.getBoolean("vaiwg.golden.write") && !isIn(lines, field)) {
                    add(field, lines);
                    Files.write(sample, lines);
                }
                assertThat(isIn(lines, field)).as(field.path()).isTrue();
            }
        }
    }

    private static SpecificRecord firstOf(EventStream stream) {
        List<SpecificRecord> events = new ArrayList<>();
        SyntheticForce.westMidlands(1, LocalDate.of(2025, 1, 1), LocalDate.of(2025, 2, 1))
                .play(record -> {
                    if (record.stream() == stream && !(record.value() instanceof Progress)) {
                        events.add(record.value());
                    }
                });
        return events.get(0);
    }

    /** What the event says as a line has it: nothing of what it has not, or what is added to a line. */
    private static String line(SpecificRecord event) {
        ObjectNode line = JSON.createObjectNode();
        for (Schema.Field field : event.getSchema().getFields()) {
            Object value = event.get(field.pos());
            if (value != null && !ADDED.contains(field.name())) {
                boolean isBare = value instanceof Long || value instanceof Boolean;
                line.set(field.name(), JSON.valueToTree(isBare ? value : value.toString()));
            }
        }
        return line.toString();
    }

    private static boolean isIn(List<String> lines, SchemaField field) throws IOException {
        for (String line : lines) {
            if (JSON.readTree(line).at(pointer(field.path())).isValueNode()) {
                return true;
            }
        }
        return false;
    }

    private static String pointer(String path) {
        return path.isEmpty() ? "" : "/" + path.replace('.', '/');
    }

    /** A line that has the record that the field is in gets the field as its last one; its text is otherwise as it was. */
    private static void add(SchemaField field, List<String> lines) throws IOException {
        int dot = field.path().lastIndexOf('.');
        String outer = field.path().substring(0, Math.max(0, dot));
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            JsonNode event = JSON.readTree(line);
            JsonNode record = event.at(pointer(outer));
            if (record.isObject()) {
                // Of an inner record the brace that closes it: records in samples hold no others behind their first.
                int begin = outer.isEmpty() ? 0 : line.indexOf('"' + outer.substring(outer.lastIndexOf('.') + 1) + '"');
                int end = outer.isEmpty() ? line.lastIndexOf('}') : line.indexOf('}', begin);
                lines.set(
                        i,
                        line.substring(0, end)
                                + ", \"%s\": %s".formatted(field.path().substring(dot + 1), value(field, event))
                                + line.substring(end));
                return;
            }
        }
    }

    private static String value(SchemaField field, JsonNode event) {
        return switch (field.schema().getType()) {
            case BOOLEAN -> "false";
            case LONG -> event.get("changedAt").toString();
            default ->
                '"'
                        + CODE.matcher(field.doc())
                                .results()
                                .map(MatchResult::group)
                                .findFirst()
                                .orElse("OTHER")
                        + '"';
        };
    }
}
