package vaiwg.verification.mutation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vaiwg.kpis.cases.CountedField;
import vaiwg.kpis.facts.Expression;
import vaiwg.kpis.facts.Fact;

/**
 * What can be said wrongly in an expression: a condition left out or turned round, an outcome more or less, a bound that is its
 * neighbour's. What is other words for the same thing is no mutant and is left out: that a field is there beside what it is, too.
 */
final class ExpressionMutants {
    /** Outcomes that one might have meant too; groups of archives are another matter. */
    private static final List<Fact> OUTCOMES = List.of(
            Fact.named("OUTCOME_14"),
            Fact.named("OUTCOME_15"),
            Fact.OUTCOME_16,
            Fact.named("OUTCOME_18"),
            Fact.named("OUTCOME_20"),
            Fact.named("OUTCOME_21"),
            Fact.named("OUTCOME_22"),
            Fact.named("OUT_OF_COURT"),
            Fact.named("CHARGED"));

    private static final int MOST_FACTS_TRIED = 12;

    /** What a counted field is said to be, of the record itself or of an audit: {@code outcome.courtResult is CONVICTED}. */
    private static final Pattern OF_FIELD = Pattern.compile("([\\w-]+\\.[\\w.]+ is )(.+?)( in an audit)?");

    private final Expression original;
    private final List<Change> found = new ArrayList<>();

    /** @param words what was done, by the names of facts */
    record Change(Mutant.Kind kind, String words, Expression expression) {}

    private ExpressionMutants(Expression original) {
        this.original = original;
    }

    static List<Change> of(Expression original) {
        ExpressionMutants mutants = new ExpressionMutants(original);
        mutants.within(original, whole -> whole);
        return mutants.found;
    }

    /** @param put puts something in the place of {@code here} */
    private void within(Expression here, UnaryOperator<Expression> put) {
        if (here instanceof Fact fact) {
            ofFact(fact, put);
        } else if (here instanceof Expression.Not not) {
            add(Mutant.Kind.FILTER, here.formula() + " turned round", put.apply(not.part()));
            within(not.part(), part -> put.apply(Expression.not(part)));
        } else if (here instanceof Expression.All all) {
            ofParts(all.parts(), Expression.All::new, put);
        } else if (here instanceof Expression.Any any) {
            boolean outcomes = OUTCOMES.containsAll(any.parts());
            ofParts(any.parts(), Expression.Any::new, put);
            if (outcomes) {
                withOneMore(
                        any.parts(),
                        more -> add(
                                Mutant.Kind.OUTCOMES,
                                "with " + last(more).formula(),
                                put.apply(new Expression.Any(more))));
            }
        }
    }

    private void ofFact(Fact fact, UnaryOperator<Expression> put) {
        add(Mutant.Kind.FILTER, fact + " turned round", put.apply(Expression.not(fact)));
        for (Fact other : Fact.values()) {
            if (isNeighbour(fact, other)) {
                add(Mutant.Kind.BOUND, fact + " as " + other, put.apply(other));
            }
        }
        if (OUTCOMES.contains(fact)) {
            withOneMore(
                    List.of(fact),
                    more -> add(
                            Mutant.Kind.OUTCOMES,
                            fact + " with " + last(more).formula(),
                            put.apply(new Expression.Any(more))));
        } else {
            List<Fact> facts = Fact.values();
            Fact next = facts.get((facts.indexOf(fact) + 1) % facts.size());
            add(Mutant.Kind.FILTER, fact + " as " + next, put.apply(next));
        }
    }

