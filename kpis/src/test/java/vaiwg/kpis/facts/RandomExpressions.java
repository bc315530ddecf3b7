package vaiwg.kpis.facts;

import static vaiwg.kpis.facts.Expression.not;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Expressions over few facts, and sets of these, by chance; with what an expression says, by its tree. */
final class RandomExpressions {
    private static final List<Fact> FACTS = Fact.values();

    private RandomExpressions() {}

    /** Few facts, so that they meet; from both ends of the list, so that all words of bits do. */
    static List<Fact> someFacts(Random random) {
        List<Fact> few = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            few.add(FACTS.get(random.nextInt(FACTS.size())));
        }
        return few;
    }

    static Expression expression(Random random, List<Fact> facts, int depth) {
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

    static Set<Fact> factsThatHold(Random random, List<Fact> few) {
        Set<Fact> facts = new LinkedHashSet<>();
        few.stream().filter(fact -> random.nextBoolean()).forEach(facts::add);
        facts.add(FACTS.get(random.nextInt(FACTS.size())));
        return facts;
    }

    static boolean holds(Expression expression, Set<Fact> facts) {
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

    static FactSet bits(Set<Fact> facts) {
        return facts.stream().map(FactSet::of).reduce(FactSet.NONE, FactSet::plus);
    }
}
