package vaiwg.demo.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vaiwg.engine.contributions.DeltaEntry;
import vaiwg.engine.panes.CaseFollowUp;
import vaiwg.kpis.catalogue.BoardSubject;
import vaiwg.kpis.catalogue.Priority;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.kpis.time.LondonDays;
import vaiwg.schemas.Note;
import vaiwg.statistics.signals.DataMoves;
import vaiwg.statistics.signals.Signal;
import vaiwg.statistics.signals.alarm.AlarmChange;
import vaiwg.statistics.signals.alarm.AlarmSignals;
import vaiwg.statistics.signals.alarm.ForceAlarms;
import vaiwg.statistics.signals.alarm.OutcomeSet;
import vaiwg.statistics.signals.alarm.Thresholds;
import vaiwg.statistics.signals.alarm.WatchedCases;

/** The daily alarm on the synthetic force: it finds the rise that was planted, and takes back the alarm that a mistake raised. */
class PlantedAlarmsIT {
    private static final long SEED = 7;
    private static final LocalDate FIRST = LocalDate.of(2023, 11, 24);
    private static final LocalDate END = FIRST.plusDays(1_065);
    /** From the decisions to the day published, a rise by a fifth at 25 crimes a day: docs/signals.md. */
    private static final double DAYS_TO_DETECTION = 23.8;

    private static final SyntheticForce FORCE = SyntheticForce.westMidlands(SEED, FIRST, END);
    private static final List<Signal> SIGNALS = new ArrayList<>();
    private static final NavigableMap<Integer, List<DeltaEntry>> WAITING = new TreeMap<>();
    private static final CaseFollowUp FOLLOW_UP = new CaseFollowUp();
    private static final List<Note> ANSWERS = new ArrayList<>();
    private static WatchedCases watched;

    @BeforeAll
    static void play() {
        FedCases cases = new FedCases(FollowedUp.CATALOGUE, entry -> {
            if (entry.life != 0) {
                WAITING.computeIfAbsent(LondonDays.cutOffFor(entry.enters), day -> new ArrayList<>())
                        .add(entry);
            }
        });
        FORCE.play(record -> {
            cases.take(record);
            if (record.value() instanceof Note note && !BoardSubject.is(note.getSignalId())) {
                ANSWERS.add(note);
            }
            while (!WAITING.isEmpty() && LondonDays.startOf(next()) <= cases.through()) {
                judge(next());
            }
        });
    }

    @Test
    void what_is_planted_is_told_by_the_truth() {
        assertThat(FORCE.planted()).extracting(Truth.Planted::kind).containsExactly("rise", "error");
        assertThat(SyntheticForce.westMidlands(SEED, FIRST, FIRST.plusDays(1_000))
                        .planted())
                .extracting(Truth.Planted::kind)
                .containsExactly("rise");
    }

    @Test
    void a_planted_rise_is_found_in_its_theme_soon_after_it_began() {
        Truth.Planted rise = planted("rise");
        int from = day(rise.from());
        assertThat(SIGNALS)
                .filteredOn(signal -> isRise(OutcomeSet.OUTCOME_16, rise.theme(), signal) && signal.asAt() > from)
                .first()
                .satisfies(signal -> {
                    assertThat(signal.change()).isEqualTo(Signal.Change.RAISED);
                    assertThat(signal.asAt() - from).isLessThanOrEqualTo((int) DAYS_TO_DETECTION);
                    assertThat(signal.observed()).isGreaterThan(signal.expected());
                    assertThat(signal.n()).isPositive();
                });
    }

    @Test
    void an_alarm_that_a_mistake_raised_is_withdrawn_at_the_midnight_after_its_correction_and_both_stay_on_record() {
        Truth.Planted error = planted("error");
        List<Signal> said = SIGNALS.stream()
                .filter(signal -> isRise(OutcomeSet.OUTCOMES_14_AND_16, error.theme(), signal))
                .filter(signal -> signal.day() == day(error.from()))
                .toList();
        assertThat(said).extracting(Signal::change).containsExactly(Signal.Change.RAISED, Signal.Change.WITHDRAWN);
        assertThat(said).extracting(Signal::asAt).containsExactly(day(error.from()) + 1, day(error.corrected()) + 1);
        assertThat(said)
                .extracting(signal -> signal.id("west-midlands"))
                .hasSize(2)
                .containsOnly(said.get(0).id("west-midlands"));
        assertThat(said.get(1).paragraph()).startsWith("It is withdrawn");
        assertThat(ANSWERS)
                .as("its owner tells the cause in time, and nobody answers what was never said")
                .hasSize(1)
                .allSatisfy(answer -> {
                    assertThat(SIGNALS)
                            .extracting(signal -> signal.id("west-midlands"))
                            .contains(answer.getSignalId());
                    assertThat(answer.getCause()).isNotBlank();
                    int answered = LondonDays.dayOf(answer.getAt().toEpochMilli());
                    assertThat(answered - said.get(0).asAt()).isLessThan(Priority.DAYS_TO_ANSWER);
                })
                .extracting(Note::getSignalId)
                .contains(said.get(0).id("west-midlands"));
    }

    private static boolean isRise(OutcomeSet outcomes, String theme, Signal signal) {
        return signal.kpi().equals(outcomes.kpi())
                && signal.slice().equals("theme=" + theme)
                && signal.rule().equals("daily_rise");
    }

    private static Truth.Planted planted(String kind) {
        return FORCE.planted().stream()
                .filter(one -> one.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static int next() {
        return watched == null ? WAITING.firstKey() : watched.alarms().through() + 2;
    }

    private static void judge(int cutOff) {
        if (watched == null) {
            watched = new WatchedCases(new ForceAlarms(
                    cutOff - 1, Thresholds.shipped(), CodeMaps.shipped().workingDays()));
        }
        watched.advanceTo(cutOff - 1);
        List<DeltaEntry> due = WAITING.remove(cutOff);
        if (due != null) {
            long before = FOLLOW_UP.changes();
            due.forEach(FOLLOW_UP::add);
            FOLLOW_UP.forEachSince(before, watched);
        }
        for (AlarmChange change : watched.alarms().judge(DataMoves.NONE)) {
            SIGNALS.add(AlarmSignals.of(change, cutOff));
        }
    }

    private static int day(String date) {
        return Math.toIntExact(LocalDate.parse(date).toEpochDay());
    }
}
