package vaiwg.kpis.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * An expression as a conjunction of clauses, each "one of these facts holds or one of those does not". Clauses of one fact are merged
 * into two sets. {@link FactTable} holds many of these against a set of facts at once.
 */
public final class Matcher {
    private final List<Clause> clauses;
    private final FactSet required;
    private final FactSet forbidden;
    private final List<Clause> alternatives;

    /** One of some facts holds, or one of others does not. */
    record Clause(FactSet holds, FactSet fails) {
        Clause or(Clause other) {
            return new Clause(holds.plus(other.holds), fails.plus(other.fails));
        }

        boolean isSingle() {
            return holds.size() + fails.size() == 1;
        }

        boolean matches(FactSet facts) {
            return facts.meets(holds) || !facts.containsAll(fails);
        }
    }

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
        this.required = must;
        this.forbidden = mustNot;
        this.alternatives = List.copyOf(rest);
    }

    public static Matcher compile(Expression expression) {
        return new Matcher(clauses(expression, true));
    }

    /** The facts that it asks for: it matches a set exactly if it matches those of them that are in it. */
    public FactSet facts() {
        return clauses.stream().map(clause -> clause.holds.plus(clause.fails)).reduce(FactSet.NONE, FactSet::plus);
    }

    /** The facts that must all hold. */
    FactSet required() {
        return required;
    }

    /** The facts of which none may hold. */
    FactSet forbidden() {
        return forbidden;
    }

    /** The clauses of several facts. */
    List<Clause> alternatives() {
        return alternatives;
    }

    /** Tells of each clause which facts it is enough that one holds, and which that one does not. */
    void forEachClause(BiConsumer<FactSet, FactSet> consumer) {
        clauses.forEach(clause -> consumer.accept(clause.holds, clause.fails));
    }

    /** Whether the expression holds of a set of facts. */
    public boolean matches(FactSet facts) {
        return facts.containsAll(required)
                && !facts.meets(forbidden)
                && alternatives.stream().allMatch(clause -> clause.matches(facts));
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
