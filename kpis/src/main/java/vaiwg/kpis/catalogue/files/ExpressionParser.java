package vaiwg.kpis.catalogue.files;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vaiwg.kpis.cases.CountedField;
import vaiwg.kpis.facts.Expression;
import vaiwg.kpis.facts.Fact;
import vaiwg.schemas.EventStream;

/**
 * Reads statements about a case, such as {@code active and (outcome_14 or outcome_16) and not cancelled}: names of facts, joined. {@code not}
 * binds closer than {@code and}, and that closer than {@code or}. A counted field is asked in place, by its stream and path: {@code
 * outcome.courtResult is CONVICTED}, {@code is (CONVICTED, ACQUITTED)}, {@code is there}, {@code is set}, {@code is before 2026-04-01}; of audits
 * of the case with {@code in an audit} after it.
 */
final class ExpressionParser {
    private static final Pattern TOKEN = Pattern.compile("\\s*([(),]|[A-Za-z0-9_.-]+|.)", Pattern.DOTALL);
    private static final Pattern FIELD = Pattern.compile("([a-z-]+)\\.([A-Za-z.]+)");

    private final List<String> tokens = new ArrayList<>();
    private int next;

    /** @throws IllegalArgumentException in one sentence, where it is no statement, or names a fact or a field that there is not */
    static Expression parse(String text) {
        ExpressionParser parser = new ExpressionParser(text);
        Expression parsed = parser.either();
        if (!parser.peek().isEmpty()) {
            throw new IllegalArgumentException("\"and\" or \"or\" is expected before \"" + parser.peek() + "\"");
        }
        return parsed;
    }

    /** Likewise, of one fact alone. */
    static Fact fact(String text) {
        if (parse(text) instanceof Fact fact) {
            return fact;
        }
        throw new IllegalArgumentException("\"" + text + "\" is more than one fact");
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

    private <T> List<T> list(String between, Supplier<T> part) {
        List<T> parts = new ArrayList<>(List.of(part.get()));
        while (take(between)) {
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
            require(")");
            return inner;
        }
        if (peek().isEmpty()) {
            throw new IllegalArgumentException("the name of a fact is missing at its end");
        }
        Matcher field = FIELD.matcher(peek());
        return field.matches() ? asked(field.group(1), field.group(2)) : Fact.named(word());
    }

    private Fact asked(String slug, String path) {
        EventStream stream = EventStream.ofSlug(slug)
                .orElseThrow(() -> new IllegalArgumentException("there is no stream \"" + slug + "\"; there are "
                        + Stream.of(EventStream.values()).map(EventStream::slug).collect(Collectors.joining(", "))));
        CountedField field = CountedField.field(stream, path);
        next++;
        require("is");
        CountedField.Test test = field.test(says());
        if (take("in")) {
            require("an");
            require("audit");
            return Fact.askedOfAudits(test);
        }
        return Fact.asked(test);
    }

    private List<String> says() {
        if (take("(")) {
            List<String> codes = list(",", this::word);
            require(")");
            return codes;
        }
        String first = word();
        return List.of(List.of("before", "from").contains(first) ? first + " " + word() : first);
    }

    private String word() {
        String word = peek();
        next++;
        return word;
    }

    private void require(String token) {
        if (!take(token)) {
            throw new IllegalArgumentException(
                    "\"" + token + "\" is missing" + (peek().isEmpty() ? " at its end" : " before \"" + peek() + "\""));
        }
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
