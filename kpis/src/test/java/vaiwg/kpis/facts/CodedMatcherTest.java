package vaiwg.kpis.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.Seed;

class CodedMatcherTest {
    private static final int EXPRESSIONS = 500;
    private static final int SETS = 20;

    @Test
    void a_coded_condition_holds_where_its_expression_does_and_asks_for_no_other_facts() {
        Random random = Seed.random("coded conditions");
        int held = 0;
        for (int i = 0; i < EXPRESSIONS; i++) {
            List<Fact> few = RandomExpressions.someFacts(random);
            FactCode code = new FactCode(FactSet.of(few.stream()));
            Expression expression = RandomExpressions.expression(random, few, 3);
            CodedMatcher coded = code.compile(Matcher.compile(expression));
            for (int j = 0; j < SETS; j++) {
                Set<Fact> facts = RandomExpressions.factsThatHold(random, few);
                long known = code.of(facts.toArray(Fact[]::new));
                boolean holds = RandomExpressions.holds(expression, facts);
                assertThat(coded.matches(known))
                        .as("%s of %s", expression, facts)
                        .isEqualTo(holds);
                assertThat(coded.matches(known & coded.asked())).isEqualTo(holds);
                held += holds ? 1 : 0;
            }
        }
        assertThat(held).isBetween(EXPRESSIONS, EXPRESSIONS * (SETS - 1));
    }

    @Test
    void what_can_hold_of_no_code_is_said_to_be_so_only_where_that_is_true() {
        Random random = Seed.random("conditions that can hold");
        int cannot = 0;
        for (int i = 0; i < EXPRESSIONS; i++) {
            List<Fact> few = RandomExpressions.someFacts(random);
            FactCode code = new FactCode(FactSet.of(few.stream()));
            CodedMatcher coded = code.compile(Matcher.compile(RandomExpressions.expression(random, few, 3)));
            long possible = code.of(RandomExpressions.factsThatHold(random, few).toArray(Fact[]::new));
            boolean ever = false;
            for (long some = possible; ; some = (some - 1) & possible) {
                ever |= coded.matches(some);
                if (some == 0) {
                    break;
                }
            }
            assertThat(coded.canMatch(possible) || !ever).isTrue();
            cannot += coded.canMatch(possible) ? 0 : 1;
        }
        assertThat(cannot).isPositive();
    }
}
