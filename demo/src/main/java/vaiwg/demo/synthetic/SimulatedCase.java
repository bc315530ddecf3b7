package vaiwg.demo.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/** The whole life of one crime, present and future, as the changes that are made to its records. */
final class SimulatedCase {
    private final int day;
    private final String reference;
    private final List<SyntheticChange> changes = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>(1);
    private final CaseFile file;

    /** A disturbance and when it happens, in epoch milliseconds. */
    record Mark(Disturbance kind, long at) {}

    /** A case recorded on a day of the history, which is no crime. */
    SimulatedCase(int day, String reference) {
        this(day, reference, null);
    }

    /** A crime. */
    SimulatedCase(CaseFile file) {
        this(file.plan().day(), file.reference(), file);
    }

    private SimulatedCase(int day, String reference, CaseFile file) {
        this.day = day;
        this.reference = reference;
        this.file = file;
    }

    void add(long changedAt, SpecificRecord value) {
        changes.add(SyntheticChange.of(changedAt, value));
    }

    void mark(Disturbance kind, long at) {
        marks.add(new Mark(kind, at));
    }

    int day() {
        return day;
    }

    String reference() {
        return reference;
    }

    /** Within a stream in the order of their times and versions. */
    List<SyntheticChange> changes() {
        return changes;
    }

    <V> Stream<V> versions(Class<V> stream) {
        return changes.stream()
                .map(SyntheticChange::value)
                .filter(stream::isInstance)
                .map(stream::cast);
    }

    List<Mark> marks() {
        return marks;
    }

    /** What was decided about it at its beginning; null where it is no crime. */
    CaseFile file() {
        return file;
    }
}
