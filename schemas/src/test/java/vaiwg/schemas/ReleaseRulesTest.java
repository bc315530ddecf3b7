package vaiwg.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The check itself: what it must find in a changed schema, and what it must leave alone. */
class ReleaseRulesTest {
    private static final String FIRST = """
            {"name": "id", "type": "string", "doc": "Which."},
            {"name": "kind", "type": {"type": "enum", "name": "Kind", "symbols": ["A", "B"]}},
            {"name": "at", "type": {"type": "long", "logicalType": "timestamp-millis"}},
            {"name": "seen", "type": "boolean", "default": false}""";
    private static final String ADDED = """
            {"name": "more", "type": ["null", "boolean"], "default": null}""";

    @Test
    void a_field_with_a_default_is_a_sound_new_version_once_its_copy_is_kept() {
        Schema first = record(FIRST);
        Schema second = record(FIRST + "," + ADDED);

        assertThat(ReleaseRules.findings("thing", second, List.of(first, second)))
                .isEmpty();
    }

    @Test
    void a_changed_schema_without_its_released_copy_is_found() {
        assertThat(ReleaseRules.findings("thing", record(FIRST + "," + ADDED), List.of(record(FIRST))))
                .containsExactly("schemas/src/main/avro/thing.avsc is not its newest released version: copy it to "
                        + "schemas/src/main/resources/released/thing/2.avsc.");
    }

    @Test
    void a_new_schema_without_any_released_copy_is_found() {
        assertThat(ReleaseRules.findings("thing", record(FIRST), List.of()))
                .containsExactly("schemas/src/main/avro/thing.avsc is not its newest released version: copy it to "
                        + "schemas/src/main/resources/released/thing/1.avsc.");
    }

    @Test
    void better_words_are_no_new_version() {
        assertThat(ReleaseRules.findings(
                        "thing", record(FIRST.replace("Which.", "Which one.")), List.of(record(FIRST))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // A required field: older records do not have it.
                FIRST + ", {\"name\": \"must\", \"type\": \"string\"}",
                // A field that an older build needs is gone.
                "{\"name\": \"id\", \"type\": \"string\"}",
            })
    void an_incompatible_version_is_found_though_its_copy_is_kept(String fields) {
        Schema second = record(fields);
        assertThat(ReleaseRules.findings("thing", second, List.of(record(FIRST), second)))
                .singleElement()
                .asString()
                .startsWith("thing.avsc is not compatible with its released version 1 (")
                .endsWith("): only add fields with a default, and take every other change back.");
    }

    @Test
    void a_further_symbol_of_a_list_without_a_default_is_found() {
        Schema second = record(FIRST.replace("\"B\"", "\"B\", \"C\""));
        assertThat(ReleaseRules.findings("thing", second, List.of(record(FIRST), second)))
                .singleElement()
                .asString()
                .contains("MISSING_ENUM_SYMBOLS");
    }

    @Test
    void every_released_version_is_compared_and_not_the_last_one_alone() {
        Schema first = record(FIRST);
        Schema second = record(FIRST + "," + ADDED);
        Schema third = record(FIRST.replace("\"boolean\"", "\"string\"").replace("false", "\"\"") + "," + ADDED);

        assertThat(ReleaseRules.findings("thing", third, List.of(first, second, third)))
                .hasSize(2)
                .allMatch(finding -> finding.startsWith("thing.avsc is not compatible with its released version"));
    }

    /** Which the fingerprint does not see: records of both would be read as of the one. */
    @ParameterizedTest
    @ValueSource(strings = {"\"default\": false", "timestamp-millis"})
    void a_changed_default_or_logical_type_is_found_with_its_copy_and_without(String what) {
        Schema second =
                record(FIRST.replace(what, what.equals("timestamp-millis") ? "timestamp-micros" : "\"default\": true"));

        assertThat(ReleaseRules.findings("thing", second, List.of(record(FIRST))))
                .hasSize(1);
        assertThat(ReleaseRules.findings("thing", second, List.of(record(FIRST), second)))
                .containsExactly(
                        "Versions 1 and 2 of thing have the same fingerprint, by which records name their schema: "
                                + "take the change of a default or a logical type back, and delete version 2.");
    }

    private static Schema record(String fields) {
        return new Schema.Parser().parse("{\"type\": \"record\", \"name\": \"Thing\", \"fields\": [" + fields + "]}");
    }
}
