package vaiwg.verification.mutation;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import vaiwg.engine.contributions.DeltaEntry;
import vaiwg.jobs.decode.Rejection;
import vaiwg.kpis.catalogue.Basis;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.verification.oracle.History;
import vaiwg.verification.oracle.Log;
import vaiwg.verification.oracle.LogReading;
import vaiwg.verification.oracle.LogRecord;
import vaiwg.verification.oracle.PureRun;
import vaiwg.verification.oracle.RandomHistories;
import vaiwg.verification.oracle.SomePeople;

/** A random force's log, to be played to one wrong catalogue after the other. */
record Played(String name, long seed, List<LocalDate> wanted, List<LogRecord> log) {
    /** Many, so that what enters or leaves a window a day too late is seen. */
    private static final int SNAPSHOTS = 16;

    /** Some forces by their numbers, the least first: most mistakes are told by these. */
    static List<Played> forces(List<Integer> numbers, long seed) {
        RandomHistories histories = new RandomHistories(seed);
        return numbers.stream()
                .map(force -> {
                    History history = histories.of(force);
                    return new Played(
                            history.force(),
                            history.seed(),
                            histories.snapshots(history, force, SNAPSHOTS),
                            Log.of(history.force() + ".", List.of(history)));
                })
                .sorted(Comparator.comparingInt(force -> force.log.size()))
                .toList();
    }

    /** How many people live where forces are, in the form of the reference file. */
    static String people(List<Integer> numbers, long seed) {
        return SomePeople.of(Collections.max(numbers), seed);
    }

    /** What the engine publishes of it with a catalogue. */
    FigureSums with(Catalogue catalogue, BiFunction<Measure, Basis, Basis> posesAs) {
        SummedFigures figures = new SummedFigures(catalogue, posesAs);
        try {
            new PureRun(catalogue, figures, name, wanted).play(log, seed);
        } catch (SQLException | Rejection e) {
            throw new IllegalStateException("what the oracle has read can be played", e);
        }
        return figures.sums();
    }

    /**
     * One number for all delta entries that its events cause with a catalogue, in their order: where it is
     * equal, all figures are.
     */
    long entries(Catalogue catalogue) {
        DeltaSum sum = new DeltaSum();
        try {
            new LogReading(catalogue, sum).read(log, seed);
        } catch (SQLException | Rejection e) {
            throw new IllegalStateException("what the oracle has read can be read again", e);
        }
        return sum.sum;
    }

    /** Adds up delta entries, each by all that it says. */
    private static final class DeltaSum implements LogReading.Reader {
        long sum;

        @Override
        public void entry(DeltaEntry entry) {
            long said = Arrays.hashCode(entry.numerator) * 31L + Arrays.hashCode(entry.denominator);
            long[] all = {
                entry.contributionType,
                entry.day,
                entry.recordedDay,
                entry.enters,
                entry.dimensionKey,
                entry.quantity,
                entry.life,
                entry.sign,
                said
            };
            for (long part : all) {
                sum = FigureSums.mixed(sum + part);
            }
        }

        @Override
        public void late(LogRecord record, long knownAt) {
            // Whether it is late is no matter of judgement.
        }

        @Override
        public void readThrough(long watermark) {
            // Delta entries do not wait here.
        }
    }
}
