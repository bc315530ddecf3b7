package vaiwg.verification.mutation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Why a mistake is not noticed, in words that a person wrote: the first line of the list that fits. */
record Reasons(List<Reason> reasons) {
    record Reason(Pattern place, Pattern change, String words) {
        boolean fits(Mutant mutant) {
            return place.matcher(mutant.place()).matches()
                    && change.matcher(mutant.change()).matches();
        }
    }

    /** Each line: a pattern of where, one of what is wrong, and the words, between tabs. */
    static Reasons read() {
        try (var in = Objects.requireNonNull(Reasons.class.getResourceAsStream("/mutation/reasons.tsv"), "reasons")) {
            return new Reasons(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .map(parts -> new Reason(Pattern.compile(parts[0]), Pattern.compile(parts[1]), parts[2]))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean has(Mutant mutant) {
        return reasons.stream().anyMatch(reason -> reason.fits(mutant));
    }

    String of(Mutant mutant) {
        return reasons.stream()
                .filter(reason -> reason.fits(mutant))
                .map(Reason::words)
                .findFirst()
                .orElse("not known");
    }
}
