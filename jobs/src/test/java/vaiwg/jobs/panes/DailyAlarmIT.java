package vaiwg.jobs.panes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.util.function.SerializableSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vaiwg.engine.contributions.Delta;
import vaiwg.engine.panes.ForcePanes;
import vaiwg.engine.panes.RowPolicy;
import vaiwg.jobs.decode.Rejection;
import vaiwg.kpis.OneMeasure;
import vaiwg.kpis.cases.NoteVersion;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.files.MeasureFile;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.kpis.time.LondonDays;
import vaiwg.statistics.signals.DataMoves;
import vaiwg.statistics.signals.Signal;
import vaiwg.statistics.signals.SignalNotes;
import vaiwg.statistics.signals.alarm.AlarmSignals;
import vaiwg.statistics.signals.alarm.Baseline;
import vaiwg.statistics.signals.alarm.DailyReading;
import vaiwg.statistics.signals.alarm.ForceAlarms;

/** The daily alarm in the pane operator: a steady force in which a mistake raises an alarm, which its correction takes back. */
class DailyAlarmIT {
    private static final int FIRST = day("2024-01-01");
    private static final int WATCHED = FIRST + ForceAlarms.RUN_IN + Baseline.DAYS;
    private static final int MISTAKE = WATCHED + 20;
    private static final int CORRECTED = MISTAKE + 6;
    private static final int LAST = CORRECTED + 15;
    private static final int CASES_A_DAY = 12;
    private static final int MISTAKEN = 60;
    private static final String RISE = " victim_attrition daily 1d  daily_rise";
    private static final long HOUR = 3_600_000L;
    private static final long YEARS_LATER =
            Instant.parse("2036-01-01T00:00:00Z").toEpochMilli();

    /** Only some of the measures, those that the alarm is about among them. */
    private static final SerializableSupplier<Catalogue> OTHER_LAYOUT =
            () -> new Catalogue(MeasureFile.shipped("criminal_justice"), CodeMaps.shipped());

    /** The same, of which attrition is counted by another definition. */
    private static final SerializableSupplier<Catalogue> OTHER_DEFINITION = () -> new Catalogue(
            Stream.concat(
                            MeasureFile.shipped("criminal_justice").stream()
                                    .filter(measure -> !measure.slug().equals("victim_attrition")),
                            Stream.of(OneMeasure.of(
                                    "victim_attrition",
                                    "kind: share",
                                    "title: Another attrition",
                                    "definition: Another figure of the same name.",
                                    "numerator: outcome_15",
                                    "bases: matured_28d",
                                    "better: down")))
                    .toList(),
            CodeMaps.shipped());

    /** Alarms by chance come, about once in two years, and one that stands already would take the mistake for more of the same. */
    private static final long WITHOUT_A_CHANCE_ALARM = 7;

    private static List<Delta> entries;
    private static List<String> undisturbed;
    private static List<DashboardSnapshot> dashboards;
    private static OperatorSubtaskState inTheReferenceYear;
    private static OperatorSubtaskState whileItStands;

    @BeforeAll
    static void play() throws Exception {
        entries = made(new Postings("a"));
        try (var panes = harness(ShippedCatalogue::get, true).begin(YEARS_LATER)) {
            panes.send(entries);
            through(WATCHED - 30, panes);
            inTheReferenceYear = panes.snapshot(1, 1);
            through(MISTAKE + 2, panes);
            whileItStands = panes.snapshot(2, 2);
            undisturbed = through(LAST, panes);
            dashboards = panes.dashboards();
        }
    }

    private static List<Delta> made(Postings force) throws Rejection {
        Random random = new Random(WITHOUT_A_CHANCE_ALARM);
        long from = LondonDays.startOf(FIRST);
        List<Delta> made = force.cases(random, CASES_A_DAY * (LAST - FIRST), from, LAST - FIRST);
        made.addAll(force.crime("first-1", from, from + 1));
        made.addAll(force.mistake(MISTAKEN, at(MISTAKE - 3, 10), at(MISTAKE, 11), at(CORRECTED, 12)));
        Collections.shuffle(made, random);
        return made;
    }

    @Test
    void a_mistake_raises_an_alarm_at_the_next_midnight_and_its_correction_withdraws_it_at_the_next() {
        assertThat(undisturbed)
                .filteredOn(line -> line.contains(RISE))
                .filteredOn(line -> line.contains("of " + LocalDate.ofEpochDay(MISTAKE) + ":"))
                .extracting(line -> line.substring(0, line.indexOf(" victim")))
                .containsExactly(
                        LocalDate.ofEpochDay(MISTAKE + 1) + " ACT RAISED",
                        LocalDate.ofEpochDay(CORRECTED + 1) + " ACT WITHDRAWN");
    }

