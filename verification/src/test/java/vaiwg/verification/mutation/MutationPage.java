package vaiwg.verification.mutation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The page on mistakes made on purpose, and whether tests notice them. */
record MutationPage(List<Mutant> catalogue, List<Mutant> facts, List<Mutant> judgements, Set<Mutant> survivors) {
    private static final String BEGIN = """
            # Would a mistake in a measure be noticed?

            Each measure of the catalogue, each row of `facts.csv` that asks a code or names a stream, and each number, comparison and code by which
            cases are judged, is made wrong on purpose, one thing at a time. With it the engine counts random forces (seed %d), and its figures are
            compared with those that the oracle, SQL over the raw log, has of the right one. A mistake is noticed where any figure differs. Answers
            to signals are of no log of cases and are not tried. Written, in the better part of an hour (sooner for places that match a pattern,
            such as `-Dvaiwg.mutation='[A-Z].*'`, facts and judgements), by

                mvn verify -pl verification -am -DskipQuick -Dit.test=MutationIT -Dfailsafe.failIfNoSpecifiedTests=false -Dvaiwg.mutation=all \\
                    -Dfailsafe.compiler=-Xmx4g -Dsurefire.collector=-XX:+UseParallelGC

            `./check --all` checks that the page has all mistakes, and tries a part: one of %d on a few forces, which notice %d of %d.

            | what is wrong | tried in the catalogue | noticed | tried in facts | noticed | tried in judgements | noticed |
            |---|---|---|---|---|---|---|
            """;

    private static final String SURVIVORS = """

            ## Not noticed

            A change that is equivalent in every possible history is no mistake. The others are bounds that random histories do not
            reach.

            | where | what is wrong | why no test notices |
            |---|---|---|
            """;

    /** Of the mutants there are, those that a page lists as not noticed. */
    static Set<Mutant> survivors(String page, List<Mutant> mutants) {
        Set<String> listed = new HashSet<>(page.lines().toList());
        Set<Mutant> found = new HashSet<>();
        for (Mutant mutant : mutants) {
            if (listed.stream().anyMatch(line -> line.startsWith(row(mutant)))) {
                found.add(mutant);
            }
        }
        return found;
    }

    /** How many of 100 are noticed. */
    double noticed() {
        return 100 - 100.0 * survivors.size() / all();
    }

    private int all() {
        return catalogue.size() + facts.size() + judgements.size();
    }

    private double noticed(List<Mutant> some) {
        return 100.0
                * some.stream().filter(mutant -> !survivors.contains(mutant)).count()
                / some.size();
    }

    /**
     * @param reasons why nobody notices
     * @param part what every build tries
     */
    String text(Reasons reasons, Part part) {
        StringBuilder page =
                new StringBuilder(BEGIN.formatted(Mutation.SEED, Part.ONE_IN, part.noticed(), part.tried()));
        for (Mutant.Kind kind : Mutant.Kind.values()) {
            page.append(counts(kind.words(), mutant -> mutant.kind() == kind));
        }
        page.append(counts("together", mutant -> true));
        page.append("\nOf %d mistakes %.1f%% are noticed, of those in judgements %.1f%%.\n"
                .formatted(all(), noticed(), noticed(judgements)));
        page.append(SURVIVORS);
        List<Mutant> sorted = new ArrayList<>(survivors);
        sorted.sort(null);
        sorted.forEach(
                mutant -> page.append(row(mutant)).append(reasons.of(mutant)).append(" |\n"));
        return page.toString();
    }

    private String counts(String words, Predicate<Mutant> which) {
        StringBuilder row = new StringBuilder("| " + words + " |");
        for (List<Mutant> source : List.of(catalogue, facts, judgements)) {
            List<Mutant> tried = source.stream().filter(which).toList();
            long noticed = tried.stream().filter(m -> !survivors.contains(m)).count();
            row.append(" %d | %d |".formatted(tried.size(), noticed));
        }
        return row.append('\n').toString();
    }

    /**
     * What every build tries.
     *
     * @param tried how many mistakes
     * @param noticed how many of them a few forces notice
     */
    record Part(int tried, int noticed) {
        static final int ONE_IN = 12;

        static Part of(Mutation few) {
            Set<Mutant> tried = new HashSet<>();
            List<Mutant> all = few.all();
            for (int i = 0; i < all.size(); i += ONE_IN) {
                tried.add(all.get(i));
            }
            return new Part(
                    tried.size(), tried.size() - few.survivors(tried::contains).size());
        }
    }

    private static String row(Mutant mutant) {
        return "| `%s` | %s | ".formatted(mutant.place(), mutant.change().replace("|", "or"));
    }
}
