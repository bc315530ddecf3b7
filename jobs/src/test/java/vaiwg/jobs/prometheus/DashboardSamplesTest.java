package vaiwg.jobs.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vaiwg.jobs.panes.DashboardSnapshot;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.ChartPlan;
import vaiwg.kpis.catalogue.DashboardSeries;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.kpis.time.LondonDays;
import vaiwg.schemas.Source;
import vaiwg.statistics.signals.Signal;
import vaiwg.statistics.signals.SignalDays;
import vaiwg.statistics.signals.alarm.Alarm;
import vaiwg.statistics.signals.alarm.AlarmChange;
import vaiwg.statistics.signals.alarm.AlarmSignals;
import vaiwg.statistics.signals.alarm.DailyReading;
import vaiwg.statistics.signals.alarm.OutcomeSet;
import vaiwg.statistics.signals.alarm.Shift;
import vaiwg.statistics.signals.alarm.Stratum;
import vaiwg.statistics.signals.charts.ForceCharts.Counts;

class DashboardSamplesTest {
    private static final int MOST_SERIES = 2_000;
    private static final int SINCE = 19_990;
    private static final String TEXT = "60 cases became known. Find the cause.";
    /** Beside the names of the catalogue's dimensions. */
    private static final Set<String> LABELS = Set.of(
            "__name__",
            "force",
            "kpi",
            "priority",
            "basis",
            "window",
            "theme",
            "lpa",
            "characteristic",
            "group",
            "bound",
            "rule",
            "state",
            "side",
            "concern",
            "text",
            "source",
            "stream",
            "outcome",
            "title",
            "unit",
            "direction",
            "owner");

    private final Catalogue catalogue = ShippedCatalogue.get();
    private final DashboardSamples dashboards = new DashboardSamples(catalogue);
    private final int size = DashboardSeries.of(catalogue).size();

    @Test
    void a_force_has_at_most_two_thousand_series() {
        DashboardSnapshot snapshot = snapshot(100, 200);
        addAllAlarms(snapshot);
        Set<SortedMap<String, String>> series = Stream.concat(
                        dashboards.of(snapshot).stream(), dashboards.info(0).stream())
                .map(Sample::labels)
                .collect(Collectors.toSet());
        System.out.printf("Prometheus: %,d series a force at most%n", series.size());
        assertThat(series).hasSizeLessThanOrEqualTo(MOST_SERIES).hasSizeGreaterThan(size);
    }

    @Test
    void no_series_has_two_values_at_a_time() {
        assertThat(Stream.concat(dashboards.of(snapshot(100, 200)).stream(), dashboards.info(0).stream())
                        .map(Sample::labels))
                .doesNotHaveDuplicates();
    }

    @Test
    void labels_are_those_of_the_list_and_never_empty() {
        assertThat(Stream.concat(dashboards.of(snapshot(100, 200)).stream(), dashboards.info(0).stream()))
                .allSatisfy(sample -> {
                    assertThat(Stream.concat(LABELS.stream(), dimensions()))
                            .containsAll(sample.labels().keySet());
                    assertThat(sample.labels().values()).noneMatch(String::isBlank);
                    assertThat(sample.labels().get("__name__")).startsWith("vaiwg_");
                });
    }

    private Stream<String> dimensions() {
        return catalogue.columns().stream()
                .flatMap(column -> column.variant().stream())
                .map(variant -> variant.dimension().name());
    }

    @Test
    void nothing_of_nothing_has_no_value_but_its_two_counts() {
        List<String> names = dashboards.of(snapshot(0, 0)).stream()
                .filter(sample -> "victim_attrition".equals(sample.labels().get("kpi")))
                .map(sample -> sample.labels().get("__name__"))
                .distinct()
                .toList();
        assertThat(names)
                .contains(MetricNames.NUMERATOR, MetricNames.DENOMINATOR)
                .doesNotContain(MetricNames.VALUE);
    }

