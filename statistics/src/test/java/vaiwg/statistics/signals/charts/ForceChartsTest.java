package vaiwg.statistics.signals.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.OneMeasure;
import vaiwg.kpis.Seed;
import vaiwg.kpis.catalogue.Basis;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.SlotValues;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.statistics.signals.DataMoves;
import vaiwg.statistics.signals.ShortTexts;
import vaiwg.statistics.signals.Signal;
import vaiwg.statistics.signals.Signal.Change;
import vaiwg.statistics.signals.Signal.State;

class ForceChartsTest {
    private static final Path GOLDEN = Path.of("src/test/resources/vaiwg/statistics/signals/charts.hex");
    /** The first block end after the last entry of the register that concerns these charts. */
    private static final int FIRST = 28 * (day("2024-04-01") / 28 + 1);

    private static final int HISTORY = FIRST - 28 - 28;
    private static final int[] ORDINARY = {100, 104, 98, 101, 96, 103, 99, 102, 97, 105, 100, 101};

    private static final OptionalDouble TARGET = OptionalDouble.of(0.5);

    private static final Measure SERVICE = OneMeasure.of(
            "service",
            "kind: share",
            "better: down",
            "numerator: outcome_16",
            "raises_alerts: true",
            "bases: matured_28d");
    private static final Measure VOLUME = OneMeasure.of("volume", "area: intelligence", "bases: recorded");
    private static final Measure RECORDS = OneMeasure.of(
            "records",
            "kind: share",
            "area: recording",
            "numerator: outcome_16",
            "data_quality: true",
            "bases: recorded");

    private static final Measure RARE = OneMeasure.of(
            "rare", "kind: share", "better: down", "numerator: outcome_15", "raises_alerts: true", "bases: assigned");

    private final Catalogue catalogue = new Catalogue(List.of(SERVICE, VOLUME, RECORDS, RARE), CodeMaps.shipped());
    private final ForceCharts charts = new ForceCharts(catalogue, "west-midlands");
    private final Blocks blocks = new Blocks(catalogue);
    private int cutOff = FIRST - 28;

    @Test
    void blocks_end_every_28_days_for_everybody_and_with_the_months() {
        assertThat(BlockCalendar.endsDays(28 * 700)).isTrue();
        assertThat(BlockCalendar.endsDays(28 * 700 + 27)).isFalse();
        assertThat(BlockCalendar.ends(day("2026-11-01"))).isTrue();
        Basis months = Basis.of("settled_6m");
        assertThat(BlockCalendar.firstDay(months, day("2026-11-01"))).isEqualTo(day("2026-04-01"));
        assertThat(BlockCalendar.lastDay(months, day("2026-04-01"))).isEqualTo(day("2026-04-30"));
        assertThat(BlockCalendar.firstDay(Basis.matured(90), 28 * 700)).isEqualTo(28 * 700 - 118);
    }

    @Test
    void until_the_twelfth_block_limits_are_on_trial_and_nothing_is_said() {
        for (int i = 0; i < ORDINARY.length - 1; i++) {
            blocks.service(4 * ORDINARY[i], 1_000);
            ForceCharts.Closing closing = close();
            assertThat(closing.signals()).isEmpty();
            assertThat(of("service", closing)).hasSize(i == 0 ? 0 : 1).allMatch(ChartReading::isTrial);
        }
        blocks.service(4 * ORDINARY[11], 1_000);
        ChartReading twelfth = of("service", close()).get(0);
        assertThat(twelfth.isTrial()).isFalse();
        assertThat(twelfth.variation()).contains(Variation.COMMON_CAUSE);
        assertThat(twelfth.assurance(TARGET))
                .as("the target lies above all limits")
                .contains(Assurance.PASSES);
        assertThat(twelfth.assurance(OptionalDouble.empty())).isEmpty();
        assertThat(published(charts)).isEmpty();
    }

