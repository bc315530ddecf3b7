package vaiwg.jobs.panes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vaiwg.engine.panes.ForcePanes;
import vaiwg.engine.panes.RowPolicy;
import vaiwg.jobs.decode.Rejection;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.ChartPlan;
import vaiwg.kpis.catalogue.Movement;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.kpis.time.LondonDays;
import vaiwg.statistics.signals.DataMoves;
import vaiwg.statistics.signals.Signal;
import vaiwg.statistics.signals.SignalNotes;
import vaiwg.statistics.signals.charts.ChartKind;
import vaiwg.statistics.signals.charts.SpcRule;
import vaiwg.statistics.signals.charts.Variation;
import vaiwg.statistics.verdict.ForceVerdicts;
import vaiwg.statistics.verdict.Matters;
import vaiwg.statistics.verdict.OpenSignal;
import vaiwg.statistics.verdict.SeriesVerdict;
import vaiwg.statistics.verdict.Verdict;

/** A force with few crimes on its way from delta entries to the rows of its charts. */
class RareChartsTest {
    private static final int BLOCK = 28;
    /** The first block after the last entry of the register that concerns volumes. */
    private static final int FIRST =
            BLOCK * (Math.toIntExact(LocalDate.of(2024, 6, 1).toEpochDay()) / BLOCK + 1);

    private static final int[] APART = {3, 12, 25, 7, 1, 18, 9, 5, 30, 11, 2, 16};
    private static final int ORDINARY = 40;
    private static final int SILENCE = 170;
    private static final long HOUR = 3_600_000L;

    private final Catalogue catalogue = new Catalogue(
            ShippedCatalogue.get().measures().stream()
                    .filter(measure -> measure.slug().equals("recorded_offences"))
                    .toList(),
            CodeMaps.shipped());
    private final int slot = ChartPlan.of(catalogue).charts().stream()
            .filter(chart -> chart.measure().slug().equals("recorded_offences")
                    && chart.slice().isEmpty()
                    && !chart.isMonthly())
            .findFirst()
            .orElseThrow()
            .slot();
    private final List<Signal> signals = new ArrayList<>();
    private final DashboardSnapshot shown = new DashboardSnapshot();
    private List<SeriesVerdict> verdicts = List.of();
    private ChartConsumer played;

    @Test
    void a_rare_count_is_charted_by_the_days_between_as_they_were_when_their_block_ended() throws Exception {
        List<Integer> days = days();
        Map<Integer, SnapshotCharts.Limit> rows = play(days, OptionalInt.empty());
        int silent = days.get(ORDINARY);
        int after = blockEnd(days.get(ORDINARY - 1)) + BLOCK;
        assertThat(rows.keySet())
                .isEqualTo(new TreeMap<>(lastTimes(days))
                        .tailMap(FIRST + 2 * BLOCK)
                        .keySet());
        lastTimes(days).tailMap(FIRST + 2 * BLOCK).headMap(after).forEach((cutOff, time) -> {
            SnapshotCharts.Limit row = rows.get(cutOff);
            assertThat(row.chart()).isEqualTo(ChartKind.T);
            assertThat(row.rule()).isNull();
            assertThat(row.value()).as("ended at %d", cutOff).isEqualTo((double) time);
        });
        assertThat(rows.get(blockEnd(silent))).satisfies(row -> {
            assertThat(row.trial()).isFalse();
            assertThat(row.value()).isEqualTo(SILENCE);
            assertThat(row.upper()).isBetween(40.0, (double) SILENCE);
            assertThat(row.rule()).isEqualTo(SpcRule.OUTSIDE);
            assertThat(row.side()).isEqualTo(1);
            assertThat(row.numerator()).isEqualTo(1);
            assertThat(row.variation()).isEqualTo(Variation.NEUTRAL);
        });
        assertThat(signals)
                .filteredOn(signal -> signal.kpi().equals("recorded_offences")
                        && signal.slice().isEmpty())
                .singleElement()
                .satisfies(signal -> {
                    assertThat(signal.state()).isEqualTo(Signal.State.WATCH);
                    assertThat(signal.observed()).isEqualTo(SILENCE);
                    assertThat(signal.amount()).as("more days, fewer events").isEqualTo(-1);
                    assertThat(signal.since()).isEqualTo(silent - SILENCE);
                });
        assertThat(shown.chartSignals)
                .as("on dashboards as well, a block later in which no event came")
                .filteredOn(signal -> signal.slot() == slot)
                .singleElement()
                .satisfies(signal -> {
                    assertThat(signal.amount()).isEqualTo(-1);
                    assertThat(signal.state()).isEqualTo("watch");
                    assertThat(signal.textWithoutCounts())
                            .startsWith("Fewer crimes are recorded, with too few cases to show numbers. Watch whether");
                });
        assertThat(verdicts)
                .filteredOn(verdict -> verdict.slot() == slot)
                .singleElement()
                .satisfies(verdict -> {
                    assertThat(verdict.verdict().state()).isEqualTo(Verdict.State.WATCH);
                    assertThat(verdict.verdict().since()).hasValue(silent - SILENCE);
                    assertThat(verdict.more()).as("days are no people").isEmpty();
                });
        assertThat(new Matters("a", 0).of(verdicts)).singleElement().satisfies(matter -> {
            assertThat(matter.what()).isEqualTo("Fewer crimes are recorded");
            assertThat(matter.signals())
                    .contains(signals.stream()
                            .filter(signal -> signal.slice().isEmpty())
                            .findFirst()
                            .orElseThrow()
                            .id("a"));
        });
        assertThat(SnapshotVerdicts.shown(new Matters("a", 0).of(verdicts)))
                .singleElement()
                .satisfies(matter -> {
                    assertThat(matter.what()).isEqualTo("Fewer crimes are recorded");
                    assertThat(matter.state()).isEqualTo(Verdict.State.WATCH);
                });
    }

