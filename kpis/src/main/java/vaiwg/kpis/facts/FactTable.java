package vaiwg.kpis.facts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Many conditions on one set of facts, compiled to tables. A set is taken byte by byte: for each value of a byte a table has one bit a
 * condition, set unless the byte rules the condition out. The conjunction over all bytes leaves the conditions that hold, some
 * dozens in one operation. Alternatives ("one of these facts holds or one of those does not") are kept beside it: a byte may satisfy one, and
 * a condition goes whose alternatives are not all satisfied. {@link Matcher} says the same of one condition, and is what tests compare with.
 */
public final class FactTable {
    private static final int VALUES = 1 << Byte.SIZE;
    /** The bytes of a set of facts that any condition looks at. */
    private final int[] places;
    /** The words of bits in which there are conditions. */
    private final int[] words;
    /** By word the bits that have a condition. */
    private final long[] conditions;
    /** By place, value and word. */
    private final long[] possible;
    /** By place, value and word of alternatives those that are satisfied. */
    private final long[] satisfied;
    /** By alternative and word the conditions that need it. */
    private final long[] needing;

    /** All alternatives, a bit each. */
    private final long[] alternatives;

    /** @param conditions by bit; null where a bit is never set */
    public FactTable(List<Matcher> conditions) {
        Map<Matcher.Clause, Integer> numbers = alternatives(conditions);
        this.alternatives = new long[(numbers.size() + Long.SIZE - 1) / Long.SIZE];
        numbers.values().forEach(number -> alternatives[number / Long.SIZE] |= 1L << number);
        this.places = places(conditions);
        this.words = words(conditions);
        this.conditions = new long[words.length];
        this.possible = new long[places.length * VALUES * words.length];
        this.satisfied = new long[places.length * VALUES * alternatives.length];
        this.needing = new long[numbers.size() * words.length];
        for (int i = 0; i < words.length; i++) {
            for (int bit = words[i] * Long.SIZE; bit < Math.min(conditions.size(), (words[i] + 1) * Long.SIZE); bit++) {
                if (conditions.get(bit) != null) {
                    enter(conditions.get(bit), 1L << bit, i, numbers);
                }
            }
        }
        numbers.forEach(this::enter);
    }

    private void enter(Matcher condition, long bit, int word, Map<Matcher.Clause, Integer> numbers) {
        conditions[word] |= bit;
        for (int place = 0; place < places.length; place++) {
            int required = condition.required().byteAt(places[place]);
            int forbidden = condition.forbidden().byteAt(places[place]);
            for (int value = 0; value < VALUES; value++) {
                if ((required & ~value) == 0 && (forbidden & value) == 0) {
                    possible[(place * VALUES + value) * words.length + word] |= bit;
                }
            }
        }
        for (Matcher.Clause clause : condition.alternatives()) {
            needing[numbers.get(clause) * words.length + word] |= bit;
        }
    }

    private void enter(Matcher.Clause clause, int number) {
        for (int place = 0; place < places.length; place++) {
            int holds = clause.holds().byteAt(places[place]);
            int fails = clause.fails().byteAt(places[place]);
            for (int value = 0; value < VALUES; value++) {
                if ((holds & value) != 0 || (fails & ~value) != 0) {
                    satisfied[(place * VALUES + value) * alternatives.length + number / Long.SIZE] |= 1L << number;
                }
            }
        }
    }

    private static Map<Matcher.Clause, Integer> alternatives(List<Matcher> conditions) {
        Map<Matcher.Clause, Integer> numbers = new LinkedHashMap<>();
        for (Matcher condition : conditions) {
            if (condition != null) {
                condition.alternatives().forEach(clause -> numbers.putIfAbsent(clause, numbers.size()));
            }
        }
        return numbers;
    }

    private static int[] places(List<Matcher> conditions) {
        FactSet all = FactSet.NONE;
        for (Matcher condition : conditions) {
            all = condition == null ? all : all.plus(condition.facts());
        }
        List<Integer> places = new ArrayList<>();
        for (int place = 0; place < all.words() * Long.BYTES; place++) {
            if (all.byteAt(place) != 0) {
                places.add(place);
            }
        }
        return places.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int[] words(List<Matcher> conditions) {
        List<Integer> words = new ArrayList<>();
        for (int bit = 0; bit < conditions.size(); bit++) {
            if (conditions.get(bit) != null && !words.contains(bit / Long.SIZE)) {
                words.add(bit / Long.SIZE);
            }
        }
        return words.stream().mapToInt(Integer::intValue).toArray();
    }

    /**
     * Sets the bits of the conditions that hold, and leaves the others. A word in which nothing is asked, or nothing holds any more, is left.
     *
     * @param groups some groups of conditions, by their bits; what they say of bits without a condition makes no difference
     * @param asked the groups that are asked, a bit each
     */
    public void evaluate(FactSet facts, long[][] groups, long asked, long[] bits) {
        long first = alternatives.length == 0 ? 0 : unmet(facts, 0);
        for (int word = 0; word < words.length; word++) {
            long holding = conditions[word] & word(words[word], groups, asked);
            for (int place = 0; place < places.length && holding != 0; place++) {
                holding &= possible[(place * VALUES + facts.byteAt(places[place])) * words.length + word];
            }
            for (int i = 0; i < alternatives.length && holding != 0; i++) {
                for (long rest = i == 0 ? first : unmet(facts, i); rest != 0; rest &= rest - 1) {
                    int alternative = i * Long.SIZE + Long.numberOfTrailingZeros(rest);
                    holding &= ~needing[alternative * words.length + word];
                }
            }
            bits[words[word]] |= holding;
        }
    }

    private static long word(int word, long[][] groups, long asked) {
        long bits = 0;
        for (long rest = asked; rest != 0; rest &= rest - 1) {
            bits |= groups[Long.numberOfTrailingZeros(rest)][word];
        }
        return bits;
    }

    /** Of a word of alternatives those that are not satisfied. */
    private long unmet(FactSet facts, int word) {
        long found = 0;
        for (int place = 0; place < places.length; place++) {
            found |= satisfied[(place * VALUES + facts.byteAt(places[place])) * alternatives.length + word];
        }
        return alternatives[word] & ~found;
    }
}