    /** The same cases are told of by the chart of the shorter horizon. */
    @Test
    void a_chart_at_the_horizon_that_is_read_shows_the_rule_and_raises_nothing() {
        Measure read = OneMeasure.of(
                "read",
                "kind: share",
                "better: down",
                "numerator: outcome_16",
                "raises_alerts: true",
                "bases: [settled_90d, matured_28d, matured_90d]");
        OneFigure figure = new OneFigure(read);
        for (int numerator : ORDINARY) {
            figure.close(4 * numerator, 1_000, 0);
        }
        ForceCharts.Closing closing = figure.close(600, 1_000, 0);
        assertThat(closing.readings())
                .filteredOn(reading -> reading.chart().slice().isEmpty())
                .extracting(
                        reading -> reading.chart().column().basis().slug(),
                        reading -> reading.completed().orElseThrow().rule())
                .containsExactlyInAnyOrder(
                        tuple("matured_28d", SpcRule.OUTSIDE), tuple("matured_90d", SpcRule.OUTSIDE));
        assertThat(closing.signals())
                .isNotEmpty()
                .allMatch(signal -> signal.basis().equals("matured_28d"));
        assertThat(figure.close(600, 1_000, 0).signals())
                .isNotEmpty()
                .allMatch(signal -> signal.basis().equals("matured_28d"));
    }

    @Test
    void a_signal_is_raised_confirmed_and_ended_each_said_once() {
        ordinary();
        blocks.service(600, 1_000);
        List<Signal> raised = close().signals();
        assertThat(raised).singleElement().satisfies(signal -> {
            assertThat(signal.change()).isEqualTo(Change.RAISED);
            assertThat(signal.state()).isEqualTo(State.WATCH);
            assertThat(signal.rule()).isEqualTo("outside");
            assertThat(signal.basis()).isEqualTo("matured_28d");
            assertThat(signal.window()).isEqualTo("28d");
            assertThat(signal.asAt()).isEqualTo(cutOff);
            assertThat(signal.day()).isEqualTo(cutOff - 29);
            assertThat(signal.since()).isEqualTo(cutOff - 56);
            assertThat(signal.n()).isEqualTo(1_000);
            assertThat(signal.observed()).isEqualTo(0.6);
            assertThat(signal.expected()).isBetween(0.39, 0.41);
            assertThat(signal.dispersion()).isGreaterThanOrEqualTo(1);
        });
        assertThat(published(charts))
                .extracting(ChartNow.PublishedSignal::rule, ChartNow.PublishedSignal::state)
                .containsExactly(tuple(SpcRule.OUTSIDE, State.WATCH));
        List<Signal> confirmed = close().signals();
        assertThat(confirmed).singleElement().satisfies(signal -> {
            assertThat(signal.change()).isEqualTo(Change.CONFIRMED);
            assertThat(signal.state()).isEqualTo(State.ACT);
            assertThat(signal.id("f")).isEqualTo(raised.get(0).id("f"));
        });
        assertThat(close().signals()).as("it goes on standing").isEmpty();
        assertThat(published(charts))
                .extracting(ChartNow.PublishedSignal::state)
                .containsExactly(State.ACT);
        assertThat(charts.now())
                .filteredOn(now -> now.published().isPresent() && now.chart().raisesAlerts())
                .singleElement()
                .satisfies(now -> {
                    assertThat(now.lastDayAt(raised.get(0).asAt()))
                            .as("of the period at which it was raised, whatever has closed since")
                            .hasValue(raised.get(0).day());
                    assertThat(now.lastDayAt(cutOff)).as("of the newest").hasValue(cutOff - 29);
                });
        blocks.service(400, 1_000);
        assertThat(close().signals())
                .extracting(Signal::change, signal -> signal.id("f"))
                .containsExactly(tuple(Change.ENDED, raised.get(0).id("f")));
        assertThat(published(charts)).isEmpty();
    }

    @Test
    void a_turn_to_the_other_side_ends_one_signal_and_raises_another() {
        ordinary();
        blocks.service(600, 1_000);
        close();
        blocks.service(200, 1_000);
        assertThat(close().signals()).extracting(Signal::change).containsExactly(Change.ENDED, Change.RAISED);
    }

    @Test
    void where_records_moved_in_the_same_days_the_signal_speaks_of_the_data() {
        ordinary();
        blocks.records(990, 1_000);
        close();
        blocks.service(600, 1_000);
        assertThat(close().signals())
                .as("the cohort whose days are those of the move")
                .filteredOn(signal -> signal.kpi().equals("service"))
                .extracting(Signal::state, Signal::change)
                .containsExactly(tuple(State.DATA_QUALITY, Change.RAISED));
        assertThat(close().signals())
                .filteredOn(signal -> signal.kpi().equals("service"))
                .extracting(Signal::state, Signal::change)
                .containsExactly(tuple(State.DATA_QUALITY, Change.ENDED), tuple(State.WATCH, Change.RAISED));
    }

