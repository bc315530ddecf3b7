package vaiwg.statistics.signals;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import vaiwg.kpis.cases.NoteVersion;
import vaiwg.kpis.cases.Versions;
import vaiwg.kpis.time.LondonDays;

/**
 * What the owners of a force's measures said of its signals, and to the board; the subject of such a note stands for the signal. Each note
 * stands from the first midnight on at which it is known, like any event: what came earlier than the others in a replay changes nothing at an
 * earlier midnight.
 */
public final class SignalNotes {
    private final SortedMap<String, NoteVersion[]> bySignal = new TreeMap<>();

    public void add(NoteVersion note) {
        NoteVersion[] known = bySignal.getOrDefault(note.signalId, new NoteVersion[0]);
        bySignal.put(note.signalId, Versions.with(known, note));
    }

    /**
     * The midnight from which a signal is acknowledged, as known at a midnight; both by the day that the midnight begins. A note is an
     * acknowledgement too: who tells a cause has seen the signal.
     */
    public OptionalInt acknowledgedFrom(String signalId, int cutOff) {
        return from(signalId, cutOff, true);
    }

    /** The midnight from which a signal has a note that tells a cause or an action, likewise. */
    public OptionalInt answeredFrom(String signalId, int cutOff) {
        return from(signalId, cutOff, false);
    }

    /** All notes, in the same order whichever came first. */
    public NoteVersion[] toArray() {
        return bySignal.values().stream().flatMap(Arrays::stream).toArray(NoteVersion[]::new);
    }

    /** Takes over what {@link #toArray} gave. */
    public void restore(NoteVersion[] notes) {
        Arrays.stream(notes).forEach(this::add);
    }

    private OptionalInt from(String signalId, int cutOff, boolean anyKind) {
        NoteVersion[] known = bySignal.getOrDefault(signalId, new NoteVersion[0]);
        return Versions.winningAt(known, LondonDays.startOf(cutOff)).stream()
                .filter(note -> anyKind || !note.acknowledgement)
                .mapToInt(note -> firstKnown(note, known))
                .min();
    }

    /** A note whose words were corrected was there before that. */
    private static int firstKnown(NoteVersion note, NoteVersion[] known) {
        return Arrays.stream(known)
                .filter(other -> other.version == note.version && other.hasSameContent(note))
                .mapToInt(other -> LondonDays.cutOffFor(other.knownAt))
                .min()
                .orElseThrow();
    }
}
