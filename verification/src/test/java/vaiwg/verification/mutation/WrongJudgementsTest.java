package vaiwg.verification.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.facts.Fact;

class WrongJudgementsTest {
    @Test
    void a_bound_in_a_rule_is_in_the_place_of_its_fact_and_what_chooses_rules_has_none() throws IOException {
        List<JudgementMutant> mutants = new ArrayList<>();
        try (InputStream in = Fact.class.getResourceAsStream("NamedRules.class")) {
            new WrongJudgements(mutants).rewrite(in.readAllBytes());
        }

        assertThat(mutants)
                .extracting(
                        wrong -> wrong.mutant().place() + ": " + wrong.mutant().change())
                .contains("NamedRules.UNDER_18: 18 and one")
                .as("what stands in a lambda within the rule")
                .contains("NamedRules.SURVEYED_WITHIN_90D: 90 less one");
        assertThat(mutants).extracting(wrong -> wrong.mutant().place()).doesNotContain("NamedRules.of");
    }
}
