package vaiwg.engine.responses;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vaiwg.engine.contributions.Delta;
import vaiwg.engine.panes.ForcePanes;
import vaiwg.kpis.Seed;
import vaiwg.kpis.cases.NoteVersion;
import vaiwg.kpis.cases.RecordKind;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.kpis.time.LondonDays;
import vaiwg.statistics.signals.Signal;
import vaiwg.statistics.signals.SignalNotes;

/** Signals and notes of a hundred days, through panes midnight by midnight, against a count of them one by one. */
class SignalResponsesTest {
    private static final String FORCE = "west-midlands";
    private static final int FIRST = 20_000;
    private static final int LAST = FIRST + 160;
    private static final int SIGNALS = 60;
    private static final int HORIZON = 14;
    private static final int WINDOW = 90;
    private static final long DAY = 86_400_000L;

    private final Random random = Seed.random("signal responses");
    private final Catalogue catalogue = ShippedCatalogue.get();
    private final List<Signal> signals = IntStream.range(0, SIGNALS)
            .mapToObj(i -> signal(FIRST + 1 + random.nextInt(100), i))
            .toList();
    private final SignalNotes notes = new SignalNotes();
    private final List<NoteVersion> said = new ArrayList<>();

    @Test
    void of_signals_old_enough_those_with_a_note_within_fourteen_days_are_counted() {
        answerSome();
        ForcePanes panes = begun();
        SignalResponses responses = new SignalResponses(catalogue, FORCE);
        int met = 0;
        while (panes.cutOff() < LAST) {
            panes.advance();
            int cutOff = panes.cutOff();
            responses.take(notes, cutOff).forEach(panes::add);
            responses
                    .say(signals.stream().filter(s -> s.asAt() == cutOff).toList())
                    .forEach(panes::add);
            assertThat(panes.denominator(slot())).as("raised, at " + cutOff).isEqualTo(raised(cutOff));
            assertThat(panes.numerator(slot())).as("answered, at " + cutOff).isEqualTo(answered(cutOff));
            met = Math.max(met, panes.numerator(slot()));
        }
        assertThat(met).isPositive();
    }

    @Test
    void made_anew_from_what_is_kept_it_is_the_same() {
        answerSome();
        SignalResponses told = new SignalResponses(catalogue, FORCE);
        told.say(signals);
        told.say(signals);
        SignalResponses restored = new SignalResponses(catalogue, FORCE);
        restored.restore(told.toArray());
        assertThat(restored.toArray()).hasSize(SIGNALS);
        ForcePanes panes = begun();
        restored.all(notes, LAST).forEach(panes::add);
        while (panes.cutOff() < LAST) {
            panes.advance();
        }
        assertThat(panes.denominator(slot())).isEqualTo(raised(LAST)).isPositive();
        assertThat(panes.numerator(slot())).isEqualTo(answered(LAST));
    }

    private void answerSome() {
        for (Signal signal : signals) {
            for (int i = random.nextInt(3); i > 0; i--) {
                long raised = LondonDays.startOf(signal.asAt());
                long known = random.nextInt(4) == 0
                        ? LondonDays.startOf(signal.asAt() + HORIZON) + random.nextInt(-1, 2)
                        : raised + 1 + random.nextLong(25 * DAY);
                NoteVersion note = new NoteVersion();
                note.signalId = signal.id(FORCE);
                note.version = i;
                note.acknowledgement = random.nextInt(3) == 0;
                note.changedAt = known;
                note.knownAt = known;
                notes.add(note);
                said.add(note);
            }
        }
    }

    private ForcePanes begun() {
        ForcePanes panes = new ForcePanes(catalogue);
        Stream.of(Delta.ofOrigin(FORCE, (byte) 0, new RecordKind((byte) 0), LondonDays.startOf(FIRST)).entries)
                .forEach(panes::add);
        panes.advance();
        return panes;
    }

    private int raised(int cutOff) {
        return (int)
                signals.stream().filter(signal -> isInWindow(signal, cutOff)).count();
    }

    private int answered(int cutOff) {
        return (int) signals.stream()
                .filter(signal -> isInWindow(signal, cutOff))
                .filter(signal -> said.stream()
                        .anyMatch(note -> note.signalId.equals(signal.id(FORCE))
                                && !note.acknowledgement
                                && note.knownAt <= LondonDays.startOf(signal.asAt() + HORIZON)))
                .count();
    }

    private static boolean isInWindow(Signal signal, int cutOff) {
        int last = cutOff - HORIZON - 1;
        return signal.asAt() <= last && signal.asAt() > last - WINDOW;
    }

    private int slot() {
        Column column = catalogue.columns().stream()
                .filter(one -> one.measure().slug().equals("signal_response"))
                .findFirst()
                .orElseThrow();
        return column.slot(0, 0);
    }

    private static Signal signal(int asAt, int number) {
        return new Signal(
                asAt,
                "victim_attrition",
                "daily",
                "1d",
                "",
                "rule_" + number,
                Signal.State.WATCH,
                Signal.Change.RAISED,
                asAt - 1,
                asAt - 1,
                100,
                1,
                1,
                1,
                1,
                "",
                "");
    }
}
