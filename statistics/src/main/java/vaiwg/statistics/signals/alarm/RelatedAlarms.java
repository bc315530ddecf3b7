package vaiwg.statistics.signals.alarm;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vaiwg.statistics.signals.DataMoves;
import vaiwg.statistics.signals.Signal;

/**
 * Which of the alarms that stand together calls for action. One cause moves series that are part of each other, or count other outcomes
 * of the same cases: the first calls, and those that follow are joined to it. One that speaks of the data calls for nothing, so that
 * nothing is joined to it.
 */
record RelatedAlarms(List<OutcomeSeries> series) {
    /**
     * Whether a new alarm is joined to one that stands.
     *
     * @param moves what is known of the data at the midnight: what is only to turn to them in it is of the data already
     */
    boolean join(OutcomeSeries one, Shift shift, DataMoves moves) {
        return open(one, shift).anyMatch(alarm -> !alarm.dataMoved() && !alarm.isOfDays(moves));
    }

    /**
     * The rises that call for action from a midnight on because the one that called turned to the data in it, or was withdrawn: of those said
     * before that still stand, the widest first, where no other calls.
     *
     * @param changes what else is said at the midnight
     */
    List<AlarmChange> callInstead(List<AlarmChange> changes, int asAt) {
        List<Alarm> gone = changes.stream()
                .filter(change -> change.state() == Signal.Change.TURNED
                        || change.state() == Signal.Change.WITHDRAWN
                                && !change.alarm().dataMoved())
                .map(AlarmChange::alarm)
                .filter(alarm -> alarm.shift() == Shift.RISE)
                .toList();
        List<Alarm> called = gone.stream().filter(alarm -> !alarm.joined()).toList();
        // Through one that went with it, too, others were joined to what called.
        List<Alarm> lost =
                gone.stream().filter(alarm -> isRelated(alarm, called)).toList();
        List<AlarmChange> calls = new ArrayList<>();
        for (OutcomeSeries one : series) {
            boolean follows = one.open(Shift.RISE)
                    .filter(alarm -> alarm.raisedAt() < asAt && !alarm.calls() && !alarm.dataMoved())
                    .filter(alarm -> isRelated(alarm, lost))
                    .isPresent();
            if (follows && open(one, Shift.RISE).noneMatch(Alarm::calls)) {
                calls.add(one.call());
            }
        }
        return calls;
    }

    private Stream<Alarm> open(OutcomeSeries one, Shift shift) {
        return series.stream()
                .filter(other -> other != one && other.stratum().isRelatedTo(one.stratum()))
                .flatMap(other -> other.open(shift).stream());
    }

    private static boolean isRelated(Alarm alarm, List<Alarm> others) {
        return others.stream().anyMatch(other -> other.stratum().isRelatedTo(alarm.stratum()));
    }
}
