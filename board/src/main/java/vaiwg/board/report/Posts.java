package vaiwg.board.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vaiwg.kpis.catalogue.Commitment;
import vaiwg.kpis.text.Digits;

/** Tells how many posts a force was given, of what, and how their owners say that they stand. */
final class Posts {
    private static final String NOTHING_SAID = "Nothing said yet";

    private Posts() {}

    /**
     * "Posts of the uplift of 2021/2022, 280 in all, by what their owners say. On course: domestic abuse 88. Nothing said yet: …" of each set;
     * empty where a force was given none.
     *
     * @param standing what the owner says of an entry, as the table of promises has it; empty where nothing is said
     * @param old whether that was said long ago
     */
    static String said(List<Commitment> commitments, Function<Commitment, String> standing, Predicate<Commitment> old) {
        Map<String, List<Commitment>> sets = commitments.stream()
                .filter(entry -> entry.register() == Commitment.Register.POST)
                .collect(Collectors.groupingBy(Commitment::set, LinkedHashMap::new, Collectors.toList()));
        return sets.entrySet().stream()
                .map(set -> said(set.getKey(), set.getValue(), standing, old))
                .collect(Collectors.joining(" "));
    }

    private static String said(
            String set, List<Commitment> posts, Function<Commitment, String> standing, Predicate<Commitment> old) {
        int number = posts.stream().mapToInt(Commitment::number).sum();
        Map<String, List<Commitment>> byStanding = posts.stream().collect(Collectors.groupingBy(standing));
        String stand = Stream.concat(PromisesPage.STANDINGS.stream(), Stream.of(""))
                .filter(byStanding::containsKey)
                .map(word -> (word.isEmpty() ? NOTHING_SAID : word) + ": " + named(byStanding.get(word), old) + ".")
                .collect(Collectors.joining(" "));
        return set + ", " + Digits.count(number) + " in all, by what their owners say. " + stand
                + (posts.stream().anyMatch(old) ? " Old: said over six months ago." : "");
    }

    /** "child abuse 57, safeguarding 17": of what they are stands before the colon of their text. */
    private static String named(List<Commitment> posts, Predicate<Commitment> old) {
        return posts.stream()
                .map(post -> ReportWords.lower(post.text().split(":", 2)[0]) + " " + Digits.count(post.number())
                        + (old.test(post) ? PromisesPage.OLD : ""))
                .collect(Collectors.joining(", "));
    }
}
