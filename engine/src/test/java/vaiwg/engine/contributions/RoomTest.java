package vaiwg.engine.contributions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static vaiwg.kpis.RandomCases.stamped;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vaiwg.engine.panes.ForceEstimates;
import vaiwg.engine.panes.ForcePanes;
import vaiwg.engine.panes.RowPolicy;
import vaiwg.kpis.OneMeasure;
import vaiwg.kpis.cases.CaseState;
import vaiwg.kpis.cases.CrimeVersion;
import vaiwg.kpis.cases.OutcomeVersion;
import vaiwg.kpis.cases.PackedCode;
import vaiwg.kpis.cases.UnitCode;
import vaiwg.kpis.cases.Version;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.PackedNumbers;
import vaiwg.kpis.facts.Fact;
import vaiwg.kpis.facts.FactSet;
import vaiwg.kpis.facts.Quantity;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.kpis.reference.ReferenceFile;
import vaiwg.kpis.reference.Sites;
import vaiwg.kpis.reference.Theme;
import vaiwg.kpis.time.LondonDays;
import vaiwg.statistics.attrition.Estimate;

/** Nothing takes the bits of another: what there is room for is counted rightly to its end, and more is rejected at the start. */
class RoomTest {
    private static final int DAY = Math.toIntExact(LocalDate.of(2024, 3, 1).toEpochDay());
    private static final long HOUR = 3_600_000L;
    private static final int MOST_AREAS = 4_096;
    private static final RowPolicy EVERYTHING = new RowPolicy(Integer.MIN_VALUE, RowPolicy.Totals.DAILY);

    private static final Measure ATTRITION = OneMeasure.of(
            "attrition",
            "kind: share",
            "numerator: outcome_16",
            "bases: settled_28d",
            "windows: 90d",
            "estimates: incidence_28d",
            "causes: outcome_16",
            "by: [total, theme_and_lpa, victim_sex]");

    @Test
    void every_fact_has_a_bit_of_its_own() {
        assertThat(Fact.values().stream().map(FactSet::of).distinct()).hasSameSizeAs(Fact.values());
    }

