package vaiwg.bench.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageRulesTest {
    private static final String TASK = "org.apache.flink.streaming.runtime.tasks.StreamTask.invoke";
    private static final String SUBJECT = "vaiwg.jobs.subjects.SubjectOperator.processElement";

    private final StageRules rules = StageRules.shipped();

    /** What is written between two tasks is the exchange's, though the record passes its fields by itself and an operator sent it. */
    @ParameterizedTest
    @CsvSource({
        "exchange out, org.apache.flink.runtime.io.network.api.writer.RecordWriter.emit",
        "state access, org.apache.flink.runtime.state.heap.HeapValueState.value",
        "judgement, vaiwg.engine.contributions.SubjectDeltas.of",
        "judgement: persons and places, vaiwg.engine.contributions.PersonUpdates.of"
    })
    void what_an_operator_calls_is_told_apart(String stage, String called) {
        assertThat(rules.stageOf(stack(TASK, SUBJECT, called, "vaiwg.kpis.fields.FieldWriter.number")))
                .isEqualTo(stage);
    }

    @Test
    void what_is_read_for_an_operator_is_exchange_and_what_no_rule_names_is_other() {
        assertThat(rules.stageOf(stack(
                        TASK,
                        "org.apache.flink.runtime.io.network.api.serialization.NonSpanningWrapper.readInto",
                        "vaiwg.engine.contributions.Delta.pass")))
                .isEqualTo("exchange in");
        assertThat(rules.stageOf(stack("java.lang.Thread.run"))).isEqualTo(StageRules.OTHER);
    }

    /** A text is the beginning of a name, and not what stands in its middle. */
    @Test
    void a_rule_looks_at_where_a_name_begins() {
        assertThat(rules.stageOf(stack("com.example.org.apache.kafka.Reader.read")))
                .isEqualTo(StageRules.OTHER);
    }

    private static String stack(String... frames) {
        return "Cases;" + String.join(";", List.of(frames));
    }
}
