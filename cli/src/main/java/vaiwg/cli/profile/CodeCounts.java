package vaiwg.cli.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How often a field has which code. An unknown one is named only where several records have it and it has the form of a code: what a mapping has
 * put there by mistake may be anything.
 */
public final class CodeCounts {
    /** As many records as an unknown code must have to be named. */
    static final int NAMED_FROM = 5;

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 &'()./_-]{0,31}");
    /** More than any list of codes has; what comes beyond it is counted together. */
    private static final int MOST = 10_000;

    private final Map<String, Long> unknown = new HashMap<>();
    private final Map<Known, Long> known = new HashMap<>();
    /** Those without the form of a code, which are never named, and those that came when there was no more room. */
    private long unnamed;

    private record Known(String code, String meaning) {}

    /** @param becomes what it becomes; null where it is unknown */
    public record Count(String code, String becomes, long records) {}

    void add(String code, Optional<String> meaning) {
        boolean isCode = meaning.isPresent() || FORM.matcher(code).matches();
        if (!isCode || (known.size() + unknown.size() >= MOST && !isThere(code, meaning))) {
            unnamed++;
        } else if (meaning.isPresent()) {
            known.merge(new Known(code, meaning.get()), 1L, Long::sum);
        } else {
            unknown.merge(code, 1L, Long::sum);
        }
    }

    private boolean isThere(String code, Optional<String> meaning) {
        return meaning.map(of -> known.containsKey(new Known(code, of))).orElseGet(() -> unknown.containsKey(code));
    }

    /** Known codes, the most frequent first. */
    List<Count> known() {
        List<Count> counts = new ArrayList<>();
        known.forEach((code, records) -> counts.add(new Count(code.code, code.meaning, records)));
        counts.sort(ORDER);
        return counts;
    }

    /** The most frequent of the unknown codes that may be named. */
    List<Count> unknown(long most) {
        List<Count> counts = new ArrayList<>();
        unknown.forEach((code, records) -> {
            if (records >= NAMED_FROM) {
                counts.add(new Count(code, null, records));
            }
        });
        counts.sort(ORDER);
        return counts.stream().limit(most).toList();
    }

    /** How many times a code is unknown, whether it is named or not. */
    long unknownRecords() {
        return unknown.values().stream().mapToLong(Long::longValue).sum() + unnamed;
    }

    private static final Comparator<Count> ORDER =
            Comparator.comparingLong(Count::records).reversed().thenComparing(Count::code);
}