    @Test
    void what_blocks_tell_of_the_data_holds_for_figures_of_the_day() {
        ordinary();
        assertThat(charts.dataMoves().in("service", "", HISTORY, cutOff)).isFalse();
        blocks.records(990, 1_000);
        close();
        DataMoves moves = charts.dataMoves();
        assertThat(moves.in("service", "", cutOff - 1, cutOff)).isTrue();
        assertThat(moves.in("any", "rape", cutOff - 40, cutOff - 28))
                .as("no chart tells of the theme's records")
                .isTrue();
        assertThat(moves.in("service", "", cutOff - 40, cutOff - 29)).isFalse();
        assertThat(moves.in("service", "", cutOff, cutOff + 20)).isFalse();
    }

    @Test
    void what_blocks_told_of_the_data_holds_where_the_newest_has_too_few_cases() {
        ordinary();
        blocks.records(990, 1_000);
        close();
        int moved = cutOff;
        for (int block = 0; block < 3; block++) {
            blocks.records(10, 29);
            close();
            DataMoves moves = charts.dataMoves();
            assertThat(moves.in("service", "", moved - 28, moved - 1)).isTrue();
            assertThat(moves.in("service", "", moved, cutOff)).as("no point").isFalse();
        }
        ForceCharts restored = new ForceCharts(catalogue, "west-midlands");
        restored.restore(charts.toBytes());
        assertThat(restored.dataMoves().in("service", "", moved - 28, moved - 1))
                .isTrue();
    }

    @Test
    void a_definition_changed_in_the_block_in_which_it_did_whatever_its_cases() {
        ordinary();
        int changed = cutOff;
        Measure redefined =
                OneMeasure.of("service", "kind: share", "better: down", "numerator: outcome_15", "bases: matured_28d");
        ForceCharts next = new ForceCharts(
                new Catalogue(List.of(redefined, VOLUME, RECORDS, RARE), CodeMaps.shipped()), "west-midlands");
        next.restore(charts.toBytes());
        for (int block = 0; block < 2; block++) {
            DataMoves moves = next.dataMoves();
            assertThat(moves.in("service", "rape", changed - 5, changed + 3))
                    .as("%d blocks later", block)
                    .isTrue();
            assertThat(moves.in("service", "", changed - 20, changed - 1)).isFalse();
            assertThat(moves.in("volume", "", changed - 5, changed + 3)).isFalse();
            cutOff += 28;
            next.close(cutOff, HISTORY, blocks);
        }
        assertThat(next.dataMoves().in("service", "", changed + 28, cutOff + 5)).isFalse();
    }

    @Test
    void a_changed_definition_makes_the_next_block_speak_of_the_data_and_keeps_what_was_published() {
        ordinary();
        Measure redefined = OneMeasure.of(
                "service",
                "kind: share",
                "better: down",
                "numerator: outcome_15",
                "raises_alerts: true",
                "bases: matured_28d");
        Catalogue changed = new Catalogue(List.of(redefined, VOLUME, RECORDS, RARE), CodeMaps.shipped());
        ForceCharts next = new ForceCharts(changed, "west-midlands");
        next.restore(charts.toBytes());
        Blocks after = new Blocks(changed);
        after.service(600, 1_000);
        after.records(303, 1_000);
        after.volume(101);
        cutOff += 28;
        assertThat(next.close(cutOff, HISTORY, after).signals())
                .extracting(Signal::state)
                .containsExactly(State.DATA_QUALITY);
        cutOff += 28;
        assertThat(next.close(cutOff, HISTORY, after).signals())
                .extracting(Signal::state)
                .contains(State.WATCH);
    }

    @Test
    void what_begins_before_the_history_or_has_few_cases_is_no_point() {
        ordinary();
        blocks.service(20, 29);
        assertThat(of("service", close())).isEmpty();
        blocks.service(20, 30);
        assertThat(of("service", close()).get(0).blocks().blocks()).isEqualTo(13);
        ForceCharts later = new ForceCharts(catalogue, "west-midlands");
        assertThat(later.close(FIRST, HISTORY + 1, blocks).readings()).isEmpty();
        later.close(FIRST + 28, HISTORY + 1, blocks);
        assertThat(of("volume", later.close(FIRST + 56, HISTORY + 1, blocks)))
                .as("what never varies has no limits")
                .isEmpty();
    }

