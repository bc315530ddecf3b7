package vaiwg.verification.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The page on mistakes is of those that there are, of which a part is tried again, and nearly all are noticed. */
class MutationIT {
    private static final Path PAGE = Path.of("..", "docs", "mutation.md");
    private static final double LEAST_NOTICED = 95;

    @Test
    void nearly_all_mistakes_are_noticed_by_the_oracle() throws Exception {
        System.out.println("mutation seed " + Mutation.SEED);
        Mutation few = Mutation.onAFewForces();
        MutationPage.Part part = MutationPage.Part.of(few);
        List<Mutant> all = few.all();
        Reasons reasons = Reasons.read();
        String place = System.getProperty("vaiwg.mutation", "");
        if (!place.isEmpty()) {
            Predicate<Mutant> tried =
                    mutant -> place.equals("all") || mutant.place().matches(place);
            Set<Mutant> survivors =
                    Mutation.onAllForces().survivors(mutant -> all.contains(mutant) && tried.test(mutant));
            MutationPage.survivors(Files.readString(PAGE), all).stream()
                    .filter(tried.negate())
                    .forEach(survivors::add);
            Files.writeString(PAGE, page(few, survivors).text(reasons, part));
        }
        String page = Files.readString(PAGE);
        Set<Mutant> survivors = MutationPage.survivors(page, all);
        MutationPage now = page(few, survivors);
        assertThat(page).as("write it again with the command that it names").isEqualTo(now.text(reasons, part));
        assertThat(now.noticed()).as("of 100 mistakes those that are noticed").isGreaterThanOrEqualTo(LEAST_NOTICED);
        assertThat(survivors).as("each not noticed has its reason").allMatch(reasons::has);
    }

    private static MutationPage page(Mutation mutation, Set<Mutant> survivors) {
        return new MutationPage(mutation.inTheCatalogue(), mutation.inFacts(), mutation.inJudgements(), survivors);
    }
}
