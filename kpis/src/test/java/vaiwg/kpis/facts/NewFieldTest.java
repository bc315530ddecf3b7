package vaiwg.kpis.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vaiwg.schemas.ReleasedSchemas;

class NewFieldTest {
    @ParameterizedTest
    @EnumSource(NewField.class)
    void a_new_field_is_in_the_version_that_it_names_and_in_none_before(NewField field) {
        List<Schema> released = ReleasedSchemas.of(field.stream().slug());
        assertThat(released)
                .hasSizeGreaterThanOrEqualTo(field.version())
                .allSatisfy(schema -> assertThat(has(schema, field.path()))
                        .isEqualTo(released.indexOf(schema) + 1 >= field.version()));
        assertThat(field.version()).as("what the first version has is not new").isGreaterThan(1);
    }

    @ParameterizedTest
    @EnumSource(NewField.class)
    void that_a_record_has_it_is_a_fact_stated_from_it(NewField field) {
        assertThat(field.known().newField()).contains(field);
    }

    private static boolean has(Schema schema, String path) {
        Schema record = schema;
        for (String name : path.split("\\.")) {
            Schema.Field field = record.getField(name);
            if (field == null) {
                return false;
            }
            record = notNull(field.schema());
        }
        return true;
    }

    private static Schema notNull(Schema schema) {
        return schema.isUnion()
                ? schema.getTypes().stream()
                        .filter(branch -> branch.getType() != Schema.Type.NULL)
                        .findFirst()
                        .orElseThrow()
                : schema;
    }
}
