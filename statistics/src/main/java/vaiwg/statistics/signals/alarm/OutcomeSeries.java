package vaiwg.statistics.signals.alarm;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import vaiwg.kpis.time.WorkingDays;
import vaiwg.statistics.signals.DataMoves;

/** One daily series: a stratum, a set of outcomes, its reference year, and its two scores. */
public final class OutcomeSeries {
    private final Stratum stratum;
    private final OutcomeSet outcomes;
    private final SeriesDays days;
    private final Map<Shift, AlarmPath> paths = new EnumMap<>(Shift.class);
    private final Map<Shift, AlarmRegister> registers = new EnumMap<>(Shift.class);
    private final Map<Shift, Set<Integer>> acknowledged = new EnumMap<>(Shift.class);
    /** From when on an acknowledgement has changed the way; later than any day where none has. */
    private int acknowledgedFrom = Integer.MAX_VALUE;

    /** @param firstDay the day after the reference year */
    public OutcomeSeries(Stratum stratum, OutcomeSet outcomes, Baseline baseline, Thresholds thresholds, int firstDay) {
        this.stratum = stratum;
        this.outcomes = outcomes;
        this.days = new SeriesDays(baseline, outcomes, firstDay);
        for (Shift shift : Shift.values()) {
            paths.put(shift, new AlarmPath(shift, thresholds.of(baseline.information(), shift), firstDay));
            registers.put(shift, new AlarmRegister());
            acknowledged.put(shift, new TreeSet<>());
        }
    }

    public Stratum stratum() {
        return stratum;
    }

    public OutcomeSet outcomes() {
        return outcomes;
    }

    public SeriesDays days() {
        return days;
    }

    public AlarmPath path(Shift shift) {
        return paths.get(shift);
    }

    public Optional<Alarm> open(Shift shift) {
        return registers.get(shift).open();
    }

    /** An alarm that stands on a day was acknowledged on it. */
    void acknowledge(Shift shift, int day) {
        acknowledged.get(shift).add(day);
        acknowledgedFrom = Math.min(acknowledgedFrom, day);
    }

    /** Takes over what changed in the stratum's days since the last call. */
    public void refresh(RiskDays risk, int changedFrom) {
        int from = Math.min(changedFrom, acknowledgedFrom);
        acknowledgedFrom = Integer.MAX_VALUE;
        days.refresh(risk, changedFrom);
        paths.forEach((shift, path) -> path.walk(
                days, from, acknowledged.get(shift), registers.get(shift).raisedDays()));
    }

    /**
     * What is to be said at the midnight after the last day.
     *
     * @param isJoined whether an alarm of this direction, which does not speak of the data, stands in a related series
     * @param moves what is known of the data
     */
    public List<AlarmChange> publish(RiskDays risk, Predicate<Shift> isJoined, DataMoves moves) {
        int asAt = days.through() + 1;
        List<AlarmChange> changes = new ArrayList<>();
        paths.forEach((shift, path) -> changes.addAll(registers
                .get(shift)
                .publish(
                        asAt,
                        path.episodes(),
                        episode -> alarm(episode, shift, asAt, risk, isJoined.test(shift)),
                        moves)));
        return changes;
    }

    /** The rise that stands calls for action from the midnight after the last day on, though it was joined to another. */
    AlarmChange call() {
        return registers.get(Shift.RISE).call(days.through() + 1);
    }

    void write(DataOutput out) throws IOException {
        out.writeByte(stratum.ordinal());
        out.writeByte(outcomes.ordinal());
        days.baseline().write(out);
        days.write(out);
        for (Shift shift : Shift.values()) {
            registers.get(shift).write(out);
            out.writeInt(acknowledged.get(shift).size());
            for (int day : acknowledged.get(shift)) {
                out.writeInt(day);
            }
        }
    }

    static OutcomeSeries read(DataInput in, Thresholds thresholds, WorkingDays workingDays, int firstDay)
            throws IOException {
        Stratum stratum = Stratum.values()[in.readByte()];
        OutcomeSet outcomes = OutcomeSet.values()[in.readByte()];
        OutcomeSeries series =
                new OutcomeSeries(stratum, outcomes, Baseline.read(in, workingDays), thresholds, firstDay);
        series.days.read(in);
        for (Shift shift : Shift.values()) {
            series.registers.put(shift, AlarmRegister.read(in));
            for (int left = in.readInt(); left > 0; left--) {
                series.acknowledge(shift, in.readInt());
            }
        }
        return series;
    }

    private Alarm alarm(Episode episode, Shift shift, int asAt, RiskDays risk, boolean joined) {
        int observed = 0;
        double expected = 0;
        for (int day = episode.evidenceFrom(); day <= episode.day(); day++) {
            observed += days.observed(day);
            expected += days.expected(day);
        }
        return new Alarm(
                stratum,
                outcomes,
                shift,
                asAt,
                episode.day(),
                episode.evidenceFrom(),
                risk.atRisk(episode.day()),
                observed,
                expected,
                days.baseline().dispersion(),
                joined,
                false);
    }
}
