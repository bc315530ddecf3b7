package vaiwg.board.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vaiwg.board.figures.Charts;
import vaiwg.board.figures.MeasureDictionary;
import vaiwg.board.figures.MeasureEntry.Kind;
import vaiwg.board.figures.PublishedSnapshot;
import vaiwg.board.figures.PublishedValue;
import vaiwg.board.figures.SeriesKey;
import vaiwg.board.figures.SnapshotValues;
import vaiwg.kpis.catalogue.Benchmark;
import vaiwg.kpis.catalogue.Benchmarks;
import vaiwg.statistics.signals.charts.RebaseRegister;

class FollowUpTest {
    private static final List<String> HORIZONS =
            List.of("settled_28d", "settled_90d", "settled_180d", "settled_365d", "settled_730d", "to_date");

    /** The paper does not say for how long: of cases of 28 or 90 days fewer have ended. */
    @Test
    void the_papers_figures_stand_beside_cases_that_were_followed_for_a_year_or_so_far_alone() {
        Block.Grid table = FollowUp.papersTable(facts(HORIZONS));
        assertThat(table.title()).contains("all victims", "“Victims and VAIWG” of 2021");
        assertThat(table.note()).startsWith("The paper gives neither its period nor the follow-up.");
        assertThat(table.columns()).last().isEqualTo("The paper");
        assertThat(table.lines())
                .extracting(Block.Line::title)
                .containsExactly("Rape", "Other sexual offences", "Stalking and harassment", "Domestic abuse");
        assertThat(table.lines().stream()
                        .map(line -> line.cells().get(line.cells().size() - 1).text()))
                .as("none where the force's folder has none")
                .containsExactly("54.4%", "–", "–", "–");
        assertThat(keys(table))
                .hasSize(4 * 6)
                .allMatch(key -> List.of("settled_365d", "to_date").contains(key.basis()))
                .allMatch(key ->
                        key.slice().matches("theme=[a-z_]+") && !key.slice().contains("female"));
    }

    @Test
    void before_cases_were_followed_for_a_year_there_is_no_such_table() {
        assertThat(FollowUp.papersTable(facts(List.of("settled_28d", "settled_90d", "to_date")))
                        .isEmpty())
                .isTrue();
    }

    /** In rape mostly after a year. */
    @Test
    void charges_within_half_a_year_stand_above_those_within_one_and_two() {
        Block.Grid charges = FollowUp.charges(facts(HORIZONS), "theme=rape");
        assertThat(charges.lines()).extracting(Block.Line::title).containsExactly("180 days", "365 days", "730 days");
        assertThat(keys(charges))
                .extracting(SeriesKey::basis)
                .containsOnly("settled_180d", "settled_365d", "settled_730d");
    }

    private static List<SeriesKey> keys(Block.Grid grid) {
        return grid.lines().stream()
                .flatMap(line -> line.cells().stream())
                .flatMap(cell -> cell.figure().stream())
                .map(Figure::key)
                .toList();
    }

    /** Of each theme, and of all, 400 of 1,000 on each of some bases. */
    private static Facts facts(List<String> bases) {
        Map<SeriesKey, PublishedValue> values = new HashMap<>();
        for (String kpi : List.of("victim_attrition", "charge_rate")) {
            values.putAll(values(kpi, "recorded"));
            bases.forEach(basis -> values.putAll(values(kpi, basis)));
        }
        PublishedSnapshot snapshot = new PublishedSnapshot(
                "west-midlands", SampleReport.AS_AT, 1, false, false, true, "c", Optional.empty(), new TreeMap<>());
        Benchmark paper = new Benchmark(
                "victim_attrition",
                "theme=rape",
                Benchmark.Kind.BASELINE,
                "The paper's table",
                54.4,
                Benchmark.Unit.PERCENT,
                Optional.empty(),
                Optional.empty(),
                LocalDate.of(2021, 9, 1),
                "it names no period",
                "the paper 2.3.6",
                "54.4%",
                "");
        Material material = new Material(
                SampleReport.usual().edition(),
                new MeasureDictionary(List.of(
                        Periods.measure("victim_attrition", Kind.SHARE, "Victim attrition", "down"),
                        Periods.measure("charge_rate", Kind.SHARE, "Charged or summonsed", "up"))),
                new SnapshotValues(snapshot, values),
                Optional.empty(),
                Optional.empty(),
                new Charts(Map.of()),
                new RebaseRegister(List.of()),
                Benchmarks.of(List.of(paper)),
                List.of(),
                List.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                0,
                0,
                List.of(),
                List.of(),
                SampleReport.AS_AT,
                0);
        return new Facts(material, false);
    }

    private static Map<SeriesKey, PublishedValue> values(String kpi, String basis) {
        Map<SeriesKey, PublishedValue> values = new HashMap<>();
        SliceTitles.THEMES.forEach(theme -> {
            SeriesKey key = new SeriesKey(kpi, basis, "365d", "theme=" + theme);
            values.put(
                    key,
                    new PublishedValue(
                            key, "h1", 400, 1_000, 0.4, 0.37, 0.43, false, false, false, true, Optional.empty()));
        });
        return values;
    }
}
