package vaiwg.engine.responses;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import vaiwg.engine.signatures.Posting;
import vaiwg.engine.signatures.SignalPostings;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.statistics.signals.RaisedSignal;
import vaiwg.statistics.signals.Signal;
import vaiwg.statistics.signals.SignalNotes;

/** The signals that a force was told of, each once, and the postings by which it is counted whether their owners answered. */
public final class SignalResponses {
    private final String force;
    private final SignalPostings postings;
    private final Map<String, Integer> raised = new LinkedHashMap<>();

    public SignalResponses(Catalogue catalogue, String force) {
        this.force = force;
        this.postings = new SignalPostings(catalogue);
    }

    /** What is said at a midnight raises signals; what is said of them later does not. */
    public List<Posting> say(List<Signal> said) {
        List<Posting> found = new ArrayList<>();
        for (Signal signal : said) {
            String id = signal.id(force);
            if (signal.change() == Signal.Change.RAISED && raised.putIfAbsent(id, signal.asAt()) == null) {
                found.addAll(postings.raised(signal.asAt()));
            }
        }
        return found;
    }

    /** The answers that are known at a midnight and were not at the one before. */
    public List<Posting> hear(SignalNotes notes, int boundary) {
        List<Posting> found = new ArrayList<>();
        raised.forEach((id, day) -> {
            OptionalInt answered = notes.answeredFrom(id, boundary);
            if (answered.isPresent() && afterwards(answered.getAsInt(), day) == boundary) {
                found.addAll(postings.answered(day, boundary));
            }
        });
        return found;
    }

    /** All postings of what was said and answered by a midnight: what panes that know nothing of it need. */
    public List<Posting> anew(SignalNotes notes, int boundary) {
        List<Posting> found = new ArrayList<>();
        raised.forEach((id, day) -> {
            found.addAll(postings.raised(day));
            notes.answeredFrom(id, boundary)
                    .ifPresent(answered -> found.addAll(postings.answered(day, afterwards(answered, day))));
        });
        return found;
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
