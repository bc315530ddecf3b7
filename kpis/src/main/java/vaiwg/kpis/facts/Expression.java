package vaiwg.kpis.facts;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * A statement about a case: a fact, or facts joined by and, or, not. A tree and never free code, so that it prints as plain
 * text, compiles to bit operations, and can be checked against an independent recomputation.
 */
@API(status = API.Status.MAINTAINED)
public sealed interface Expression permits Fact, Expression.All, Expression.Any, Expression.Not {
    /** In plain words, for the dictionary: joined facts as a list in brackets, {@code any of [outcome 14; outcome 16]}. */
    String words();

    /** The words of each of what it is enough that one holds of; its own where there are no alternatives. */
    default List<String> alternatives() {
        return List.of(words());
    }

    /** The statements all of which must hold, each as an entry of a list. */
    default Stream<Expression> conditions() {
        return Stream.of(this);
    }

    /** By the facts' names, for definitions: {@code (ACTIVE & (OUTCOME_14 | OUTCOME_16))}. */
    String formula();

    /** Every fact named in it. */
    Stream<Fact> facts();

    default Expression and(Expression... others) {
        return new All(withThis(others));
    }

    default Expression or(Expression... others) {
        return new Any(withThis(others));
    }

    static Expression not(Expression part) {
        return new Not(part);
    }

    /** All of the parts hold. */
    record All(List<Expression> parts) implements Expression {
        @Override
        public String words() {
            return "all of " + list(conditions().map(Expression::words).toList());
        }

        @Override
        public Stream<Expression> conditions() {
            return parts.stream().flatMap(Expression::conditions);
        }

        @Override
        public String formula() {
            return "(" + join(parts, Expression::formula, " & ") + ")";
        }

        @Override
        public Stream<Fact> facts() {
            return parts.stream().flatMap(Expression::facts);
        }
    }

    /** At least one of the parts holds. */
    record Any(List<Expression> parts) implements Expression {
        @Override
        public String words() {
            return oneOf(alternatives());
        }

        @Override
        public List<String> alternatives() {
            return parts.stream().map(Expression::words).toList();
        }

        @Override
        public String formula() {
            return "(" + join(parts, Expression::formula, " | ") + ")";
        }

        @Override
        public Stream<Fact> facts() {
            return parts.stream().flatMap(Expression::facts);
        }
    }

    /** The part does not hold. */
    record Not(Expression part) implements Expression {
        @Override
        public String words() {
            List<String> alternatives = part.alternatives();
            return alternatives.size() > 1 ? "none of " + list(alternatives) : "not " + list(alternatives);
        }

        @Override
        public String formula() {
            return "!" + part.formula();
        }

        @Override
        public Stream<Fact> facts() {
            return part.facts();
        }
    }

    private List<Expression> withThis(Expression... others) {
        return Stream.concat(Stream.of(this), Stream.of(others)).toList();
    }

    /** The words of alternatives, or of the one that there is. */
    static String oneOf(List<String> words) {
        return words.size() == 1 ? words.get(0) : "any of " + list(words);
    }

    private static String list(List<String> words) {
        return "[" + String.join("; ", words) + "]";
    }

    private static String join(List<Expression> parts, Function<Expression, String> text, String by) {
        return parts.stream().map(text).collect(Collectors.joining(by));
    }
}