    @Test
    void stored_and_restored_anywhere_charts_say_the_same() {
        Random random = Seed.random("charts restored");
        List<String> through = new ArrayList<>();
        List<String> restored = new ArrayList<>();
        ForceCharts other = new ForceCharts(catalogue, "west-midlands");
        for (int i = 0; i < 60; i++) {
            int level = i / 15 % 2 == 0 ? 400 : 480;
            blocks.service(level + random.nextInt(41) - 20, 1_000);
            blocks.records(300 + random.nextInt(41) - 20 + (random.nextInt(20) == 0 ? 200 : 0), 1_000);
            blocks.volume(100 + random.nextInt(21));
            blocks.rare(random.nextInt(14), 14 + random.nextInt(14));
            through.add(text(close(), charts));
            if (random.nextInt(3) == 0) {
                byte[] stored = other.toBytes();
                other = new ForceCharts(catalogue, "west-midlands");
                other.restore(stored);
            }
            restored.add(text(other.close(cutOff, HISTORY, blocks), other));
        }
        assertThat(restored).isEqualTo(through);
        assertThat(through).anyMatch(said -> said.contains("CONFIRMED"));
    }

    @Test
    void charts_are_stored_as_they_always_were() throws IOException {
        ordinary();
        blocks.service(600, 1_000);
        close();
        byte[] bytes = charts.toBytes();
        String text = withoutDefinitions(HexFormat.of().formatHex(bytes)) + "\n";
        if (Boolean.getBoolean("vaiwg.golden.write")) {
            Files.createDirectories(GOLDEN.getParent());
            Files.writeString(GOLDEN, text);
        }
        assertThat(text).isEqualTo(Files.readString(GOLDEN));
        ForceCharts nothing = new ForceCharts(catalogue, "west-midlands");
        nothing.restore(new byte[0]);
        assertThat(published(nothing)).isEmpty();
        bytes[0]++;
        assertThatThrownBy(() -> nothing.restore(bytes)).hasMessageContaining("format 4");
    }

    @Test
    void of_what_is_rare_the_days_between_are_charted_as_they_were_when_their_block_ended() {
        cutOff += 365 / 28 * 28 + 28;
        for (int i = 0; i < 12; i++) {
            blocks.rare(i % 7, 9 + i % 5, 19 + i % 9);
            close();
        }
        assertThat(of("rare", close())).singleElement().satisfies(twelfth -> {
            assertThat(twelfth.isTrial()).isFalse();
            assertThat(twelfth.isOfTimes()).isTrue();
            assertThat(twelfth.completed()).isEmpty();
            assertThat(twelfth.assurance(TARGET)).isEmpty();
        });
        Limits locked = of("rare", close()).get(0).limits();
        blocks.rare();
        for (int i = 0; i < 7; i++) {
            assertThat(of("rare", close())).as("no event, no time").isEmpty();
        }
        blocks.rare(20, 22);
        ForceCharts.Closing after = close();
        assertThat(of("rare", after)).singleElement().satisfies(reading -> {
            assertThat(reading.limits()).isEqualTo(locked);
            assertThat(reading.value()).isEqualTo(28 * 7 + 20 + 28 - 21.0);
            assertThat(reading.block().numerator()).isEqualTo(2);
            assertThat(reading.variation()).contains(Variation.IMPROVEMENT);
            assertThat(reading.dispersion()).isGreaterThanOrEqualTo(1);
        });
        assertThat(after.signals()).singleElement().satisfies(signal -> {
            assertThat(signal.kpi()).isEqualTo("rare");
            assertThat(signal.rule()).isEqualTo("outside");
            assertThat(signal.state()).isEqualTo(State.WATCH);
            assertThat(signal.n()).isEqualTo(2);
            assertThat(signal.expected()).isBetween(5.0, 15.0);
            assertThat(signal.since()).isEqualTo(cutOff - 28 - 28 * 8 + 21);
            assertThat(signal.paragraph())
                    .contains("2 of 100, 223 days between two of them, above the upper limit of ", " (usual ")
                    .contains("so rarer than usual, since ", "a steady force gets four to ten yearly");
        });
        assertThat(charts.newestOnDashboards())
                .extracting(ChartReading::isOfTimes)
                .doesNotContain(true);
        blocks.rare(9, 18, 26);
        assertThat(close().signals()).extracting(Signal::change).containsExactly(Change.ENDED);
    }

    /** A definition's twelve digits differ with every change of a rule or map, and the format does not. */
    private String withoutDefinitions(String stored) {
        String text = stored;
        for (Measure measure : catalogue.measures()) {
            byte[] definition = catalogue.definition(measure).getBytes(StandardCharsets.US_ASCII);
            text = text.replace(HexFormat.of().formatHex(definition), "..");
        }
        return text;
    }

