package vaiwg.kpis.facts;

import java.util.ArrayList;
import java.util.List;

/**
 * An expression compiled to bit operations: a conjunction of clauses, each "one of these facts holds or one of those does not".
 * Clauses of one fact are merged into two masks, so most expressions cost four ands.
 */
public final class Matcher {
    /** Word by word and side by side: every event asks some hundreds of these. */
    private final long required1;

    private final long required2;
    private final long required3;
    private final long required4;
    private final long forbidden1;
    private final long forbidden2;
    private final long forbidden3;
    private final long forbidden4;
    private final FactSet[] oneHolds;
    private final FactSet[] oneFails;

    private record Clause(FactSet holds, FactSet fails) {
        Clause or(Clause other) {
            return new Clause(holds.plus(other.holds), fails.plus(other.fails));
        }

        boolean isSingle() {
            return holds.size() + fails.size() == 1;
        }
    }

    private final List<Clause> clauses;

    private Matcher(List<Clause> clauses) {
        this.clauses = clauses;
        FactSet must = FactSet.NONE;
        FactSet mustNot = FactSet.NONE;
        List<Clause> rest = new ArrayList<>();
        for (Clause clause : clauses) {
            if (clause.isSingle()) {
                must = must.plus(clause.holds);
                mustNot = mustNot.plus(clause.fails);
            } else {
                rest.add(clause);
            }
        }
        required1 = must.first();
        required2 = must.second();
        required3 = must.third();
        required4 = must.fourth();
        forbidden1 = mustNot.first();
        forbidden2 = mustNot.second();
        forbidden3 = mustNot.third();
        forbidden4 = mustNot.fourth();
        oneHolds = rest.stream().map(Clause::holds).toArray(FactSet[]::new);
        oneFails = rest.stream().map(Clause::fails).toArray(FactSet[]::new);
    }

    /** Compiles an expression. */
    public static Matcher compile(Expression expression) {
        return new Matcher(clauses(expression, true));
    }

    /** The facts that it asks for: it matches a set exactly if it matches those of them that are in it. */
    public FactSet facts() {
        return clauses.stream().map(clause -> clause.holds.plus(clause.fails)).reduce(FactSet.NONE, FactSet::plus);
    }

    /** Whether the expression holds of a set of facts. */
    public boolean matches(FactSet facts) {
        long wrong1 = required1 & ~facts.first() | forbidden1 & facts.first();
        long wrong2 = required2 & ~facts.second() | forbidden2 & facts.second();
        long wrong3 = required3 & ~facts.third() | forbidden3 & facts.third();
        long wrong4 = required4 & ~facts.fourth() | forbidden4 & facts.fourth();
        if ((wrong1 | wrong2 | wrong3 | wrong4) != 0) {
            return false;
        }
        for (int i = 0; i < oneHolds.length; i++) {
            if (!facts.meets(oneHolds[i]) && facts.containsAll(oneFails[i])) {
                return false;
            }
        }
        return true;
    }

    /** Whether both were compiled to the same clauses, and so match the same sets. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Matcher matcher && clauses.equals(matcher.clauses);
    }

    @Override
    public int hashCode() {
        return clauses.hashCode();
    }

    private static List<Clause> clauses(Expression expression, boolean holds) {
        if (expression instanceof Fact fact) {
            FactSet one = FactSet.of(fact);
            return List.of(holds ? new Clause(one, FactSet.NONE) : new Clause(FactSet.NONE, one));
        }
        if (expression instanceof Expression.Not not) {
            return clauses(not.part(), !holds);
        }
        if (expression instanceof Expression.All all) {
            return holds ? together(all.parts(), true) : distributed(all.parts(), false);
        }
        Expression.Any any = (Expression.Any) expression;
        return holds ? distributed(any.parts(), true) : together(any.parts(), false);
    }

    private static List<Clause> together(List<Expression> parts, boolean holds) {
        return parts.stream().flatMap(part -> clauses(part, holds).stream()).toList();
    }

    private static List<Clause> distributed(List<Expression> parts, boolean holds) {
        List<Clause> product = List.of(new Clause(FactSet.NONE, FactSet.NONE));
        for (Expression part : parts) {
            List<Clause> factor = clauses(part, holds);
            product = product.stream()
                    .flatMap(left -> factor.stream().map(left::or))
                    .toList();
        }
        return product;
    }
}
