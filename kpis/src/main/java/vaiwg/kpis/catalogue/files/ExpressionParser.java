package vaiwg.kpis.catalogue.files;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vaiwg.kpis.facts.Expression;
import vaiwg.kpis.facts.Fact;

/**
 * Reads statements about a case, such as {@code active and (outcome_14 or outcome_16) and not cancelled}: names of facts, joined. {@code not}
 * binds closer than {@code and}, and that closer than {@code or}.
 */
final class ExpressionParser {
    private static final Pattern TOKEN = Pattern.compile("\\s*([()]|[a-z0-9_]+|.)", Pattern.DOTALL);
    private static final Map<String, Fact> FACTS = Arrays.stream(Fact.values())
            .collect(Collectors.toMap(fact -> fact.name().toLowerCase(Locale.ROOT), Function.identity()));

    private final List<String> tokens = new ArrayList<>();
    private int next;

    /** @throws IllegalArgumentException in one sentence, where it is no statement or names a fact that there is not */
    static Expression parse(String text) {
        ExpressionParser parser = new ExpressionParser(text);
        Expression parsed = parser.either();
        if (!parser.peek().isEmpty()) {
            throw new IllegalArgumentException("\"and\" or \"or\" is expected before \"" + parser.peek() + "\"");
        }
        return parsed;
    }

    private ExpressionParser(String text) {
        Matcher token = TOKEN.matcher(text.strip());
        while (token.find()) {
            tokens.add(token.group(1));
        }
    }

    private Expression either() {
        List<Expression> parts = list("or", this::both);
        return parts.size() == 1 ? parts.get(0) : new Expression.Any(parts);
    }

    private Expression both() {
        List<Expression> parts = list("and", this::one);
        return parts.size() == 1 ? parts.get(0) : new Expression.All(parts);
    }

    private List<Expression> list(String joined, Supplier<Expression> part) {
        List<Expression> parts = new ArrayList<>(List.of(part.get()));
        while (take(joined)) {
            parts.add(part.get());
        }
        return List.copyOf(parts);
    }

    private Expression one() {
        if (take("not")) {
            return Expression.not(one());
        }
        if (take("(")) {
            Expression inner = either();
            if (!take(")")) {
                throw new IllegalArgumentException("\")\" is missing");
            }
            return inner;
        }
        String name = peek();
        Fact fact = FACTS.get(name);
        if (fact == null) {
            throw new IllegalArgumentException(
                    name.isEmpty() ? "the name of a fact is missing at its end" : "there is no fact \"" + name + "\"");
        }
        next++;
        return fact;
    }

    private boolean take(String token) {
        boolean here = peek().equals(token);
        if (here) {
            next++;
        }
        return here;
    }

    /** Empty at the end. */
    private String peek() {
        return next < tokens.size() ? tokens.get(next) : "";
    }
}
