package vaiwg.kpis.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vaiwg.kpis.RandomCases;
import vaiwg.kpis.Seed;
import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.cases.PackedCode;
import vaiwg.kpis.facts.AskedFacts;
import vaiwg.kpis.facts.KnownCase;
import vaiwg.kpis.facts.KnownCrime;
import vaiwg.kpis.reference.CodeMaps;

class SliceRowsTest {
    /** But for those that are rows of another family: no measure has both. */
    private static final List<SliceFamily> ALL = Arrays.stream(SliceFamily.values())
            .filter(family -> family != SliceFamily.DOMESTIC_ABUSE_AND_LPA)
            .toList();

    private final CodeMaps maps = CodeMaps.shipped();
    private final SliceRows rows = new SliceRows(0, ALL, maps);

    @Test
    void a_text_tells_the_dimensions_of_which_it_was_made() {
        for (int row = 0; row < rows.size(); row++) {
            Map<String, String> dimensions = rows.dimensions(row);
            assertThat(Slice.dimensions(Slice.of(dimensions))).isEqualTo(dimensions);
        }
    }

    @Test
    @Tag("pitfall-11")
    void every_cut_adds_up_to_its_theme_because_unknown_is_a_slice() {
        Random random = Seed.random("slice rows");
        RandomCases cases = new RandomCases(random, 400);
        for (int i = 0; i < 5_000; i++) {
            List<Map<String, String>> slices = slicesOf(cases.crime());
            Map<String, Integer> themes = new HashMap<>();
            slices.stream()
                    .filter(slice -> slice.keySet().equals(Set.of("theme")))
                    .forEach(slice -> themes.merge(slice.get("theme"), 1, Integer::sum));
            themes.keySet().removeAll(Set.of("stalking", "harassment", "vaiwg_female", "violence_sexual"));
            boolean inScope = slices.contains(Map.<String, String>of());
            assertThat(slices.stream().filter(slice -> slice.keySet().equals(Set.of("lpa"))))
                    .as("areas of %s", slices)
                    .hasSize(inScope ? 1 : 0);
            for (String cut : List.of("lpa", "sex", "age", "ethnicity", "disability")) {
                Map<String, Integer> parts = new HashMap<>();
                slices.stream()
                        .filter(slice -> slice.keySet().containsAll(Set.of(cut, "theme")))
                        .forEach(slice -> parts.merge(slice.get("theme"), 1, Integer::sum));
                assertThat(parts).as("%s of %s", cut, slices).isEqualTo(themes);
            }
            assertThat(themes.values()).as("in a theme once").allMatch(times -> times == 1);
        }
    }

    @Test
    @Tag("pitfall-4")
    void a_crime_in_any_theme_is_in_the_total_once() {
        Random random = Seed.random("totals");
        RandomCases cases = new RandomCases(random, 400);
        for (int i = 0; i < 5_000; i++) {
            List<Map<String, String>> slices = slicesOf(cases.crime());
            boolean inATheme = slices.stream()
                    .anyMatch(slice -> Set.of("rape", "other_sexual", "stalking_harassment", "domestic_abuse")
                            .contains(slice.getOrDefault("theme", "")));
            assertThat(slices.stream().filter(Map::isEmpty).count()).isEqualTo(inATheme ? 1 : 0);
        }
    }

    @Test
    void texts_are_sorted_by_key_and_no_two_rows_share_one() {
        Set<String> texts = new HashSet<>();
        for (int row = 0; row < rows.size(); row++) {
            Map<String, String> dimensions = rows.dimensions(row);
            String text = Slice.of(dimensions);
            assertThat(List.copyOf(dimensions.keySet())).isSorted();
            assertThat(texts.add(text)).as(text).isTrue();
        }
        assertThat(texts)
                .contains(
                        "",
                        "theme=rape",
                        "lpa=birmingham",
                        "lpa=birmingham;theme=rape",
                        "lpa=unknown;theme=domestic_abuse",
                        "age=55+;theme=other_sexual");
    }

    @ParameterizedTest(name = "born {0}: {1}")
    @CsvSource({
        "2026, 0-12",
        "2014, 0-12",
        "2013, 13-15",
        "2011, 13-15",
        "2010, 16-17",
        "2009, 16-17",
        "2008, 18-24",
        "2002, 18-24",
        "2001, 25-34",
        "1992, 25-34",
        "1991, 35-54",
        "1972, 35-54",
        "1971, 55+",
        "1906, 55+",
        "1905, unknown",
        "2027, unknown",
        "0, unknown"
    })
    void ages_fall_into_bands_by_the_year_of_recording(short born, String band) {
        CrimeVersion crime = new CrimeVersion();
        crime.recordedAt = java.time.Instant.parse("2026-06-10T12:00:00Z").toEpochMilli();
        crime.victimKind = CrimeVersion.PERSON;
        crime.birthYear = born;
        crime.offence = PackedCode.pack("8N");
        crime.flags = CrimeVersion.DOMESTIC_ABUSE;
        assertThat(slicesOf(crime)).contains(Map.of("theme", "domestic_abuse", "age", band));
    }

    @Test
    void what_a_layout_does_not_need_of_a_dimension_key_makes_no_difference_to_its_rows() {
        Random random = Seed.random("dimension keys");
        for (SliceFamily family : SliceFamily.values()) {
            SliceRows ofFamily = new SliceRows(0, List.of(family), maps);
            for (int i = 0; i < 2_000; i++) {
                long key = random.nextLong();
                assertThat(found(ofFamily, ofFamily.needed(key)))
                        .as("%s, %x", family, key)
                        .isEqualTo(found(ofFamily, key));
            }
        }
    }

    @Test
    void an_answer_is_in_a_row_of_its_day_and_one_of_its_time_and_what_is_no_answer_in_none() {
        SliceRows ofAnswers = new SliceRows(
                0, List.of(SliceFamily.REPORT_DAY, SliceFamily.REPORT_TIME, SliceFamily.DISABILITY), maps);
        CrimeVersion crime = new CrimeVersion();
        crime.recordedAt = java.time.Instant.parse("2026-06-10T12:00:00Z").toEpochMilli();
        crime.victimKind = CrimeVersion.PERSON;
        crime.disability = 2;
        crime.offence = PackedCode.pack("8N");
        crime.flags = CrimeVersion.DOMESTIC_ABUSE;
        long own = DimensionKey.of(new KnownCase(KnownCrime.of(crime, AskedFacts.all(maps)), null));
        Map<String, String> group = Map.of("theme", "domestic_abuse", "disability", "not_disabled");
        long sunday = java.time.Instant.parse("2026-06-14T19:00:00Z").toEpochMilli();
        assertThat(slicesOf(ofAnswers, own)).containsExactly(group);
        assertThat(slicesOf(ofAnswers, DimensionKey.ofAnswer(own, sunday)))
                .containsExactly(Map.of("day", "sunday"), Map.of("time", "evening"), group);
    }

    private static int[] found(SliceRows rows, long dimensionKey) {
        int[] found = new int[rows.size()];
        return Arrays.copyOf(found, rows.of(dimensionKey, found));
    }

    private List<Map<String, String>> slicesOf(CrimeVersion crime) {
        return slicesOf(rows, DimensionKey.of(new KnownCase(KnownCrime.of(crime, AskedFacts.all(maps)), null)));
    }

    private static List<Map<String, String>> slicesOf(SliceRows rows, long dimensionKey) {
        return Arrays.stream(found(rows, dimensionKey))
                .mapToObj(rows::dimensions)
                .toList();
    }
}