    @Test
    void a_share_is_its_numerator_by_its_denominator_and_a_count_has_none() {
        List<Sample> samples = dashboards.of(snapshot(100, 400));
        assertThat(named(samples, "victim_attrition", MetricNames.VALUE)).containsOnly(0.25);
        assertThat(named(samples, "recorded_offences", MetricNames.VALUE)).containsOnly(100.0);
        assertThat(named(samples, "recorded_offences", MetricNames.DENOMINATOR)).isEmpty();
    }

    @Test
    void conduct_figures_never_go_to_prometheus() {
        List<String> restricted = catalogue.measures().stream()
                .filter(Measure::isRestricted)
                .map(Measure::slug)
                .toList();
        assertThat(restricted).isNotEmpty();
        assertThat(Stream.concat(dashboards.of(snapshot(100, 200)).stream(), dashboards.info(0).stream()))
                .noneMatch(sample -> restricted.contains(sample.labels().get("kpi")));
    }

    /** The long ones go on in a second line of a table. */
    @Test
    void measures_have_the_titles_of_tables() {
        assertThat(dashboards.info(0))
                .extracting(sample -> sample.labels().get("title"))
                .contains("Stage and reason recorded")
                .allSatisfy(title -> assertThat(title).hasSizeLessThanOrEqualTo(34));
    }

    /** They could be compared where too few are known. */
    @Test
    void no_group_of_victims_goes_to_prometheus() {
        assertThat(dashboards.of(snapshot(100, 200)))
                .extracting(sample -> sample.labels().getOrDefault("group", "all"))
                .containsOnly("all");
    }

    @Test
    void a_figure_of_fewer_than_five_is_not_sent_nor_its_rest() {
        for (DashboardSnapshot snapshot : List.of(snapshot(4, 200), snapshot(196, 200), snapshot(2, 4))) {
            assertThat(named(dashboards.of(snapshot), "victim_attrition", MetricNames.VALUE))
                    .isEmpty();
            assertThat(named(dashboards.of(snapshot), "victim_attrition", MetricNames.NUMERATOR))
                    .isEmpty();
            assertThat(named(dashboards.of(snapshot), "victim_attrition", MetricNames.DENOMINATOR))
                    .isEmpty();
        }
    }

    @Test
    void every_sample_is_of_the_snapshots_time_and_tells_where_its_events_came_from() {
        DashboardSnapshot snapshot = snapshot(100, 200);
        snapshot.sources = 1 << Source.SYNTHETIC.ordinal();
        assertThat(dashboards.of(snapshot)).allMatch(sample -> sample.timestamp() == snapshot.asAt);
        assertThat(dashboards.of(snapshot))
                .filteredOn(sample -> sample.labels().get("__name__").equals(MetricNames.FORCE_INFO))
                .extracting(sample -> sample.labels().get("source"))
                .containsExactly("SYNTHETIC");
        assertThat(dashboards.of(snapshot))
                .filteredOn(sample -> sample.labels().get("__name__").equals(MetricNames.AS_AT))
                .extracting(Sample::value)
                .containsExactly(1_780_000_000.0);
    }

    @ParameterizedTest
    @CsvSource({"LOAD,1", "ARCHIVE,1", "FEED,0", "SYNTHETIC,0"})
    void a_snapshot_of_loaded_history_is_marked_as_reconstructed(Source source, double expected) {
        DashboardSnapshot snapshot = snapshot(100, 200);
        snapshot.sources = 1 << source.ordinal();
        assertThat(dashboards.of(snapshot))
                .filteredOn(sample -> sample.labels().get("__name__").equals(MetricNames.RECONSTRUCTED))
                .extracting(Sample::value)
                .containsExactly(expected);
    }

    @Test
    void an_estimate_is_a_value_alone_and_nothing_where_it_cannot_be_made() {
        DashboardSnapshot snapshot = snapshot(100, 200);
        snapshot.estimates =
                new double[DashboardSeries.of(catalogue).estimates().size()];
        Arrays.fill(snapshot.estimates, Double.NaN);
        snapshot.estimates[0] = 0.25;
        assertThat(dashboards.of(snapshot))
                .filteredOn(sample -> "incidence_90d".equals(sample.labels().get("basis")))
                .singleElement()
                .satisfies(sample -> {
                    assertThat(sample.value()).isEqualTo(0.25);
                    assertThat(sample.labels())
                            .containsEntry("__name__", MetricNames.VALUE)
                            .containsEntry("kpi", "victim_attrition")
                            .containsEntry("window", "90d")
                            .containsEntry("theme", "all")
                            .containsEntry("lpa", "all");
                });
    }