    @Test
    void a_map_of_more_areas_than_there_is_room_for_is_rejected_by_the_catalogue() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new Catalogue(List.of(ATTRITION), areas(MOST_AREAS + 1)))
                .withMessage("there are 4097 policing areas in areas.csv and room for 4096: name fewer");
    }

    @Test
    void a_map_of_more_ethnicity_groups_than_there_is_room_for_is_rejected_by_the_catalogue() {
        String groups =
                IntStream.range(0, 128).mapToObj(i -> "X" + i + ",group-" + i).collect(Collectors.joining("\n"));
        CodeMaps maps = maps("ethnicity-groups.csv", "code,group\n" + groups);
        assertThatIllegalStateException()
                .isThrownBy(() -> new Catalogue(List.of(ATTRITION), maps))
                .withMessage("there are 128 groups in ethnicity-groups.csv and room for 127: name fewer");
    }

    /** One crime in each area, every other one of a woman, and outcome 16 in every third. */
    @Test
    void four_thousand_areas_are_each_counted_by_their_own() {
        Catalogue catalogue = new Catalogue(List.of(ATTRITION), areas(MOST_AREAS));
        ForcePanes panes = new ForcePanes(catalogue);
        for (int area = 0; area <= MOST_AREAS; area++) {
            CrimeVersion crime = crime("unit-" + area);
            crime.sex = area % 2 == 0 ? CrimeVersion.FEMALE : CrimeVersion.MALE;
            List<Version> events = new ArrayList<>(List.of(crime));
            if (area % 3 == 0) {
                events.add(outcome16());
            }
            entries(catalogue, events).forEach(panes::add);
        }
        Map<Long, byte[]> waiting = new HashMap<>(panes.takeChangedWaiting());
        ForcePanes restored = new ForcePanes(catalogue);
        restored.restore(ForcePanes.NONE, ForcePanes.NONE, List.of(), List.of(), waiting.entrySet());
        advance(restored, DAY + 20);
        waiting.putAll(restored.takeChangedWaiting());
        ForcePanes again = new ForcePanes(catalogue);
        again.restore(
                restored.cutOff(),
                restored.historyFrom(),
                restored.takeChangedPanes().entrySet(),
                restored.takeChangedFollowUp().entrySet(),
                waiting.entrySet());
        advance(again, DAY + 60);

        Column column = catalogue.columns().get(0);
        Map<String, List<Integer>> counted = new HashMap<>();
        for (int row = 0; row < column.rows().size(); row++) {
            int slot = column.slot(0, row);
            if (again.denominator(slot) != 0) {
                counted.put(
                        column.rows().dimensions(row).toString(),
                        List.of(again.numerator(slot), again.denominator(slot)));
            }
        }
        Map<String, List<Integer>> expected = new HashMap<>();
        for (int area = 0; area <= MOST_AREAS; area++) {
            String name = area == MOST_AREAS ? "unknown" : "area-" + area;
            expected.put("{lpa=" + name + ", theme=stalking_harassment}", List.of(area % 3 == 0 ? 1 : 0, 1));
        }
        expected.put("{sex=female, theme=stalking_harassment}", List.of(683, 2_049));
        expected.put("{sex=male, theme=stalking_harassment}", List.of(683, 2_048));
        expected.put("{}", List.of(1_366, 4_097));
        assertThat(differing(counted, expected)).isEmpty();
        assertThat(differing(estimates(catalogue, again), estimated(expected))).isEmpty();
    }

    @Test
    void every_quantity_of_a_crime_has_its_percentile_where_four_share_a_contribution_type() {
        List<Quantity> quantities = List.of(
                Quantity.HOURS_TO_REPORT, Quantity.HOURS_TO_RECORD, Quantity.DAYS_TO_OUTCOME, Quantity.DAYS_TO_RECORD);
        Catalogue catalogue = medians(quantities, false);
        CrimeVersion crime = crime("coventry");
        crime.committedFrom = crime.recordedAt - 12 * 24 * HOUR;
        crime.committedTo = crime.recordedAt - 11 * 24 * HOUR;
        crime.reportedAt = crime.recordedAt - 7 * HOUR;
        ForcePanes panes = new ForcePanes(catalogue);
        entries(catalogue, List.of(crime, outcome16())).forEach(panes::add);
        advance(panes, DAY + 10);
        assertThat(medians(catalogue, panes))
                .isEqualTo(Map.of(
                        "hours_to_report", 257,
                        "hours_to_record", 7,
                        "days_to_outcome", 5,
                        "days_to_record", 11));
    }

    @Test
    void every_quantity_that_there_is_has_its_percentile_in_the_contribution_type_of_steps() {
        List<Quantity> quantities = List.of(Quantity.values());
        Catalogue catalogue = medians(quantities, true);
        List<Contribution> contributions = new ArrayList<>();
        StepContributions steps = new StepContributions(catalogue, 1L << Theme.values().length, contributions);
        Map<String, Integer> expected = new HashMap<>();
        for (Quantity quantity : quantities) {
            int number = Quantity.MOST - quantity.ordinal();
            steps.addQuantity(quantity, DAY, FactSet.of(Fact.ACTIVE), number);
            expected.put(slug(quantity), number);
        }
        ForcePanes panes = new ForcePanes(catalogue);
        contributions.forEach(
                contribution -> panes.add(new DeltaEntry(contribution, LondonDays.startOf(DAY) + HOUR, 1)));
        advance(panes, DAY + 10);
        assertThat(medians(catalogue, panes)).isEqualTo(expected);
    }

    @Test
    void a_contribution_type_has_sixteen_places_and_more_without_one_taking_the_bits_of_another() {
        for (int first = 0; first < 32; first += PackedNumbers.PLACES) {
            long numbers = 0;
            for (int place = first; place < first + PackedNumbers.PLACES; place++) {
                numbers = PackedNumbers.with(numbers, place, Quantity.MOST - place);
            }
            for (int place = first; place < first + PackedNumbers.PLACES; place++) {
                assertThat(PackedNumbers.at(numbers, place)).isEqualTo(Quantity.MOST - place);
            }
        }
    }

    /** Thousands of rows make no readable message. */
    private static <V> List<String> differing(Map<String, V> found, Map<String, V> expected) {
        return Stream.concat(found.keySet().stream(), expected.keySet().stream())
                .distinct()
                .filter(row -> !Objects.equals(found.get(row), expected.get(row)))
                .map(row -> row + ": " + found.get(row) + " for " + expected.get(row))
                .limit(10)
                .toList();
    }

    private static Map<String, Double> estimates(Catalogue catalogue, ForcePanes panes) {
        Column column = catalogue.estimates().fromFollowUp().get(0);
        Map<String, Double> found = new HashMap<>();
        new ForceEstimates(catalogue, panes)
                .rows(EVERYTHING).stream()
                        .filter(row -> column.windowOfSlot(row.slot()).length() == 90)
                        .forEach(row ->
                                found.put(column.dimensionsOfSlot(row.slot()).toString(), shareOf(row.estimate())));
        return found;
    }

    private static double shareOf(Estimate estimate) {
        return Math.round(estimate.value() * 1e6) / 1e6;
    }

    /** With every crime seen through the horizon the estimate is the share; the rows by sex have none, the theme as such has one. */
    private static Map<String, Double> estimated(Map<String, List<Integer>> counted) {
        Map<String, Double> shares = new HashMap<>();
        counted.forEach((row, figure) -> {
            if (!row.contains("sex=")) {
                shares.put(row, Math.round(1e6 * figure.get(0) / figure.get(1)) / 1e6);
            }
        });
        for (String theme : List.of("stalking_harassment", "stalking", "vaiwg_female")) {
            shares.put(
                    "{theme=" + theme + "}",
                    theme.equals("vaiwg_female") ? Math.round(1e6 * 683 / 2_049) / 1e6 : shares.get("{}"));
        }
        return shares;
    }

    private static Catalogue medians(List<Quantity> quantities, boolean ofSteps) {
        return new Catalogue(
                quantities.stream().map(quantity -> median(quantity, ofSteps)).toList(), CodeMaps.shipped());
    }

    private static Measure median(Quantity quantity, boolean ofSteps) {
        return OneMeasure.of(
                slug(quantity),
                "kind: percentile",
                "percentile: 50",
                "quantity: " + slug(quantity),
                "title: " + slug(quantity),
                "short_title: A median",
                "among: " + (ofSteps ? "step" : "case"),
                "bases: recorded");
    }

    private static String slug(Quantity quantity) {
        return quantity.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Integer> medians(Catalogue catalogue, ForcePanes panes) {
        return catalogue.columns().stream()
                .collect(Collectors.toMap(
                        column -> column.measure().slug(), column -> panes.numerator(column.slot(0, 0))));
    }

    private static List<DeltaEntry> entries(Catalogue catalogue, List<Version> events) {
        SubjectDeltas subjects = new SubjectDeltas(catalogue);
        List<DeltaEntry> entries = new ArrayList<>();
        CaseState state = null;
        for (Version event : events) {
            CaseState after = (state == null ? new CaseState() : state).with(event);
            entries.addAll(subjects.of(state, after, event.knownAt));
            state = after;
        }
        return entries;
    }

    private static void advance(ForcePanes panes, int cutOff) {
        while (panes.nextCutOff() <= cutOff) {
            panes.advance();
        }
    }

    private static CrimeVersion crime(String unit) {
        CrimeVersion crime = new CrimeVersion();
        crime.recordedAt = LondonDays.startOf(DAY) + HOUR;
        crime.offence = PackedCode.pack("8Q");
        crime.unit = UnitCode.in("west-midlands", UnitCode.of(unit));
        crime.victimKind = CrimeVersion.PERSON;
        return stamped(crime, 1, crime.recordedAt);
    }

    private static OutcomeVersion outcome16() {
        OutcomeVersion outcome = new OutcomeVersion();
        outcome.type = PackedCode.pack("16");
        outcome.assignedAt = LondonDays.startOf(DAY + 5) + HOUR;
        return stamped(outcome, 1, outcome.assignedAt);
    }

    private static CodeMaps areas(int count) {
        return maps(
                "areas.csv",
                "force,unit,lpa,valid_from,valid_to\n"
                        + IntStream.range(0, count)
                                .mapToObj(i -> "west-midlands,unit-" + i + ",area-" + i + ",,")
                                .collect(Collectors.joining("\n")));
    }

    private static CodeMaps maps(String name, String text) {
        return CodeMaps.of(file -> file.equals(name)
                ? ReferenceFile.of(name, text)
                : CodeMaps.files(Sites.shipped()).apply(file));
    }
}
