package vaiwg.statistics.signals.alarm;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vaiwg.statistics.signals.DataMoves;
import vaiwg.statistics.signals.Signal;

/**
 * What has been said of one score: the alarms raised, and what became of each. Compared at every midnight with the way as it is
 * known by then, it tells what is to be said now. Nothing said is ever changed, only followed by something else.
 */
final class AlarmRegister {
    private final List<Entry> entries = new ArrayList<>();

    private static final class Entry {
        Alarm alarm;
        Signal.Change state = Signal.Change.RAISED;
        int end = Episode.OPEN;

        Entry(Alarm alarm) {
            this.alarm = alarm;
        }
    }

    /**
     * Compares with the episodes as known at a midnight.
     *
     * @param raise makes the alarm of an episode of which nothing has been said
     * @param moves what is known of the data: an alarm that stands may turn out to speak of them
     */
    List<AlarmChange> publish(int asAt, List<Episode> episodes, Function<Episode, Alarm> raise, DataMoves moves) {
        List<AlarmChange> changes = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.state != Signal.Change.WITHDRAWN) {
                follow(entry, asAt, episodes, changes);
            }
        }
        entries.stream()
                .filter(entry ->
                        entry.state == Signal.Change.RAISED && !entry.alarm.dataMoved() && entry.alarm.isOfDays(moves))
                .forEach(entry -> {
                    entry.alarm = entry.alarm.withDataMoved(true);
                    changes.add(new AlarmChange(entry.alarm, Signal.Change.TURNED, asAt));
                });
        Episode last = episodes.isEmpty() ? null : episodes.get(episodes.size() - 1);
        if (last != null && last.isOpen() && !isOpen()) {
            Alarm alarm = raise.apply(last);
            Entry entry = new Entry(alarm.withDataMoved(alarm.isOfDays(moves)));
            entries.add(entry);
            changes.add(new AlarmChange(entry.alarm, Signal.Change.RAISED, asAt));
        }
        return changes;
    }

    /** The alarm that stands calls for action from now on, though it was joined to another. */
    AlarmChange call(int asAt) {
        Entry entry = openEntry().orElseThrow();
        entry.alarm = entry.alarm.withJoined(false);
        return new AlarmChange(entry.alarm, Signal.Change.TURNED, asAt);
    }

    /** Whether an alarm stands, as said so far. */
    boolean isOpen() {
        return open().isPresent();
    }

    /** The alarm that stands, as said so far. */
    Optional<Alarm> open() {
        return openEntry().map(entry -> entry.alarm);
    }

    private Optional<Entry> openEntry() {
        return entries.stream()
                .filter(entry -> entry.state == Signal.Change.RAISED)
                .findFirst();
    }

    /** The days that have raised an alarm which was not withdrawn. */
    Set<Integer> raisedDays() {
        return entries.stream()
                .filter(entry -> entry.state != Signal.Change.WITHDRAWN)
                .map(entry -> entry.alarm.day())
                .collect(Collectors.toSet());
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(entries.size());
        for (Entry entry : entries) {
            entry.alarm.write(out);
            out.writeByte(entry.state.ordinal());
            out.writeInt(entry.end);
        }
    }

    static AlarmRegister read(DataInput in) throws IOException {
        AlarmRegister register = new AlarmRegister();
        for (int left = in.readInt(); left > 0; left--) {
            Entry entry = new Entry(Alarm.read(in));
            entry.state = Signal.Change.values()[in.readByte()];
            entry.end = in.readInt();
            register.entries.add(entry);
        }
        return register;
    }

    private static void follow(Entry entry, int asAt, List<Episode> episodes, List<AlarmChange> changes) {
        Episode of = null;
        for (Episode episode : episodes) {
            if (episode.overlaps(entry.alarm.day(), entry.end)) {
                of = episode;
            }
        }
        if (of == null) {
            entry.state = Signal.Change.WITHDRAWN;
            changes.add(new AlarmChange(entry.alarm, Signal.Change.WITHDRAWN, asAt));
        } else if (entry.state == Signal.Change.RAISED && !of.isOpen()) {
            entry.state = of.acknowledged() ? Signal.Change.ACKNOWLEDGED : Signal.Change.ENDED;
            entry.end = of.end();
            changes.add(new AlarmChange(entry.alarm, entry.state, asAt));
        }
    }
}
