package vaiwg.kpis.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static vaiwg.kpis.facts.Expression.not;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.Seed;

class MatcherTest {
    private static final Fact[] FACTS = Fact.values();

    @Test
    void aCompiledExpressionSaysWhatItsTreeSays() {
        Random random = Seed.random("matcher");
        for (int i = 0; i < 3_000; i++) {
            List<Fact> few = someFacts(random);
            Expression expression = expression(random, few, 3);
            Matcher matcher = Matcher.compile(expression);
            for (int j = 0; j < 40; j++) {
                Set<Fact> facts = factsThatHold(random, few);
                assertThat(matcher.matches(bits(facts)))
                        .as("%s of %s", expression.formula(), facts)
                        .isEqualTo(holds(expression, facts));
            }
        }
    }

    @Test
    void factsOfAllWordsAreTold() {
        assertThat(FACTS.length).isGreaterThan(2 * Long.SIZE).isLessThanOrEqualTo(3 * Long.SIZE);
        for (Fact fact : FACTS) {
            assertThat(Matcher.compile(fact).matches(FactSet.of(fact))).isTrue();
            assertThat(Matcher.compile(not(fact)).matches(FactSet.of(fact))).isFalse();
            assertThat(Matcher.compile(fact).matches(FactSet.NONE)).isFalse();
        }
    }

    @Test
    void anExpressionPrintsAsPlainWordsAndAsAFormula() {
        Expression expression = Fact.ACTIVE.and(Fact.OUTCOME_14.or(Fact.OUTCOME_16), not(Fact.TRANSFERRED_IN));
        assertThat(expression.formula()).isEqualTo("(ACTIVE & (OUTCOME_14 | OUTCOME_16) & !TRANSFERRED_IN)");
        assertThat(expression.words())
                .startsWith("the crime stands: not cancelled, transferred or merged and (outcome 14")
                .endsWith("not (the record came from another force)");
    }

    /** Few facts, so that they meet; from both ends of the list, so that all words of bits do. */
    private static List<Fact> someFacts(Random random) {
        List<Fact> few = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            few.add(FACTS[random.nextInt(FACTS.length)]);
        }
        return few;
    }

    private static Expression expression(Random random, List<Fact> facts, int depth) {
        int kind = depth == 0 ? 0 : random.nextInt(4);
        if (kind == 0) {
            return facts.get(random.nextInt(facts.size()));
        }
        if (kind == 1) {
            return not(expression(random, facts, depth - 1));
        }
        List<Expression> parts = new ArrayList<>();
        for (int left = random.nextInt(1, 4); left > 0; left--) {
            parts.add(expression(random, facts, depth - 1));
        }
        return kind == 2 ? new Expression.All(parts) : new Expression.Any(parts);
    }

    private static Set<Fact> factsThatHold(Random random, List<Fact> few) {
        Set<Fact> facts = EnumSet.noneOf(Fact.class);
        few.stream().filter(fact -> random.nextBoolean()).forEach(facts::add);
        facts.add(FACTS[random.nextInt(FACTS.length)]);
        return facts;
    }

    private static boolean holds(Expression expression, Set<Fact> facts) {
        if (expression instanceof Expression.All all) {
            return all.parts().stream().allMatch(part -> holds(part, facts));
        }
        if (expression instanceof Expression.Any any) {
            return any.parts().stream().anyMatch(part -> holds(part, facts));
        }
        if (expression instanceof Expression.Not not) {
            return !holds(not.part(), facts);
        }
        return facts.contains((Fact) expression);
    }

    private static FactSet bits(Set<Fact> facts) {
        return facts.stream().map(FactSet::of).reduce(FactSet.NONE, FactSet::plus);
    }
}
