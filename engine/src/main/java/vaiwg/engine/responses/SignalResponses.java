package vaiwg.engine.responses;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import vaiwg.engine.contributions.AnswerDeltas;
import vaiwg.engine.contributions.DeltaEntry;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.facts.Fact;
import vaiwg.statistics.signals.RaisedSignal;
import vaiwg.statistics.signals.Signal;
import vaiwg.statistics.signals.SignalNotes;

/** The signals that a force was told of, each once, and the delta entries by which it is counted whether their owners answered. */
public final class SignalResponses {
    private final String force;
    private final AnswerDeltas entries;
    private final Map<String, Integer> raised = new LinkedHashMap<>();

    public SignalResponses(Catalogue catalogue, String force) {
        this.force = force;
        this.entries = new AnswerDeltas(catalogue, Fact.SIGNAL_RAISED, Fact.SIGNAL_ANSWERED);
    }

    /** What is said at a midnight raises signals; what is said of them later does not. */
    public List<DeltaEntry> say(List<Signal> said) {
        List<DeltaEntry> found = new ArrayList<>();
        for (Signal signal : said) {
            String id = signal.id(force);
            if (signal.change() == Signal.Change.RAISED && raised.putIfAbsent(id, signal.asAt()) == null) {
                found.addAll(entries.asked(signal.asAt()));
            }
        }
        return found;
    }

    /** The answers that are known at a midnight and were not at the one before. */
    public List<DeltaEntry> take(SignalNotes notes, int cutOff) {
        List<DeltaEntry> found = new ArrayList<>();
        raised.forEach((id, day) -> {
            OptionalInt answered = notes.answeredFrom(id, cutOff);
            if (answered.isPresent() && afterwards(answered.getAsInt(), day) == cutOff) {
                found.addAll(entries.answered(day, cutOff));
            }
        });
        return found;
    }

    /** All delta entries of what was said and answered by a midnight: what panes that know nothing of it need. */
    public List<DeltaEntry> all(SignalNotes notes, int cutOff) {
        List<DeltaEntry> found = new ArrayList<>();
        raised.forEach((id, day) -> {
            found.addAll(entries.asked(day));
            notes.answeredFrom(id, cutOff)
                    .ifPresent(answered -> found.addAll(entries.answered(day, afterwards(answered, day))));
        });
        return found;
    }

    /** The midnight at which a signal was raised, by the day that it begins; empty where it is not on record yet. */
    public OptionalInt raisedOn(String id) {
        Integer day = raised.get(id);
        return day == null ? OptionalInt.empty() : OptionalInt.of(day);
    }

    /** The signals in the order in which they were raised. */
    public RaisedSignal[] toArray() {
        return raised.entrySet().stream()
                .map(entry -> new RaisedSignal(entry.getKey(), entry.getValue()))
                .toArray(RaisedSignal[]::new);
    }

    /** Takes over what {@link #toArray} gave. */
    public void restore(RaisedSignal[] stored) {
        for (RaisedSignal signal : stored) {
            raised.put(signal.id, signal.raised);
        }
    }

    /** A signal has no answer before it has been raised. */
    private static int afterwards(int answered, int raised) {
        return Math.max(answered, raised + 1);
    }
}
