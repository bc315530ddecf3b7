package vaiwg.verification.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.ReleasedSchemas;
import vaiwg.schemas.SchemaField;

/** The tables of fields in {@code docs/feeds.md} are what the schemas declare; {@code -Dvaiwg.golden.write=true} writes them. */
class FeedsPageTest {
    private static final Path PAGE = Path.of("../docs/feeds.md");
    /** What is declared in all schemas alike, and described once. */
    private static final Set<String> OF_ALL =
            Set.of("force", "eventId", "version", "changedAt", "source", "dateResolution");

    private static final String CHARACTERISTIC = "Characteristic";
    private static final String AFTER_SUBJECTS = "### note:";

    @Test
    void the_fields_of_every_stream_are_those_of_its_schema() throws IOException {
        String page = Files.readString(PAGE);
        String written = with(page, "every event", rows(EventStream.CRIME_RECORDING, true));
        for (EventStream stream : EventStream.values()) {
            String placed = written.contains(begin(stream.slug())) ? written : withPlace(written, stream);
            written = with(placed, stream.slug(), rows(stream, false));
        }
        if (Boolean.getBoolean("vaiwg.golden.write")) {
            Files.writeString(PAGE, written);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(written);
    }

    /** A stream that the page does not have yet comes last of those with subjects of their own, with what its schema says of it. */
    private static String withPlace(String page, EventStream stream) {
        String place = "**%s**, key `%s`. %s\n\n%s<!-- end of fields -->\n\n"
                .formatted(stream.slug(), stream.subject(), stream.schema().getDoc(), begin(stream.slug()));
        return page.replace(AFTER_SUBJECTS, place + AFTER_SUBJECTS);
    }

    private static String begin(String name) {
        return "<!-- fields of " + name + ": written by a test -->\n";
    }

    private static String with(String page, String name, List<String> rows) {
        String begin = begin(name);
        Pattern table = Pattern.compile(Pattern.quote(begin) + "[^<]*");
        assertThat(table.matcher(page).results())
                .as("the place of the fields of " + name)
                .hasSize(1);
        return table.matcher(page).replaceFirst(Matcher.quoteReplacement(begin + String.join("\n", rows) + "\n"));
    }

    private static List<String> rows(EventStream stream, boolean ofAll) {
        List<String> rows = new ArrayList<>();
        rows.add("| field | type | in the record system | what it is |");
        rows.add("|---|---|---|---|");
        Schema schema = ReleasedSchemas.newest(stream.slug());
        List<String> told = new ArrayList<>();
        for (SchemaField field : SchemaField.of(schema)) {
            if (OF_ALL.contains(field.path()) != ofAll) {
                continue;
            }
            String holder = holder(schema, field.path());
            if (holder == null) {
                rows.add(row(field.path(), type(field), field.term(), field.doc(), field.isOptional()));
            } else if (!told.contains(holder)) {
                told.add(holder);
                rows.add(row(holder, "characteristic", "", "See below.", true));
            }
        }
        return rows;
    }

    /** The characteristic that a field belongs to; null where to none. */
    private static String holder(Schema schema, String path) {
        Schema record = schema;
        String[] names = path.replace("[]", "").split("\\.", -1);
        for (int i = 0; i < names.length - 1; i++) {
            record = SchemaField.present(record.getField(names[i]).schema());
            if (record.getType() == Schema.Type.ARRAY) {
                record = record.getElementType();
            }
            if (record.getName().equals(CHARACTERISTIC)) {
                return path.substring(0, path.lastIndexOf('.'));
            }
        }
        return null;
    }

    private static String row(String path, String type, String term, String doc, boolean isOptional) {
        return "| `%s` | %s | %s | %s |".formatted(path, type + (isOptional ? "?" : ""), term, doc);
    }

    private static String type(SchemaField field) {
        if (field.isInstant()) {
            return "time";
        }
        return switch (field.schema().getType()) {
            case BOOLEAN -> "yes or no";
            case INT, LONG -> "number";
            case ENUM -> "`" + String.join("`, `", field.schema().getEnumSymbols()) + "`";
            default -> "text";
        };
    }
}