    @Test
    void the_board_shows_it_while_it_stands_and_that_it_is_over() {
        for (DashboardSnapshot dashboard : dashboards) {
            int midnight = LondonDays.dayOf(dashboard.asAt);
            String asAt = "as at " + LocalDate.ofEpochDay(midnight);
            assertThat(hasRise(dashboard.standing)).as(asAt).isEqualTo(midnight > MISTAKE && midnight <= CORRECTED);
            assertThat(hasRise(dashboard.over)).as(asAt).isEqualTo(midnight == CORRECTED + 1);
            assertThat(dashboard.alarms.length > 0).as(asAt).isEqualTo(midnight > WATCHED);
        }
        DailyReading reading = Arrays.stream(dashboards.get(dashboards.size() - 1 - (LAST - MISTAKE - 1)).alarms)
                .filter(one -> one.theme().equals("vaiwg") && one.outcomes().equals("16"))
                .findFirst()
                .orElseThrow();
        assertThat(reading.observed()).isGreaterThanOrEqualTo(MISTAKEN);
        assertThat(reading.expected()).as("in 28 days").isBetween(28.0, 28.0 * CASES_A_DAY);
    }

    /** A note counts from its midnight on; whether it reached the job before or after that does not matter. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void an_alarm_that_its_owner_has_seen_ends_at_the_midnight_after_the_note(boolean ahead) throws Exception {
        NoteVersion note = new NoteVersion();
        note.version = 1;
        note.acknowledgement = true;
        note.knownAt = at(MISTAKE + 2, 9);
        note.signalId = Arrays.stream(boardAt(MISTAKE + 2).standing)
                .filter(signal -> hasRise(signal))
                .findFirst()
                .orElseThrow()
                .id("a");
        try (var panes = restored(whileItStands, true)) {
            if (ahead) {
                panes.processElement(Delta.ofNote("a", note), 0);
            }
            panes.processWatermark(at(MISTAKE + 2, 12));
            if (!ahead) {
                panes.processElement(Delta.ofNote("a", note), 0);
            }
            assertThat(through(MISTAKE + 3, panes))
                    .filteredOn(line -> line.contains("ACT ACKNOWLEDGED" + RISE))
                    .singleElement()
                    .asString()
                    .startsWith(LocalDate.ofEpochDay(MISTAKE + 3).toString());
            DashboardSnapshot dashboard =
                    panes.dashboards().get(panes.dashboards().size() - 1);
            assertThat(hasRise(dashboard.standing)).isFalse();
            assertThat(hasRise(dashboard.over)).isTrue();
        }
    }

    /** In the reference year, at its end, on the day after, before and while the alarm stands, after it. */
    @Test
    void restored_it_says_what_it_would_have_said() throws Exception {
        List<String> said = new ArrayList<>();
        OperatorSubtaskState stored = inTheReferenceYear;
        for (int last : List.of(WATCHED - 1, WATCHED, WATCHED + 1, MISTAKE, MISTAKE + 3, CORRECTED + 2, LAST)) {
            try (var panes = restored(stored, true)) {
                said.addAll(through(last, panes));
                stored = panes.snapshot(3, 3);
            }
        }
        assertThat(said).isEqualTo(undisturbed);
    }

    @Test
    void restored_from_another_layout_it_says_what_it_would_have_said() throws Exception {
        List<String> said = new ArrayList<>();
        OperatorSubtaskState stored;
        try (var before = harness(OTHER_LAYOUT, true).begin(YEARS_LATER)) {
            before.send(made(new Postings("a", OTHER_LAYOUT.get())));
            said.addAll(through(MISTAKE + 3, before));
            stored = before.snapshot(1, 1);
        }
        try (var after = restored(stored, true)) {
            after.send(entries);
            said.addAll(through(LAST, after));
        }
        assertThat(said).isEqualTo(undisturbed);
    }

    @Test
    void where_the_definition_changed_an_alarm_that_stands_turns_to_the_data() throws Exception {
        OperatorSubtaskState stored;
        try (var before = harness(OTHER_DEFINITION, true).begin(YEARS_LATER)) {
            before.send(made(new Postings("a", OTHER_DEFINITION.get())));
            through(MISTAKE + 3, before);
            stored = before.snapshot(1, 1);
        }
        try (var after = restored(stored, true)) {
            after.send(entries);
            assertThat(through(MISTAKE + 4, after))
                    .filteredOn(line -> line.contains(RISE))
                    .singleElement()
                    .asString()
                    .startsWith(LocalDate.ofEpochDay(MISTAKE + 4) + " DATA_QUALITY TURNED");
            DashboardSnapshot dashboard =
                    after.dashboards().get(after.dashboards().size() - 1);
            assertThat(states(dashboard.standing)).containsExactly(Signal.State.DATA_QUALITY);
            assertThat(states(dashboard.over)).as("no longer what it was").containsExactly(Signal.State.ACT);
            assertThat(through(CORRECTED + 1, after))
                    .filteredOn(line -> line.contains(RISE))
                    .last()
                    .asString()
                    .startsWith(LocalDate.ofEpochDay(CORRECTED + 1) + " DATA_QUALITY WITHDRAWN");
        }
    }