    @Test
    void what_becomes_known_when_its_block_is_over_changes_no_time_and_no_limit() throws Exception {
        List<Integer> days = days();
        int late = days.get(4) + 1;
        assertThat(blockEnd(late)).isEqualTo(blockEnd(days.get(5)));
        assertThat(play(days, OptionalInt.of(late))).isEqualTo(play(days, OptionalInt.empty()));
        List<Integer> inTime = new ArrayList<>(days);
        inTime.add(5, late);
        assertThat(play(inTime, OptionalInt.empty())).isNotEqualTo(play(days, OptionalInt.empty()));
    }

    @Test
    void a_chart_is_told_with_the_state_of_the_verdict_and_not_where_the_daily_alarm_is_louder() throws Exception {
        play(days(), OptionalInt.empty());
        SeriesVerdict watched = verdicts.stream()
                .filter(verdict -> verdict.slot() == slot)
                .findFirst()
                .orElseThrow();
        OpenSignal chart = watched.signals().get(0);
        OpenSignal alarm =
                new OpenSignal("alarm", Signal.State.ACT, true, -1, Movement.WORSE, false, 0, 0, 0, 100, 20.0, 40.0);

        assertThat(statesShown(watched)).containsExactly("watch");
        assertThat(statesShown(toBeActedOn(watched, List.of(chart)))).containsExactly("act");
        assertThat(statesShown(toBeActedOn(watched, List.of(chart, alarm)))).isEmpty();
    }

    private List<String> statesShown(SeriesVerdict verdict) {
        DashboardSnapshot dashboard = new DashboardSnapshot();
        played.show(dashboard, true, List.of(verdict));
        return Arrays.stream(dashboard.chartSignals)
                .map(DashboardSnapshot.ChartSignal::state)
                .toList();
    }

    private static SeriesVerdict toBeActedOn(SeriesVerdict watched, List<OpenSignal> signals) {
        Verdict verdict = new Verdict(
                Verdict.State.ACT,
                watched.verdict().target(),
                watched.verdict().why(),
                watched.verdict().since());
        return new SeriesVerdict(
                watched.slot(),
                watched.column(),
                verdict,
                watched.chart(),
                watched.reading(),
                signals,
                watched.levels(),
                watched.read(),
                watched.target());
    }

    private static List<Integer> days() {
        List<Integer> days = new ArrayList<>();
        int day = FIRST + 2;
        for (int i = 0; i < ORDINARY; i++) {
            days.add(day);
            day += i == ORDINARY - 1 ? SILENCE : APART[i % APART.length];
        }
        days.add(day);
        return days;
    }

    /** The time that ends last in each block. */
    private static TreeMap<Integer, Integer> lastTimes(List<Integer> days) {
        TreeMap<Integer, Integer> times = new TreeMap<>();
        for (int i = 1; i < days.size(); i++) {
            times.put(blockEnd(days.get(i)), days.get(i) - days.get(i - 1));
        }
        return times;
    }

    /** The rows through the end of the last block, one crime perhaps known late; in the middle the charts are stored and taken up by others. */
    private Map<Integer, SnapshotCharts.Limit> play(List<Integer> days, OptionalInt late) throws Rejection {
        Map<Integer, SnapshotCharts.Limit> rows = new TreeMap<>();
        ForcePanes panes = new ForcePanes(catalogue);
        Postings force = new Postings("a", catalogue);
        Postings.of(force.crime("first-1", at(FIRST - 3), at(FIRST - 3))).forEach(panes::add);
        for (int day : days) {
            Postings.of(force.crime("c" + day, at(day), at(day) + HOUR)).forEach(panes::add);
        }
        if (late.isPresent()) {
            Postings.of(force.crime("late", at(late.getAsInt()), at(blockEnd(late.getAsInt()) + 20)))
                    .forEach(panes::add);
        }
        int last = blockEnd(days.get(days.size() - 1)) + BLOCK;
        ChartConsumer charts = charts(panes);
        while (panes.nextCutOff() <= last) {
            panes.advance();
            signals.addAll(charts.advance());
            Snapshot snapshot = new Snapshot();
            charts.publish(snapshot);
            Arrays.stream(snapshot.charts.limits)
                    .filter(row -> row.slot() == slot)
                    .forEach(row -> rows.put(panes.cutOff(), row));
            if (panes.cutOff() == FIRST + 8 * BLOCK) {
                byte[] stored = charts.toBytes();
                charts = charts(panes);
                charts.resume(stored);
            }
        }
        verdicts = new ForceVerdicts(catalogue, "a")
                .at(new ForceVerdicts.Midnight(
                        panes.cutOff(),
                        panes.historyFrom(),
                        panes,
                        charts.charts(),
                        List.of(),
                        List.of(),
                        id -> panes.cutOff()));
        charts.show(shown, true, verdicts);
        played = charts;
        return rows;
    }

    private ChartConsumer charts(ForcePanes panes) {
        return new ChartConsumer(new DailyConsumer.Force(
                "a",
                catalogue,
                new RowPolicy(Integer.MAX_VALUE, RowPolicy.Totals.DAILY),
                panes,
                new SignalNotes(),
                DataMoves.NONE));
    }

    private static int blockEnd(int day) {
        return BLOCK * (day / BLOCK + 1);
    }

    private static long at(int day) {
        return LondonDays.startOf(day) + 10 * HOUR;
    }
}
