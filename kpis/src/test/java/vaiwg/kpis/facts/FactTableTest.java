package vaiwg.kpis.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.Seed;

class FactTableTest {
    private static final long[][] ALL = {LongStream.generate(() -> -1).limit(20).toArray()};
    private static final int CONDITIONS = 150;

    @Test
    void every_condition_holds_of_those_sets_of_which_its_matcher_says_so() {
        Random random = Seed.random("fact table");
        for (int round = 0; round < 20; round++) {
            // Of three facts there are at most 26 different alternatives.
            List<Fact> few = RandomExpressions.someFacts(random).subList(0, 3);
            List<Matcher> conditions = new ArrayList<>();
            for (int bit = 0; bit < CONDITIONS; bit++) {
                conditions.add(
                        random.nextInt(4) == 0 ? null : Matcher.compile(RandomExpressions.expression(random, few, 3)));
            }
            FactTable table = new FactTable(conditions);
            int held = 0;
            for (int i = 0; i < 32; i++) {
                FactSet facts = RandomExpressions.bits(RandomExpressions.factsThatHold(random, few));
                long[][] groups = Stream.generate(() -> random.longs(3).toArray())
                        .limit(3)
                        .toArray(long[][]::new);
                int asked = random.nextInt(1 << groups.length);
                long[] bits = new long[3];
                table.evaluate(facts, groups, asked, bits);
                for (int bit = 0; bit < CONDITIONS; bit++) {
                    boolean holds = conditions.get(bit) != null
                            && isAsked(bit, groups, asked)
                            && conditions.get(bit).matches(facts);
                    assertThat((bits[bit >>> 6] >>> bit & 1) == 1)
                            .as("condition %d of %s", bit, facts)
                            .isEqualTo(holds);
                    held += holds ? 1 : 0;
                }
                assertThat(bits[2] >>> CONDITIONS).isZero();
            }
            assertThat(held).isPositive();
        }
    }

    private static boolean isAsked(int bit, long[][] groups, int asked) {
        return IntStream.range(0, groups.length)
                .anyMatch(group -> (asked >>> group & 1) == 1 && (groups[group][bit >>> 6] >>> bit & 1) == 1);
    }

    @Test
    void bits_that_are_set_already_stay() {
        long[] bits = {1L << 5, 1};
        new FactTable(List.of(Matcher.compile(Fact.ACTIVE))).evaluate(FactSet.of(Fact.ACTIVE), ALL, 1, bits);

        assertThat(bits).containsExactly(1L << 5 | 1, 1);
    }

    @Test
    void more_different_alternatives_than_a_word_has_bits_are_told_apart() {
        List<Fact> facts = Fact.values();
        List<Matcher> conditions = IntStream.range(0, 150)
                .mapToObj(i -> Matcher.compile(facts.get(i).or(facts.get(i + 1))))
                .toList();

        FactTable table = new FactTable(conditions);
        for (int i = 0; i < conditions.size(); i++) {
            long[] bits = new long[ALL[0].length];
            FactSet both = FactSet.of(facts.get(i), facts.get(i + 1));
            table.evaluate(both, ALL, 1, bits);
            int condition = i;
            assertThat(IntStream.range(0, conditions.size()).filter(bit -> (bits[bit >>> 6] >>> bit & 1) == 1))
                    .containsExactlyElementsOf(IntStream.range(0, conditions.size())
                            .filter(other -> Math.abs(other - condition) <= 1)
                            .boxed()
                            .toList());
        }
    }

    @Test
    void conditions_of_facts_in_every_word_are_told_apart() {
        List<Fact> facts = Fact.values();
        List<Matcher> conditions = facts.stream().map(Matcher::compile).toList();
        FactTable table = new FactTable(conditions);
        for (int i = 0; i < facts.size(); i++) {
            long[] bits = new long[ALL[0].length];
            table.evaluate(FactSet.of(facts.get(i)), ALL, 1, bits);
            assertThat(bits[i >>> 6]).isEqualTo(1L << i);
            assertThat(Arrays.stream(bits).map(Long::bitCount).sum()).isEqualTo(1);
        }
    }
}
