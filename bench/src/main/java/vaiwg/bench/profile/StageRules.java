package vaiwg.bench.profile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a stack's time is spent on: the stage of the first rule of {@code stages.tsv} of which a frame's name begins with the text. What is called
 * stands above what calls it.
 */
record StageRules(List<Rule> rules) {
    static final String OTHER = "other";

    record Rule(String stage, String beginning) {
        boolean matches(String stack) {
            return stack.contains(Stacks.SEPARATOR + beginning);
        }
    }

    static StageRules shipped() {
        try (InputStream file = StageRules.class.getResourceAsStream("stages.tsv")) {
            return new StageRules(new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new Rule(cells[0], cells[1]))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("stages.tsv cannot be read", e);
        }
    }

    String stageOf(String stack) {
        return rules.stream()
                .filter(rule -> rule.matches(stack))
                .map(Rule::stage)
                .findFirst()
                .orElse(OTHER);
    }

    /** All that a rule names, in order. */
    Set<String> stages() {
        Set<String> stages = new LinkedHashSet<>();
        rules.forEach(rule -> stages.add(rule.stage()));
        stages.add(OTHER);
        return stages;
    }
}