    @Test
    void a_limit_and_a_signal_have_the_labels_of_their_figure_and_their_own() {
        List<Sample> samples = dashboards.of(snapshot(100, 200));
        assertThat(samples)
                .filteredOn(sample -> sample.labels().get("__name__").equals("vaiwg_kpi_limit"))
                .filteredOn(sample -> sample.labels().get("kpi").equals("victim_attrition"))
                .filteredOn(sample -> sample.labels().get("theme").equals("rape"))
                .allSatisfy(sample -> assertThat(sample.labels())
                        .containsEntry("window", "28d")
                        .containsEntry("lpa", "all"))
                .as("of the chart that signals, and of the figure that is read")
                .extracting(
                        sample -> sample.labels().get("basis"),
                        sample -> sample.labels().get("bound"),
                        Sample::value)
                .containsExactly(
                        tuple("matured_28d", "lower", 0.25),
                        tuple("matured_28d", "centre", 0.5),
                        tuple("matured_28d", "upper", 0.75),
                        tuple("matured_90d", "lower", 0.25),
                        tuple("matured_90d", "centre", 0.5),
                        tuple("matured_90d", "upper", 0.75));
        assertThat(samples)
                .filteredOn(sample -> sample.labels().get("__name__").equals("vaiwg_kpi_signal_since_seconds"))
                .filteredOn(sample -> sample.labels().get("kpi").equals("charge_rate"))
                .filteredOn(sample -> sample.labels().get("theme").equals("all"))
                .singleElement()
                .satisfies(sample -> {
                    assertThat(sample.value()).isEqualTo(LondonDays.startOf(SINCE) / 1000.0);
                    assertThat(sample.labels())
                            .containsEntry("rule", "shift")
                            .containsEntry("state", "watch")
                            .containsEntry("side", "worse")
                            .containsEntry("concern", "charges and other action taken")
                            .containsEntry("text", "With counts.")
                            .containsEntry("basis", "matured_180d")
                            .containsEntry("force", "west-midlands");
                });
    }

    /** The rule of the views: of themes that exclude one another the smallest, too, where another is of few. */
    @ParameterizedTest
    @CsvSource({"'',true", "theme=rape,false", "theme=other_sexual,false", "theme=stalking_harassment,true"})
    void the_text_of_a_signal_has_no_count_that_the_views_withhold(String slice, boolean withCounts) {
        List<ChartPlan.Chart> charts = ChartPlan.of(catalogue).charts().stream()
                .filter(chart ->
                        chart.raisesAlerts() && chart.measure().slug().equals("charge_rate") && !chart.isMonthly())
                .toList();
        Map<String, Integer> numerators = Map.of(
                "",
                55,
                "theme=rape",
                3,
                "theme=other_sexual",
                12,
                "theme=stalking_harassment",
                40,
                "theme=domestic_abuse",
                40);
        Counts counts = new Counts(
                charts.stream().mapToInt(ChartPlan.Chart::slot).toArray(),
                charts.stream().mapToInt(chart -> numerators.get(chart.slice())).toArray(),
                charts.stream()
                        .mapToInt(chart -> 10 * numerators.get(chart.slice()))
                        .toArray());
        DashboardSnapshot snapshot = snapshot(100, 200);
        snapshot.chartSignals = charts.stream()
                .filter(chart -> chart.slice().equals(slice))
                .map(chart -> new DashboardSnapshot.ChartSignal(
                        chart.slot(), "shift", -1, "watch", SINCE, "With.", "Without.", new Counts[] {counts}))
                .toArray(DashboardSnapshot.ChartSignal[]::new);
        assertThat(dashboards.of(snapshot))
                .filteredOn(sample -> sample.labels().get("__name__").equals(MetricNames.SIGNAL))
                .extracting(sample -> sample.labels().get("text"))
                .containsExactly(withCounts ? "With." : "Without.");
    }

