package vaiwg.statistics.verdict;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import vaiwg.kpis.catalogue.Direction;
import vaiwg.schemas.Slugged;
import vaiwg.statistics.signals.Signal;
import vaiwg.statistics.signals.charts.Levels;

/**
 * What is to be said of a figure at a midnight. Report, dashboards, digest and alerts of charts say this and decide nothing of their own.
 *
 * @param target apart from the state: a duty that is met in 38 of 100 cases, as it always was, changes nothing and is short of its target
 * @param why what the state rests on where it is not the figure's own chart
 * @param since the day since which the figure differs; empty where nothing is to be said
 */
public record Verdict(State state, Target target, Why why, OptionalInt since) {
    /** What is to be done about it. */
    public enum State implements Slugged {
        /** It differs, and two periods agree or the daily alarm calls: find the cause. */
        ACT,
        /** It differs: wait for what the next period says. */
        WATCH,
        NO_CHANGE,
        /** It differs in the good direction. */
        IMPROVING,
        /** Its chart has no newest period: there are too few cases. */
        TOO_FEW,
        /** What stands for years cannot be judged by a record of a few. */
        TOO_YOUNG,
        /** Nothing judges it. */
        NOT_CHARTED;

        /** Whether its owner is asked: such figures make matters. */
        public boolean asks() {
            return this == ACT || this == WATCH;
        }
    }

    /** How it is beside what it has to reach. */
    public enum Target implements Slugged {
        MEETS,
        SHORT,
        /** There is no target that is comparable, or no figure. */
        NONE;
    }

    /** What else a state rests on. */
    public enum Why implements Slugged {
        /** The newest period of its chart, or its signals. */
        FIGURE,
        /** The data behind it changed in the same days: look at them first. */
        DATA,
        /** The level of a stock is worse than a year before. */
        LEVEL,
        /** Its chart has too short a history for limits. */
        PROVISIONAL;
    }

    public static Verdict of(Known known) {
        Target target = target(known);
        if (known.young()) {
            return new Verdict(State.TOO_YOUNG, target, Why.FIGURE, OptionalInt.empty());
        }
        List<OpenSignal> worse = known.signals().stream()
                .filter(OpenSignal::asks)
                .filter(signal -> !known.isStockLess(signal))
                .toList();
        if (!worse.isEmpty()) {
            return asking(known, worse, target);
        }
        if (known.level() == Levels.Level.WORSE) {
            return new Verdict(State.WATCH, target, Why.LEVEL, known.levelSince());
        }
        if (known.signals().stream().anyMatch(signal -> isImproving(known, signal))) {
            return new Verdict(State.IMPROVING, target, Why.FIGURE, first(known, signal -> isImproving(known, signal)));
        }
        return switch (known.chart()) {
            case NONE -> new Verdict(State.NOT_CHARTED, target, Why.FIGURE, OptionalInt.empty());
            case TOO_FEW -> new Verdict(State.TOO_FEW, target, Why.FIGURE, OptionalInt.empty());
            case PROVISIONAL -> new Verdict(State.NOT_CHARTED, target, Why.PROVISIONAL, OptionalInt.empty());
            case JUDGED -> new Verdict(State.NO_CHANGE, target, Why.FIGURE, OptionalInt.empty());
        };
    }

    /** A run inside the limits is watched, whatever its signal says: only a period beyond them, or the daily alarm, calls. */
    private static Verdict asking(Known known, List<OpenSignal> worse, Target target) {
        boolean acts = worse.stream()
                .anyMatch(signal -> signal.state() == Signal.State.ACT && (signal.daily() || known.beyond()));
        boolean ofData = worse.stream().allMatch(signal -> signal.state() == Signal.State.DATA_QUALITY);
        return new Verdict(
                acts ? State.ACT : State.WATCH, target, ofData ? Why.DATA : Why.FIGURE, first(known, worse::contains));
    }

    /** A backlog improves where it has become smaller, and not where it grows by less. */
    private static boolean isImproving(Known known, OpenSignal signal) {
        return !signal.asks() && !signal.byLess() && (!known.stock() || known.level() == Levels.Level.BETTER);
    }

    private static OptionalInt first(Known known, Predicate<OpenSignal> speaks) {
        return known.signals().stream()
                .filter(speaks)
                .mapToInt(OpenSignal::since)
                .min();
    }

    private static Target target(Known known) {
        if (known.target().isEmpty() || known.value().isEmpty() || known.good() == Direction.NONE) {
            return Target.NONE;
        }
        return isMet(known.value().getAsDouble(), known.target().getAsDouble(), known.good() == Direction.RISING)
                ? Target.MEETS
                : Target.SHORT;
    }

    /** @param rising whether more is better, and not less */
    public static boolean isMet(double value, double target, boolean rising) {
        return rising ? value >= target : value <= target;
    }
}
