package vaiwg.verification.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.facts.Fact;
import vaiwg.kpis.facts.WrongFact;
import vaiwg.kpis.reference.ReferenceFile;
import vaiwg.schemas.EventStream;

class FactMutantsTest {
    private static final List<FactMutant> ALL = FactMutants.all();

    @Test
    void each_is_another_thing_than_the_row_says_and_has_words_of_its_own() {
        Map<String, String> rules = ReferenceFile.read("facts.csv").rows().stream()
                .collect(Collectors.toMap(row -> row.get("fact").toUpperCase(Locale.ROOT), row -> row.get("rule")));

        assertThat(ALL).extracting(FactMutant::mutant).doesNotHaveDuplicates();
        assertThat(ALL).allSatisfy(mutant -> {
            String fact = mutant.mutant().place();
            assertThat(mutant.said())
                    .isNotEqualTo(List.of(fact, Fact.named(fact).at().name(), rules.get(fact)));
        });
        assertThat(ALL)
                .extracting(mutant -> mutant.mutant().place())
                .as("every row that asks a code or names a stream")
                .containsAll(rules.keySet().stream()
                        .filter(fact -> rules.get(fact).contains(" "))
                        .toList());
    }

    @Test
    void a_code_is_the_next_one_or_both_or_none_and_a_bound_is_off_by_one() {
        assertThat(changes("RAPE")).containsExactly("RAPE as OTHER_SEXUAL", "RAPE with OTHER_SEXUAL", "without RAPE");
        assertThat(changes("OUTCOME_22")).contains("22 as 1");
        assertThat(changes("ASSIGNED_WITHIN_7D")).containsExactly("7 and one", "7 less one");
        assertThat(changes("SUSPECT_IDENTIFIED")).containsExactly("ANSWER as MEMBERSHIP");
        assertThat(changes("ORDER_BREACHED")).containsExactly("OUTCOME as MEMBERSHIP", "stalking as victim-contact");
        assertThat(changes("SIGNAL_ANSWERED")).as("in no log of cases").isEmpty();
        assertThat(changes("CHARGED")).as("a rule in Java").isEmpty();
    }

    @Test
    void a_wrong_fact_is_told_by_another_stream_until_it_is_put_right() {
        Fact applied = Fact.named("ORDER_APPLIED");
        WrongFact wrong = new WrongFact("ORDER_APPLIED", "MEMBERSHIP", List.of("states outcome"));

        assertThat(applied.stream()).contains(EventStream.OUTCOME);
        wrong.putRight();
        assertThat(applied.stream()).contains(EventStream.STALKING);
    }

    private static List<String> changes(String fact) {
        return ALL.stream()
                .map(FactMutant::mutant)
                .filter(mutant -> mutant.place().equals(fact))
                .map(Mutant::change)
                .toList();
    }
}
