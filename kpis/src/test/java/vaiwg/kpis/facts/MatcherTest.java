package vaiwg.kpis.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static vaiwg.kpis.facts.Expression.not;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.Seed;
import vaiwg.kpis.cases.CountedField;
import vaiwg.schemas.EventStream;

class MatcherTest {
    private static final List<Fact> FACTS = Fact.values();
    private static final Fact TRANSFERRED_IN = Fact.asked(
            CountedField.field(EventStream.CRIME_RECORDING, "transferredIn").isSet());

    @Test
    void a_compiled_expression_says_what_its_tree_says() {
        Random random = Seed.random("matcher");
        for (int i = 0; i < 3_000; i++) {
            List<Fact> few = RandomExpressions.someFacts(random);
            Expression expression = RandomExpressions.expression(random, few, 3);
            Matcher matcher = Matcher.compile(expression);
            for (int j = 0; j < 40; j++) {
                Set<Fact> facts = RandomExpressions.factsThatHold(random, few);
                assertThat(matcher.matches(RandomExpressions.bits(facts)))
                        .as("%s of %s", expression.formula(), facts)
                        .isEqualTo(RandomExpressions.holds(expression, facts));
            }
        }
    }

    @Test
    void facts_of_all_words_are_told() {
        assertThat(FACTS.stream().map(FactSet::of).distinct()).hasSameSizeAs(FACTS);
        for (Fact fact : FACTS) {
            assertThat(Matcher.compile(fact).matches(FactSet.of(fact))).isTrue();
            assertThat(Matcher.compile(not(fact)).matches(FactSet.of(fact))).isFalse();
            assertThat(Matcher.compile(fact).matches(FactSet.NONE)).isFalse();
        }
    }

    @Test
    void an_expression_prints_as_plain_words_and_as_a_formula() {
        Expression expression = Fact.ACTIVE.and(Fact.named("OUTCOME_14").or(Fact.OUTCOME_16), not(TRANSFERRED_IN));
        assertThat(expression.formula())
                .isEqualTo("(ACTIVE & (OUTCOME_14 | OUTCOME_16) & !crime-recording.transferredIn is set)");
        assertThat(expression.words())
                .startsWith("all of [the crime stands: not cancelled, transferred or merged; any of [outcome 14")
                .endsWith("; not [the record came from another force]]");
        assertThat(expression.conditions().map(Expression::words))
                .hasSize(3)
                .startsWith(Fact.ACTIVE.words())
                .endsWith("not [the record came from another force]");
        assertThat(Fact.ACTIVE.and(expression).conditions()).hasSize(4);
        assertThat(not(Fact.named("OUTCOME_14").or(Fact.OUTCOME_16)).words()).startsWith("none of [outcome 14");
    }
}
