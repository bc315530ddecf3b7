package vaiwg.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class SchemaFieldTest {
    private static final String RECORD = """
            {"type": "record", "name": "Event", "fields": [
              {"name": "id", "type": "string", "doc": "Which it is.", "term": "number"},
              {"name": "inner", "type": ["null", {"type": "record", "name": "Inner", "fields": [
                {"name": "flag", "type": "boolean", "counted": true, "says": {"there": "it says so", "set": "it is"}}]}]},
              {"name": "at", "type": ["null", {"type": "long", "logicalType": "timestamp-millis"}]},
              {"name": "codes", "type": {"type": "array", "items": "string"}},
              {"name": "people", "type": {"type": "array", "items": {"type": "record", "name": "Person", "fields": [
                {"name": "id", "type": "string", "pseudonym": "person"}]}}}]}
            """;

    private final List<SchemaField> fields = SchemaField.of(new Schema.Parser().parse(RECORD));

    @Test
    void fields_are_named_after_the_records_and_lists_that_they_are_in() {
        assertThat(fields)
                .extracting(SchemaField::path)
                .containsExactly("id", "inner.flag", "at", "codes[]", "people[].id");
        assertThat(fields).extracting(SchemaField::isInList).containsExactly(false, false, false, true, true);
    }

    @Test
    void a_field_is_what_its_schema_declares() {
        assertThat(fields.get(0).doc()).isEqualTo("Which it is.");
        assertThat(fields).extracting(SchemaField::term).containsExactly("number", "", "", "", "");
        assertThat(fields).extracting(SchemaField::isOptional).containsExactly(false, true, true, false, false);
        assertThat(fields).extracting(SchemaField::isCounted).containsExactly(false, true, false, false, false);
        assertThat(fields).extracting(SchemaField::isInstant).containsExactly(false, false, true, false, false);
        assertThat(fields).extracting(SchemaField::pseudonymOf).containsExactly("", "", "", "", "person");
        assertThat(fields.get(1).says()).containsExactly(entry("there", "it says so"), entry("set", "it is"));
        assertThat(fields.get(0).says()).isEmpty();
    }

    /** Written by hand from what the schemas' words say of each field. */
    @Test
    void who_and_where_somebody_is_comes_as_a_pseudonym_in_five_fields() {
        assertThat(Stream.of(EventStream.values())
                        .flatMap(stream -> SchemaField.of(stream.schema()).stream()
                                .filter(field -> !field.pseudonymOf().isEmpty())
                                .map(field -> stream.slug() + "." + field.path() + " " + field.pseudonymOf())))
                .containsExactlyInAnyOrder(
                        "crime-recording.victim.personId person",
                        "crime-recording.suspects[].personId person",
                        "crime-recording.addressId address",
                        "stalking.perpetratorId person",
                        "conduct.personId officer");
    }
}