    private void ofParts(
            List<Expression> parts, Function<List<Expression>, Expression> joined, UnaryOperator<Expression> put) {
        for (int i = 0; i < parts.size(); i++) {
            int place = i;
            Expression part = parts.get(i);
            List<Expression> fewer = new ArrayList<>(parts);
            fewer.remove(place);
            Mutant.Kind kind =
                    part instanceof Fact fact && OUTCOMES.contains(fact) ? Mutant.Kind.OUTCOMES : Mutant.Kind.FILTER;
            add(kind, "without " + part.formula(), put.apply(fewer.size() == 1 ? fewer.get(0) : joined.apply(fewer)));
            within(part, other -> {
                List<Expression> changed = new ArrayList<>(parts);
                changed.set(place, other);
                return put.apply(joined.apply(changed));
            });
        }
    }

    private static void withOneMore(List<? extends Expression> parts, Consumer<List<Expression>> each) {
        for (Fact outcome : OUTCOMES) {
            if (!parts.contains(outcome)) {
                List<Expression> more = new ArrayList<>(parts);
                more.add(outcome);
                each.accept(more);
            }
        }
    }

    /** Of the same statement with another number: {@code ASSIGNED_WITHIN_7D} and {@code ASSIGNED_WITHIN_28D}. */
    private static boolean isNeighbour(Fact fact, Fact other) {
        return fact != other
                && !OUTCOMES.contains(fact)
                && fact.name().replaceAll("[0-9]+", "#").equals(other.name().replaceAll("[0-9]+", "#"));
    }

    private void add(Mutant.Kind kind, String words, Expression mutant) {
        boolean known = meansTheSame(original, mutant)
                || found.stream().anyMatch(other -> meansTheSame(other.expression, mutant));
        if (!known) {
            boolean taken = found.stream().anyMatch(other -> other.words.equals(words));
            found.add(new Change(kind, taken ? words + ", the second time" : words, mutant));
        }
    }

    /** Whether two expressions hold of the same sets of facts that can hold at once; of too many facts it is taken that they do not. */
    private static boolean meansTheSame(Expression one, Expression other) {
        Set<Fact> named = new LinkedHashSet<>(one.facts().toList());
        other.facts().forEach(named::add);
        List<Fact> facts = List.copyOf(named);
        if (facts.size() > MOST_FACTS_TRIED) {
            return one.equals(other);
        }
        int[] needed = facts.stream().mapToInt(fact -> neededBy(fact, facts)).toArray();
        Set<Fact> hold = new HashSet<>();
        for (int bits = 0; bits < 1 << facts.size(); bits++) {
            if (!canHold(bits, needed)) {
                continue;
            }
            hold.clear();
            for (int i = 0; i < facts.size(); i++) {
                if ((bits >> i & 1) != 0) {
                    hold.add(facts.get(i));
                }
            }
            if (holds(one, hold) != holds(other, hold)) {
                return false;
            }
        }
        return true;
    }

    /** The bits of those facts without which a fact cannot hold: a field that is something is there. */
    private static int neededBy(Fact fact, List<Fact> facts) {
        Matcher field = OF_FIELD.matcher(fact.name());
        if (!field.matches()) {
            return 0;
        }
        String there = field.group(1) + CountedField.THERE + Objects.requireNonNullElse(field.group(3), "");
        int bits = 0;
        for (int i = 0; i < facts.size(); i++) {
            if (facts.get(i).name().equals(there)) {
                bits |= 1 << i;
            }
        }
        return bits;
    }

    private static boolean canHold(int bits, int[] needed) {
        for (int i = 0; i < needed.length; i++) {
            if ((bits >> i & 1) != 0 && (bits & needed[i]) != needed[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(Expression expression, Set<Fact> facts) {
        if (expression instanceof Fact fact) {
            return facts.contains(fact);
        }
        if (expression instanceof Expression.Not not) {
            return !holds(not.part(), facts);
        }
        if (expression instanceof Expression.All all) {
            return all.parts().stream().allMatch(part -> holds(part, facts));
        }
        return ((Expression.Any) expression).parts().stream().anyMatch(part -> holds(part, facts));
    }

    private static Expression last(List<Expression> parts) {
        return parts.get(parts.size() - 1);
    }
}
