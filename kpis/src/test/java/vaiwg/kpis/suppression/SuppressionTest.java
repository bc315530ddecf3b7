package vaiwg.kpis.suppression;

import static org.assertj.core.api.Assertions.assertThat;
import static vaiwg.kpis.suppression.Withheld.PART_OF_A_WHOLE;
import static vaiwg.kpis.suppression.Withheld.SMALL;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vaiwg.kpis.catalogue.Measure;

class SuppressionTest {
    private static final String READ = "recorded|365d";

    private final Map<FigureKey, PeopleCount> cells = new LinkedHashMap<>();
    private final Map<String, String> oldestOf = new TreeMap<>();

    private SuppressionTest count(String slice, int number) {
        return with("recorded_offences", slice, PeopleCount.ofCount(number));
    }

    private SuppressionTest share(String measure, String slice, int part, int whole) {
        return with(measure, slice, PeopleCount.of(Measure.Kind.SHARE, part, whole));
    }

    private SuppressionTest with(String measure, String slice, PeopleCount cell) {
        cells.put(new FigureKey(measure, READ, slice), cell);
        return this;
    }

    /** By measure where there are several, else by slice. */
    private Map<String, Withheld> withheld() {
        List<FigureKey> keys = List.copyOf(cells.keySet());
        boolean oneMeasure = keys.stream().map(FigureKey::measure).distinct().count() == 1;
        Withheld[] of = Suppression.among(keys, oldestOf, Set.of("stage"))
                .of(cells.values().toArray(PeopleCount[]::new));
        Map<String, Withheld> withheld = new TreeMap<>();
        for (int i = 0; i < of.length; i++) {
            if (of[i] != null) {
                withheld.put(oneMeasure ? keys.get(i).slice() : keys.get(i).measure(), of[i]);
            }
        }
        return withheld;
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "4, true", "5, false"})
    void a_count_of_one_to_four_is_small_and_nobody_is_no_small_count(int number, boolean isSmall) {
        assertThat(count("", number).withheld().containsKey("")).isEqualTo(isSmall);
    }

    @ParameterizedTest
    @CsvSource({
        "4, 50, true",
        "46, 50, true",
        "0, 3, true",
        "3, 3, true",
        "0, 50, false",
        "50, 50, false",
        "5, 10, false"
    })
    void a_share_is_small_by_its_count_its_rest_or_its_whole(int part, int whole, boolean isSmall) {
        assertThat(share("victim_attrition", "", part, whole).withheld().containsKey(""))
                .isEqualTo(isSmall);
    }

    @ParameterizedTest
    @CsvSource({
        "RATE, 48, 50, false",
        "RATE, 3, 50, true",
        "POPULATION_RATE, 9, 3, false",
        "POPULATION_RATE, 3, 9000, true",
        "PERCENTILE, 3, 50, false",
        "PERCENTILE, 300, 4, true"
    })
    void of_other_kinds_only_what_counts_people_is_looked_at(Measure.Kind kind, int part, int whole, boolean isSmall) {
        assertThat(PeopleCount.of(kind, part, whole).isSmall()).isEqualTo(isSmall);
    }

    @Test
    void beside_the_only_withheld_part_of_a_shown_whole_the_smallest_other_is_withheld() {
        assertThat(count("lpa=dudley", 3)
                        .count("lpa=sandwell", 60)
                        .count("lpa=solihull", 25)
                        .count("lpa=unknown", 12)
                        .count("", 100)
                        .withheld())
                .isEqualTo(Map.of("lpa=dudley", SMALL, "lpa=unknown", PART_OF_A_WHOLE));
    }

    @Test
    void a_part_that_counts_nobody_protects_nobody_and_is_withheld_last() {
        assertThat(count("lpa=dudley", 3)
                        .count("lpa=sandwell", 0)
                        .count("lpa=solihull", 25)
                        .count("", 28)
                        .withheld())
                .isEqualTo(Map.of("lpa=dudley", SMALL, "lpa=solihull", PART_OF_A_WHOLE));
        cells.clear();
        assertThat(share("charged", "lpa=dudley", 0, 3)
                        .share("charged", "lpa=sandwell", 0, 97)
                        .share("charged", "", 0, 100)
                        .withheld())
                .isEqualTo(Map.of("lpa=dudley", SMALL, "lpa=sandwell", PART_OF_A_WHOLE));
    }

    @Test
    void two_small_parts_protect_one_another_and_a_whole_that_is_not_published_tells_nothing() {
        assertThat(count("lpa=dudley", 3)
                        .count("lpa=sandwell", 1)
                        .count("lpa=solihull", 96)
                        .count("", 100)
                        .withheld())
                .isEqualTo(Map.of("lpa=dudley", SMALL, "lpa=sandwell", SMALL));
        cells.clear();
        assertThat(count("lpa=dudley", 3).count("lpa=sandwell", 9).withheld()).isEqualTo(Map.of("lpa=dudley", SMALL));
    }

    @Test
    void the_parts_of_a_withheld_whole_are_withheld() {
        assertThat(count("theme=rape", 3)
                        .count("theme=other_sexual", 40)
                        .count("theme=stalking_harassment", 50)
                        .count("theme=domestic_abuse", 70)
                        .count("", 99)
                        .count("lpa=dudley;theme=other_sexual", 15)
                        .count("lpa=sandwell;theme=other_sexual", 25)
                        .withheld())
                .as("domestic abuse overlaps and is no part")
                .isEqualTo(Map.of(
                        "theme=rape", SMALL,
                        "theme=other_sexual", PART_OF_A_WHOLE,
                        "lpa=dudley;theme=other_sexual", PART_OF_A_WHOLE,
                        "lpa=sandwell;theme=other_sexual", PART_OF_A_WHOLE));
    }

    @Test
    void stalking_and_harassment_are_parts_of_their_theme() {
        assertThat(count("theme=stalking", 4)
                        .count("theme=harassment", 46)
                        .count("theme=stalking_harassment", 50)
                        .withheld())
                .isEqualTo(Map.of("theme=stalking", SMALL, "theme=harassment", PART_OF_A_WHOLE));
    }

    @Test
    void characteristics_overlap_and_their_values_do_not() {
        assertThat(share("known", "characteristic=age", 3, 100)
                        .share("known", "characteristic=sex", 90, 100)
                        .share("known", "", 95, 100)
                        .withheld())
                .isEqualTo(Map.of("characteristic=age", SMALL));
        cells.clear();
        assertThat(count("age=under_18", 3)
                        .count("age=adult", 97)
                        .count("", 100)
                        .withheld())
                .isEqualTo(Map.of("age=under_18", SMALL, "age=adult", PART_OF_A_WHOLE));
    }

    @Test
    void values_that_share_out_one_whole_are_its_parts() {
        assertThat(share("withdrawal_stage", "stage=before_statement;theme=rape", 57, 100)
                        .share("withdrawal_stage", "stage=after_statement;theme=rape", 20, 100)
                        .share("withdrawal_stage", "stage=at_cps;theme=rape", 3, 100)
                        .share("withdrawal_stage", "stage=another;theme=rape", 20, 100)
                        .withheld())
                .isEqualTo(
                        Map.of("stage=at_cps;theme=rape", SMALL, "stage=after_statement;theme=rape", PART_OF_A_WHOLE));
    }

    @Test
    void the_age_of_the_oldest_is_withheld_with_the_count_of_what_it_is_the_oldest_of() {
        oldestOf.put("oldest_days", "overdue");
        assertThat(share("overdue", "", 13, 15)
                        .with("oldest_days", "", PeopleCount.of(Measure.Kind.PERCENTILE, 58, 13))
                        .withheld())
                .isEqualTo(Map.of("overdue", SMALL, "oldest_days", PART_OF_A_WHOLE));
    }

    @Test
    void what_is_about_nobody_has_no_cell() {
        List<FigureKey> key = List.of(new FigureKey("signal_response", READ, ""));
        assertThat(Suppression.among(key, Map.of(), Set.of()).of(new PeopleCount[] {null}))
                .containsExactly((Withheld) null);
    }

    /** What the rule promises, of tables by area and theme at random: and that it is the same in whatever order the figures come. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void no_small_number_is_shown_and_none_is_the_only_one_missing(long seed) {
        Random random = new Random(seed);
        List<String> themes = List.of("rape", "other_sexual", "stalking_harassment");
        int[][] counts = new int[4][themes.size()];
        for (int[] area : counts) {
            Arrays.setAll(area, theme -> random.nextInt(30));
        }
        for (int area = -1; area < counts.length; area++) {
            for (int theme = -1; theme < themes.size(); theme++) {
                List<String> cuts = new ArrayList<>();
                if (area >= 0) {
                    cuts.add("lpa=area" + area);
                }
                if (theme >= 0) {
                    cuts.add("theme=" + themes.get(theme));
                }
                count(String.join(";", cuts), sum(counts, area, theme));
            }
        }
        Map<String, Withheld> withheld = withheld();
        cells.forEach(
                (key, cell) -> assertThat(withheld.get(key.slice()) == SMALL).isEqualTo(cell.isSmall()));
        for (Suppression.Whole whole : new Wholes(List.copyOf(cells.keySet()), Map.of(), Set.of()).all()) {
            List<String> slices = cells.keySet().stream().map(FigureKey::slice).toList();
            long missing = Arrays.stream(whole.parts())
                    .filter(part -> withheld.containsKey(slices.get(part)))
                    .count();
            assertThat(missing).isNotEqualTo(1);
            assertThat(withheld.containsKey(slices.get(whole.place())) && missing < whole.parts().length)
                    .isFalse();
        }
        Map<FigureKey, PeopleCount> reversed = new LinkedHashMap<>();
        List<FigureKey> keys = new ArrayList<>(cells.keySet());
        java.util.Collections.reverse(keys);
        keys.forEach(key -> reversed.put(key, cells.get(key)));
        cells.clear();
        cells.putAll(reversed);
        assertThat(withheld()).isEqualTo(withheld);
    }

    private static int sum(int[][] counts, int area, int theme) {
        int sum = 0;
        for (int a = 0; a < counts.length; a++) {
            for (int t = 0; t < counts[a].length; t++) {
                sum += (area < 0 || area == a) && (theme < 0 || theme == t) ? counts[a][t] : 0;
            }
        }
        return sum;
    }
}