    private static List<Signal.State> states(Signal[] signals) {
        return Arrays.stream(signals)
                .filter(signal -> hasRise(signal))
                .map(Signal::state)
                .toList();
    }

    /** While live, what becomes known between two midnights counts in the figures at once, and in the alarm at the next. */
    @Test
    void live_it_says_what_a_replay_says() throws Exception {
        try (var panes = restored(inTheReferenceYear, true)) {
            for (int day = WATCHED - 30; day < LAST; day++) {
                for (int hour = 6; hour <= 24; hour += 6) {
                    long instant = Math.min(at(day, hour), LondonDays.startOf(day + 1));
                    panes.setProcessingTime(instant);
                    panes.processWatermark(instant);
                }
            }
            assertThat(panes.dashboards()).hasSizeGreaterThan(3 * (LAST - WATCHED));
            assertThat(signals(panes)).isEqualTo(undisturbed);
        }
    }

    @Test
    void where_snapshots_are_kept_at_month_ends_signals_come_with_the_next_and_with_their_own_day() throws Exception {
        List<String> said = new ArrayList<>();
        OperatorSubtaskState stored;
        try (var before = restored(inTheReferenceYear, false)) {
            said.addAll(through(CORRECTED + 2, before));
            stored = before.snapshot(3, 3);
        }
        try (var after = restored(stored, false)) {
            said.addAll(through(LAST + 31, after));
        }
        assertThat(said.subList(0, undisturbed.size())).isEqualTo(undisturbed);
    }

    @Test
    void where_alarms_were_left_out_those_that_stand_are_raised() {
        ForcePanes panes = new ForcePanes(ShippedCatalogue.get());
        Postings.of(entries).forEach(panes::add);
        for (int last : List.of(MISTAKE + 2, CORRECTED + 2)) {
            while (panes.nextCutOff() <= last) {
                panes.advance();
            }
            AlarmConsumer alarms = new AlarmConsumer(new DailyConsumer.Force(
                    "a",
                    ShippedCatalogue.get(),
                    new RowPolicy(LAST, RowPolicy.Totals.DAILY),
                    panes,
                    new SignalNotes(),
                    DataMoves.NONE));
            List<Signal> pending = alarms.resume(new byte[0]);
            DashboardSnapshot dashboard = new DashboardSnapshot();
            alarms.show(dashboard, false, List.of());
            assertThat(hasRise(pending.toArray(Signal[]::new))).isEqualTo(last == MISTAKE + 2);
            assertThat(hasRise(dashboard.standing)).isEqualTo(last == MISTAKE + 2);
        }
    }

    private static boolean hasRise(Signal... signals) {
        return Arrays.stream(signals)
                .anyMatch(signal -> signal.kpi().equals("victim_attrition")
                        && signal.slice().isEmpty()
                        && signal.rule().equals("daily_rise")
                        && signal.day() == MISTAKE);
    }

    private static DashboardSnapshot boardAt(int midnight) {
        return dashboards.stream()
                .filter(dashboard -> dashboard.asAt == LondonDays.startOf(midnight))
                .findFirst()
                .orElseThrow();
    }

    /** What has been said through a midnight. */
    private static List<String> through(int cutOff, PaneHarness panes) throws Exception {
        panes.processWatermark(LondonDays.startOf(cutOff));
        return signals(panes);
    }

    private static List<String> signals(PaneHarness panes) {
        return panes.extractOutputValues().stream()
                .flatMap(snapshot -> Arrays.stream(snapshot.signals))
                .filter(signal -> signal.basis().equals(AlarmSignals.BASIS))
                .map(signal -> LocalDate.ofEpochDay(signal.asAt()) + " " + signal.state() + " " + signal.change() + " "
                        + signal.kpi() + " " + signal.basis() + " " + signal.window() + " " + signal.slice() + " "
                        + signal.rule() + " of " + LocalDate.ofEpochDay(signal.day()) + ": " + signal)
                .toList();
    }

    private static PaneHarness restored(OperatorSubtaskState stored, boolean daily) throws Exception {
        return harness(ShippedCatalogue::get, daily).goOn(YEARS_LATER, stored);
    }

    private static PaneHarness harness(SerializableSupplier<Catalogue> catalogue, boolean daily) throws Exception {
        return new PaneHarness(new PaneOptions(catalogue, LAST + 1_000, daily, Long.MAX_VALUE - 1));
    }

    private static long at(int day, int hour) {
        return LondonDays.startOf(day) + hour * HOUR;
    }

    private static int day(String date) {
        return Math.toIntExact(LocalDate.parse(date).toEpochDay());
    }
}
