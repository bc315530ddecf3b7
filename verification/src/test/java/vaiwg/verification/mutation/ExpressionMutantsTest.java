package vaiwg.verification.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.cases.CountedField;
import vaiwg.kpis.facts.Expression;
import vaiwg.kpis.facts.Fact;
import vaiwg.schemas.EventStream;

class ExpressionMutantsTest {
    private static final CountedField RESULT = CountedField.field(EventStream.OUTCOME, "courtResult");
    private static final Fact THERE = Fact.asked(RESULT.isThere());
    private static final Fact CONVICTED = Fact.asked(RESULT.test(List.of("CONVICTED")));

    @Test
    void to_leave_out_that_a_field_is_there_is_a_mistake_unless_it_is_said_what_it_is() {
        assertThat(words(Fact.ACTIVE.and(THERE))).contains("without outcome.courtResult is there");
        assertThat(words(Fact.ACTIVE.and(THERE, CONVICTED)))
                .contains("without outcome.courtResult is CONVICTED")
                .doesNotContain("without outcome.courtResult is there");
        assertThat(words(Fact.ACTIVE.and(THERE, Expression.not(CONVICTED))))
                .as("what is not there is nothing else either")
                .contains("without outcome.courtResult is there");
    }

    private static List<String> words(Expression expression) {
        return ExpressionMutants.of(expression).stream()
                .map(ExpressionMutants.Change::words)
                .toList();
    }
}
