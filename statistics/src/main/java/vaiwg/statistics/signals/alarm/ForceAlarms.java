package vaiwg.statistics.signals.alarm;

import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vaiwg.kpis.time.WorkingDays;
import vaiwg.statistics.signals.DataMoves;

/**
 * The daily alarms of one force. Its first {@link #RUN_IN} days are left out, because cases recorded before the first are missing
 * from them; the {@link Baseline#DAYS} after that are the reference year; from then on every midnight is judged.
 */
public final class ForceAlarms {
    /** Days before the reference year begins. */
    public static final int RUN_IN = 90;

    private static final byte FORMAT = 3;

    private final int referenceFrom;
    private final Thresholds thresholds;
    private final WorkingDays workingDays;
    private final Map<Stratum, RiskDays> risk = new EnumMap<>(Stratum.class);
    private final List<OutcomeSeries> series = new ArrayList<>();

    /**
     * Alarms of no day yet.
     *
     * @param firstDay the first day whose cases are known; cases recorded before it are not watched
     * @param workingDays those of the force
     */
    public ForceAlarms(int firstDay, Thresholds thresholds, WorkingDays workingDays) {
        this.referenceFrom = firstDay + RUN_IN;
        this.thresholds = thresholds;
        this.workingDays = workingDays;
        for (Stratum stratum : Stratum.values()) {
            risk.put(stratum, new RiskDays(firstDay));
        }
    }

    /** The first day whose cases are known. */
    public int firstDay() {
        return risk.get(Stratum.VAIWG).firstDay();
    }

    /** The day begun last; the day before {@link #firstDay} where none was. */
    public int through() {
        return risk.get(Stratum.VAIWG).through();
    }

    /** Begins the next day. */
    public void advance() {
        risk.values().forEach(RiskDays::advance);
    }

    /** The cases of a stratum; what becomes known is to be told to it before the midnight is judged. */
    public RiskDays risk(Stratum stratum) {
        return risk.get(stratum);
    }

    /** An alarm that stands on a day was acknowledged on it; nothing where the series has none. */
    public void acknowledge(Stratum stratum, OutcomeSet outcomes, Shift shift, int day) {
        for (OutcomeSeries one : series) {
            if (one.stratum() == stratum && one.outcomes() == outcomes) {
                one.acknowledge(shift, day);
            }
        }
    }

    /**
     * Judges the midnight after the last day: what is to be put on record, the widest stratum first.
     *
     * @param moves what is known of the data by then
     */
    public List<AlarmChange> judge(DataMoves moves) {
        if (through() == referenceFrom + Baseline.DAYS - 1) {
            fit();
        }
        List<AlarmChange> changes = new ArrayList<>();
        Map<Stratum, Integer> changedFrom = new EnumMap<>(Stratum.class);
        risk.forEach((stratum, days) -> changedFrom.put(stratum, days.takeChangedFrom()));
        RelatedAlarms related = new RelatedAlarms(series);
        for (OutcomeSeries one : series) {
            RiskDays days = risk.get(one.stratum());
            one.refresh(days, changedFrom.get(one.stratum()));
            changes.addAll(one.publish(days, shift -> related.join(one, shift, moves), moves));
        }
        changes.addAll(related.callInstead(changes, through() + 1));
        return changes;
    }

    /** What each series shows for its last day; nothing before the first day after the reference year. */
    public List<DailyReading> readings() {
        return through() < watchedFrom()
                ? List.of()
                : series.stream().map(DailyReading::of).toList();
    }

    public List<Alarm> open() {
        return series.stream()
                .flatMap(one -> Arrays.stream(Shift.values()).flatMap(shift -> one.open(shift).stream()))
                .toList();
    }

    /** The series with a reference year; none before its end. */
    public List<OutcomeSeries> series() {
        return List.copyOf(series);
    }

    /**
     * What cannot be recomputed from the cases as they are known now: the reference year, all published states, and acknowledgements. To be
     * taken after {@link #judge}.
     *
     * @throws UncheckedIOException where a write to memory fails
     */
    public byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORMAT);
            out.writeInt(firstDay());
            out.writeInt(through());
            if (through() < watchedFrom() - 1) {
                for (RiskDays days : risk.values()) {
                    days.writeFirstKnown(out);
                }
            } else {
                out.writeByte(series.size());
                for (OutcomeSeries one : series) {
                    one.write(out);
                }
                for (RiskDays days : risk.values()) {
                    days.writeFirstKnownOn(out, watchedFrom());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Whether bytes were written by {@link #toBytes} in the format of this build. */
    public static boolean isReadable(byte[] stored) {
        return stored.length > 0 && stored[0] == FORMAT;
    }

    /** Alarms without any days, as the begin of what {@link #toBytes} wrote tells of them; {@link #read} is still to come. */
    static ForceAlarms begin(DataInput in, Thresholds thresholds, WorkingDays workingDays) throws IOException {
        byte format = in.readByte();
        if (format != FORMAT) {
            throw new IllegalArgumentException("alarms were stored in format " + format + ", not " + FORMAT);
        }
        return new ForceAlarms(in.readInt(), thresholds, workingDays);
    }

    /** Takes over the rest, when all days and cases are there. */
    void read(DataInput in) throws IOException {
        if (through() < watchedFrom() - 1) {
            for (RiskDays days : risk.values()) {
                days.readFirstKnown(in);
            }
            return;
        }
        for (int left = in.readByte(); left > 0; left--) {
            series.add(OutcomeSeries.read(in, thresholds, workingDays, watchedFrom()));
        }
        for (RiskDays days : risk.values()) {
            days.readFirstKnownOn(in, watchedFrom());
            days.takeChangedFrom();
        }
        series.forEach(one -> one.refresh(risk.get(one.stratum()), firstDay()));
    }

    private int watchedFrom() {
        return referenceFrom + Baseline.DAYS;
    }

    private void fit() {
        HolidayPattern holidays =
                HolidayPattern.fit(workingDays, risk.get(Stratum.VAIWG), referenceFrom, OutcomeSet.OUTCOMES_14_AND_16);
        for (Stratum stratum : Stratum.values()) {
            for (OutcomeSet outcomes : OutcomeSet.values()) {
                Baseline.fit(risk.get(stratum), referenceFrom, outcomes, holidays)
                        .ifPresent(baseline ->
                                series.add(new OutcomeSeries(stratum, outcomes, baseline, thresholds, watchedFrom())));
            }
        }
    }
}
