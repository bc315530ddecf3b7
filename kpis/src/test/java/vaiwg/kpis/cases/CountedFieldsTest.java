package vaiwg.kpis.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vaiwg.kpis.Counted;
import vaiwg.kpis.RandomCases;
import vaiwg.kpis.facts.Fact;
import vaiwg.kpis.fields.FieldReader;
import vaiwg.kpis.fields.FieldWriter;
import vaiwg.schemas.EventStream;

class CountedFieldsTest {
    private static final long NEAR = 1_780_000_000_000L;

    @ParameterizedTest
    @EnumSource(value = VersionKind.class, names = "NOTE", mode = EnumSource.Mode.EXCLUDE)
    void any_values_come_back_from_their_bytes_and_are_part_of_what_a_version_says(VersionKind kind) {
        RandomCases cases = new RandomCases(new Random(15), 30, 5);
        for (int round = 0; round < 100; round++) {
            Version version = cases.counted(kind.get(), NEAR);
            Version back = kind.get();
            read(back, written(version));
            assertThat(back.counted).isEqualTo(version.counted);
            assertThat(version.hasSameContent(kind.get())).isEqualTo(version.counted[0] == 0);
            long[] values = kind.counted().values(version.counted);
            assertThat(kind.counted().kept(values)).isEqualTo(version.counted);
            for (CountedField field : kind.counted().fields()) {
                assertThat(field.in(version)).isEqualTo(values[field.place()]);
                assertThat(field.isIn(version))
                        .isEqualTo(values[field.place()] != field.kind().none());
            }
        }
    }

    @Test
    void versions_that_have_flags_alone_share_an_array_for_the_same_values() {
        Version safeguarding = Counted.set(new RecordVersion(VersionKind.SAFEGUARDING), "highRisk", true);
        Version back = new RecordVersion(VersionKind.SAFEGUARDING);
        read(back, written(safeguarding));
        assertThat(back.counted).isSameAs(safeguarding.counted).hasSize(1);
    }

    @Test
    void what_a_record_does_not_have_takes_no_room() {
        Version outcome = Counted.set(new OutcomeVersion(), "interviewedUnderCaution", false);
        assertThat(outcome.counted).hasSize(1);
        assertThat(Counted.set(outcome, "victimInformedAt", NEAR).counted)
                .hasSize(2)
                .endsWith(NEAR);
    }

    /** They are in state: where they change on purpose, the numbers of the formats of versions are raised. */
    @Test
    void the_bytes_of_what_is_kept_are_those_of_its_format() {
        OutcomeVersion outcome = new OutcomeVersion();
        assertThat(bytes(outcome)).as("nothing").isEqualTo("00");
        Counted.set(outcome, "interviewedUnderCaution", false);
        assertThat(bytes(outcome)).isEqualTo("010101");
        Counted.set(outcome, "interviewedUnderCaution", true);
        assertThat(bytes(outcome)).isEqualTo("01110101");
        Counted.set(outcome, "supportEnded.reason", 0x1122334455667788L);
        Counted.set(outcome, "victimInformedAt", NEAR + 60_000);
        assertThat(bytes(outcome)).isEqualTo("011115018877665544332211c1a907");
    }

    @Test
    void the_layout_names_each_field_with_its_kind() {
        assertThat(CountedFields.layout())
                .contains("outcome.victimInformedAt:INSTANT", "victim-contact.survey.freeTextGiven:FLAG");
    }

    @Test
    void a_field_says_since_which_version_of_its_schema_records_have_it() {
        assertThat(CountedField.field(EventStream.VICTIM_CONTACT, "survey.freeTextGiven")
                        .since())
                .isEqualTo(2);
        assertThat(CountedField.field(EventStream.VICTIM_CONTACT, "survey.satisfied")
                        .since())
                .isEqualTo(1);
        CountedField repeat = CountedField.field(EventStream.SAFEGUARDING, "repeat");
        assertThat(Fact.asked(repeat.isSet()).newField()).contains(repeat);
        assertThat(Fact.asked(CountedField.field(EventStream.VICTIM_CONTACT, "survey.satisfied")
                                .isSet())
                        .newField())
                .isEmpty();
    }

    @Test
    void what_is_not_declared_as_counted_is_rejected_in_one_sentence() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> CountedField.field(EventStream.OUTCOME, "supportEnded.at"))
                .withMessageStartingWith(
                        "The schema of outcome has no field supportEnded.at with \"counted\": true; there are "
                                + "interviewedUnderCaution, supportEnded.stage, supportEnded.reason, ");
    }

    @Test
    void a_statement_holds_of_the_values_that_it_names() {
        Version outcome = new OutcomeVersion();
        CountedField flag = CountedField.field(EventStream.OUTCOME, "interviewedUnderCaution");
        CountedField code = CountedField.field(EventStream.OUTCOME, "supportEnded.reason");
        assertThat(flag.isSet().holds().test(outcome)).isFalse();
        assertThat(flag.isUnsetIn(outcome)).isFalse();
        flag.setIn(outcome, 0);
        code.setIn(outcome, UnitCode.of("B"));
        assertThat(flag.isUnsetIn(outcome)).isTrue();
        assertThat(flag.isThere().holds().test(outcome)).isTrue();
        assertThat(code.isOneOf("A", "B").holds().test(outcome)).isTrue();
        assertThat(code.isOneOf("A").holds().test(outcome)).isFalse();
    }

    private static String bytes(Version version) {
        FieldWriter writer = new FieldWriter();
        version.versionKind().counted().pass(version.counted, writer, NEAR);
        return HexFormat.of().formatHex(writer.bytes(), 0, writer.length());
    }

    private static FieldWriter written(Version version) {
        FieldWriter writer = new FieldWriter();
        version.pass(writer);
        return writer;
    }

    private static void read(Version version, FieldWriter from) {
        FieldReader reader = new FieldReader();
        System.arraycopy(from.bytes(), 0, reader.begin(from.length()), 0, from.length());
        version.pass(reader);
        assertThat(reader.isAtEnd()).isTrue();
    }
}