    /** All limits that there can be, and a signal on every chart of the pack. */
    private void chart(DashboardSnapshot snapshot) {
        List<ChartPlan.Chart> all = ChartPlan.of(catalogue).charts();
        snapshot.limits = all.stream()
                .filter(ChartPlan.Chart::limitsOnDashboards)
                .map(chart -> new DashboardSnapshot.Limit(chart.slot(), 0.25, 0.5, 0.75))
                .toArray(DashboardSnapshot.Limit[]::new);
        snapshot.chartSignals = all.stream()
                .filter(ChartPlan.Chart::raisesAlerts)
                .map(chart -> new DashboardSnapshot.ChartSignal(
                        chart.slot(), "shift", -1, "watch", SINCE, "With counts.", "Without.", new Counts[0]))
                .toArray(DashboardSnapshot.ChartSignal[]::new);
    }

    @Test
    void the_daily_alarm_shows_what_it_saw_and_its_signals_one_while_they_stand_and_zero_when_they_ended() {
        DashboardSnapshot snapshot = snapshot(100, 200);
        snapshot.limits = new DashboardSnapshot.Limit[0];
        snapshot.chartSignals = new DashboardSnapshot.ChartSignal[0];
        snapshot.alarms = new DailyReading[] {new DailyReading("vaiwg", "16", 60, 44.5)};
        snapshot.standing = new Signal[] {
            signal("victim_attrition", "theme=rape", Signal.State.ACT), signal(restricted(), "", Signal.State.ACT)
        };
        snapshot.over = new Signal[] {
            signal("victim_attrition", "theme=rape", Signal.State.ACT),
            signal("victim_does_not_support", "", Signal.State.WATCH),
            signal(restricted(), "", Signal.State.WATCH)
        };
        List<Sample> samples = dashboards.of(snapshot);
        assertThat(samples)
                .filteredOn(sample -> sample.labels().get("__name__").startsWith("vaiwg_alarm_"))
                .allSatisfy(sample -> assertThat(sample.labels())
                        .containsEntry("force", "west-midlands")
                        .containsEntry("theme", "vaiwg")
                        .containsEntry("outcome", "16")
                        .hasSize(4))
                .extracting(Sample::value)
                .containsExactly(60.0, 44.5);
        assertThat(samples)
                .filteredOn(sample -> sample.labels().get("__name__").equals(MetricNames.SIGNAL))
                .as("a signal of a restricted figure is not told")
                .extracting(sample -> sample.labels().get("kpi") + " "
                        + sample.labels().get("priority") + " "
                        + sample.labels().get("basis") + " " + sample.labels().get("window") + " "
                        + sample.labels().get("theme") + " " + sample.labels().get("lpa") + " "
                        + sample.labels().get("rule") + " " + sample.labels().get("state") + " " + sample.value())
                .containsExactlyInAnyOrder(
                        "victim_attrition criminal_justice daily 1d rape all daily_rise act "
                                + LondonDays.startOf(SINCE) / 1000.0,
                        "victim_does_not_support criminal_justice daily 1d all all daily_rise watch 0.0");
        assertThat(samples)
                .allSatisfy(sample -> assertThat(Stream.concat(LABELS.stream(), dimensions()))
                        .containsAll(sample.labels().keySet()));
    }

    @Test
    void a_number_of_outcomes_below_five_is_not_in_its_text() {
        DashboardSnapshot snapshot = snapshot(100, 200);
        snapshot.chartSignals = new DashboardSnapshot.ChartSignal[0];
        snapshot.standing = new Signal[] {
            signal("victim_attrition", "theme=rape", Signal.State.WATCH, 4),
            signal("victim_attrition", "", Signal.State.WATCH, 60)
        };
        assertThat(dashboards.of(snapshot))
                .filteredOn(sample -> sample.labels().get("__name__").equals(MetricNames.SIGNAL))
                .extracting(
                        sample -> sample.labels().get("side"),
                        sample -> sample.labels().get("text"))
                .containsExactlyInAnyOrder(
                        tuple("worse", TEXT),
                        tuple(
                                "better",
                                "Victim attrition, rape: fewer outcomes than the 44.5 expected since "
                                        + SignalDays.day(SINCE)
                                        + ", with too few cases to show their number. Find the cause."));
    }