    @Test
    void the_paragraph_tells_the_figure_the_limits_the_rule_and_how_often_chance_does_the_same() {
        ordinary();
        blocks.service(600, 1_000);
        ForceCharts.Closing first = close();
        assertThat(first.readings())
                .filteredOn(reading -> reading.hasLimits() && reading.block().numerator() == 600)
                .as("people, not only points")
                .isNotEmpty()
                .allSatisfy(reading -> assertThat(reading.more().orElseThrow()).isBetween(197, 199));
        Signal watch = first.signals().get(0);
        assertThat(watch.paragraph())
                .startsWith("A title, within 28 days, from ")
                .contains(": 600 of 1,000 (60.0%), above the upper limit of ", "% (usual 40.2%). ")
                .endsWith("Watch whether the next period agrees; a steady force gets four to ten yearly.");
        Signal act = close().signals().get(0);
        assertThat(act.paragraph()).contains("Find the cause; a steady force");
        assertThat(act.falseAlarms()).startsWith("A steady force gets four to ten yearly");
        blocks.service(400, 1_000);
        assertThat(close().signals().get(0).paragraph())
                .contains(
                        ": 400 of 1,000 (40.0%), usual 40.2%, limits ",
                        "(above usual) has ended: this period is ordinary.");
    }

    /** The pack's signals that are open and published. */
    private static List<ChartNow.PublishedSignal> published(ForceCharts charts) {
        return charts.now().stream()
                .filter(now -> now.chart().raisesAlerts())
                .flatMap(now -> now.published().stream())
                .toList();
    }

    private static String text(ForceCharts.Closing closing, ForceCharts charts) {
        return closing.readings().stream()
                        .map(reading -> reading.chart().measure().slug()
                                + reading.block()
                                + reading.limits()
                                + reading.variation())
                        .toList()
                + closing.signals().toString()
                + published(charts).stream()
                        .map(signal -> signal.rule() + " " + signal.state())
                        .toList();
    }

    private void ordinary() {
        for (int ordinary : ORDINARY) {
            blocks.service(4 * ordinary, 1_000);
            blocks.records(3 * ordinary, 1_000);
            blocks.volume(ordinary);
            close();
        }
    }

    private ForceCharts.Closing close() {
        cutOff += 28;
        ForceCharts.Closing closing = charts.close(cutOff, HISTORY, blocks);
        closing.signals().forEach(signal -> ShortTexts.require(signal.paragraph()));
        return closing;
    }

    private static List<ChartReading> of(String kpi, ForceCharts.Closing closing) {
        return closing.readings().stream()
                .filter(reading -> reading.chart().measure().slug().equals(kpi))
                .toList();
    }

    private static int day(String date) {
        return Math.toIntExact(LocalDate.parse(date).toEpochDay());
    }

    /** The figures of four charts as they are published at the next midnight. */
    private static final class Blocks implements SlotValues {
        private final Catalogue catalogue;
        private final int[] service = new int[2];
        private final int[] records = new int[2];
        private int volume;
        private int[] rare = {};

        Blocks(Catalogue catalogue) {
            this.catalogue = catalogue;
        }

        void service(int numerator, int denominator) {
            service[0] = numerator;
            service[1] = denominator;
        }

        void records(int numerator, int denominator) {
            records[0] = numerator;
            records[1] = denominator;
        }

        /** On which days of a block it happens, from 0 on. */
        void rare(int... days) {
            rare = days;
        }

        void volume(int number) {
            volume = number;
        }

        @Override
        public int numerator(int slot) {
            return value(slot, 0);
        }

        @Override
        public int denominator(int slot) {
            return value(slot, 1);
        }

        @Override
        public int numeratorOn(int slot, int day) {
            boolean isRare = catalogue.columnOfSlot(slot).measure().slug().equals("rare");
            int inBlock = Math.floorMod(day, 28);
            return isRare && Arrays.stream(rare).anyMatch(of -> of == inBlock) ? 1 : 0;
        }

        @Override
        public int denominatorOn(int slot, int day) {
            return numeratorOn(slot, day) + day % 3;
        }

        @Override
        public Figure ofDays(int slot, int firstDay, int days) {
            throw new AssertionError("every figure here is published over its blocks");
        }

        private int value(int slot, int which) {
            Column column = catalogue.columnOfSlot(slot);
            return switch (column.measure().slug()) {
                case "service" -> service[which];
                case "records" -> records[which];
                case "rare" -> which == 0 ? rare.length : 100;
                default -> which == 0 ? volume : 0;
            };
        }
    }
}
