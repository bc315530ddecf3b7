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
    /** How the words of alternatives begin. */
    String ANY = "any of ";

    /** In plain words, for the dictionary: joined facts as a list in brackets, {@code any of [outcome 14; outcome 16]}. */
    String words();

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
            return "all of " + list(conditions());
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
            return ANY + list(parts.stream());
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
            String words = part.words();
            return words.startsWith(ANY) ? "none of " + words.substring(ANY.length()) : "not [" + words + "]";
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

    private static String list(Stream<Expression> parts) {
        return parts.map(Expression::words).collect(Collectors.joining("; ", "[", "]"));
    }

    private static String join(List<Expression> parts, Function<Expression, String> text, String by) {
        return parts.stream().map(text).collect(Collectors.joining(by));
    }
}
