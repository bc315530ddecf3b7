package vaiwg.statistics.signals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vaiwg.kpis.cases.NoteVersion;
import vaiwg.kpis.time.LondonDays;

class SignalNotesTest {
    private static final int DAY = 20_000;
    private static final long MIDNIGHT = LondonDays.startOf(DAY);

    private final SignalNotes notes = new SignalNotes();

    @Test
    void a_note_stands_from_the_first_midnight_at_which_it_is_known() {
        notes.add(note("a", 1, MIDNIGHT, false));
        notes.add(note("b", 1, MIDNIGHT + 1, false));
        assertThat(notes.answeredFrom("a", DAY - 1)).isEmpty();
        assertThat(notes.answeredFrom("a", DAY)).hasValue(DAY);
        assertThat(notes.answeredFrom("b", DAY)).isEmpty();
        assertThat(notes.answeredFrom("b", DAY + 9)).hasValue(DAY + 1);
        assertThat(notes.answeredFrom("c", DAY + 9)).isEmpty();
    }

    @Test
    void who_tells_a_cause_has_seen_the_signal_but_not_the_other_way_round() {
        notes.add(note("a", 1, MIDNIGHT, true));
        notes.add(note("a", 2, MIDNIGHT + 1, false));
        notes.add(note("b", 1, MIDNIGHT, false));
        assertThat(notes.acknowledgedFrom("a", DAY)).hasValue(DAY);
        assertThat(notes.answeredFrom("a", DAY)).isEmpty();
        assertThat(notes.answeredFrom("a", DAY + 1)).hasValue(DAY + 1);
        assertThat(notes.acknowledgedFrom("b", DAY)).hasValue(DAY);
    }

    @Test
    void a_corrected_note_stands_from_when_it_was_first_said_unless_it_says_another_thing() {
        notes.add(note("a", 1, MIDNIGHT, false));
        NoteVersion corrected = note("a", 1, MIDNIGHT + 86_400_000L * 20, false);
        notes.add(corrected);
        assertThat(notes.answeredFrom("a", DAY + 30)).hasValue(DAY);
        NoteVersion other = note("a", 1, MIDNIGHT + 86_400_000L * 25, true);
        notes.add(other);
        assertThat(notes.answeredFrom("a", DAY + 24)).hasValue(DAY);
        assertThat(notes.answeredFrom("a", DAY + 30)).isEmpty();
        assertThat(notes.acknowledgedFrom("a", DAY + 30)).hasValue(DAY + 25);
    }

    @Test
    void in_whichever_order_they_come_and_however_often_they_say_the_same() {
        List<NoteVersion> some = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            some.add(note("s" + i % 3, i / 3, MIDNIGHT + 3_600_000L * 7 * i, i % 2 == 0));
        }
        some.forEach(notes::add);
        List<NoteVersion> shuffled = new ArrayList<>(some);
        shuffled.addAll(some);
        Collections.shuffle(shuffled, new Random(3));
        SignalNotes again = new SignalNotes();
        shuffled.forEach(again::add);
        SignalNotes restored = new SignalNotes();
        restored.restore(again.toArray());
        assertThat(restored.toArray()).hasSize(some.size());
        for (String signal : List.of("s0", "s1", "s2")) {
            for (int day = DAY; day < DAY + 5; day++) {
                assertThat(restored.answeredFrom(signal, day)).isEqualTo(notes.answeredFrom(signal, day));
                assertThat(restored.acknowledgedFrom(signal, day)).isEqualTo(notes.acknowledgedFrom(signal, day));
            }
        }
    }

    /** Known from its change; the later of two of one number wins. */
    private static NoteVersion note(String signalId, long version, long knownAt, boolean acknowledgement) {
        NoteVersion note = new NoteVersion();
        note.signalId = signalId;
        note.version = version;
        note.changedAt = knownAt;
        note.knownAt = knownAt;
        note.acknowledgement = acknowledgement;
        return note;
    }
}
