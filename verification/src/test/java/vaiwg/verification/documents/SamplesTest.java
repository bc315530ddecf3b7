package vaiwg.verification.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.ReleasedSchemas;
import vaiwg.schemas.SchemaField;

/** {@code docs/samples} has a value for every counted field; {@code -Dvaiwg.golden.write=true} adds one to the first line that can have it. */
class SamplesTest {
    private static final Path SAMPLES = Path.of("../docs/samples");
    private static final Pattern CODE = Pattern.compile("\\b[A-Z][A-Z_]{2,}\\b");
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @EnumSource(EventStream.class)
    void a_sample_has_every_counted_field(EventStream stream) throws IOException {
        Path sample = SAMPLES.resolve(stream.slug() + ".jsonl");
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