    /** Of one cause, whichever chart shows it and whichever way its figure is good: one e-mail. */
    @Test
    void what_is_worse_is_on_one_side_whether_its_figure_rises_or_falls() {
        DashboardSnapshot snapshot = snapshot(100, 200);
        Map<String, Integer> moved = Map.of("cps_days_to_decision_median", 1, "code_informed", -1, "referred_late", 1);
        snapshot.chartSignals = ChartPlan.of(catalogue).charts().stream()
                .filter(chart -> moved.containsKey(chart.measure().slug())
                        && chart.slice().isEmpty()
                        && !chart.isMonthly())
                .map(chart -> new DashboardSnapshot.ChartSignal(
                        chart.slot(),
                        "shift",
                        moved.get(chart.measure().slug()),
                        "watch",
                        SINCE,
                        TEXT,
                        TEXT,
                        new Counts[0]))
                .toArray(DashboardSnapshot.ChartSignal[]::new);
        assertThat(dashboards.of(snapshot))
                .filteredOn(sample -> sample.labels().get("__name__").equals(MetricNames.SIGNAL))
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(sample -> assertThat(sample.labels()).containsEntry("side", "worse"));
    }

    /** Every series of the daily alarm, and a rise and a fall in each of them. */
    private static void addAllAlarms(DashboardSnapshot snapshot) {
        List<DailyReading> readings = new ArrayList<>();
        List<Signal> standing = new ArrayList<>();
        for (Stratum stratum : Stratum.values()) {
            for (OutcomeSet outcomes : OutcomeSet.values()) {
                readings.add(new DailyReading(stratum.slug(), outcomes.slug(), 5, 2));
                for (Shift shift : Shift.values()) {
                    Alarm alarm = new Alarm(stratum, outcomes, shift, 20_000, 19_999, SINCE, 1, 5, 3, 1, false, false);
                    standing.add(AlarmSignals.of(new AlarmChange(alarm, Signal.Change.RAISED, 20_000), 20_000));
                }
            }
        }
        snapshot.alarms = readings.toArray(DailyReading[]::new);
        snapshot.standing = standing.toArray(Signal[]::new);
    }

    private String restricted() {
        return catalogue.measures().stream()
                .filter(Measure::isRestricted)
                .map(Measure::slug)
                .findFirst()
                .orElseThrow();
    }

    private static Signal signal(String kpi, String slice, Signal.State state) {
        return signal(kpi, slice, state, 60);
    }

    private static Signal signal(String kpi, String slice, Signal.State state, int observed) {
        return new Signal(
                20_000,
                kpi,
                "daily",
                "1d",
                slice,
                "daily_rise",
                state,
                Signal.Change.RAISED,
                19_999,
                SINCE,
                1_000,
                observed,
                44.5,
                observed > 44.5 ? 1 : -1,
                1,
                "",
                TEXT);
    }

    private static List<Double> named(List<Sample> samples, String kpi, String metric) {
        return samples.stream()
                .filter(sample -> kpi.equals(sample.labels().get("kpi")))
                .filter(sample -> metric.equals(sample.labels().get("__name__")))
                .map(Sample::value)
                .toList();
    }

    private DashboardSnapshot snapshot(int numerator, int denominator) {
        DashboardSnapshot snapshot = new DashboardSnapshot();
        snapshot.force = "west-midlands";
        snapshot.asAt = 1_780_000_000_000L;
        snapshot.numerators = new int[size];
        snapshot.denominators = new int[size];
        Arrays.fill(snapshot.numerators, numerator);
        Arrays.fill(snapshot.denominators, denominator);
        snapshot.sources = (1 << Source.values().length) - 1;
        chart(snapshot);
        return snapshot;
    }
}
