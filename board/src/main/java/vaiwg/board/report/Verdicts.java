package vaiwg.board.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vaiwg.board.figures.SeriesKey;

/** What the job says of the figures of a snapshot: the report computes no state of its own. */
public interface Verdicts {
    /** What is said of a series; {@link State#NOT_CHARTED} where nothing is. */
    FigureVerdict of(SeriesKey series);

    /** The open matters: those to act on first, the longest open first. */
    List<Matter> open();

    /** What is to be done about a figure. Shape and word say it together; colour is third. */
    enum State {
        ACT("Act"),
        WATCH("Watch"),
        NO_CHANGE("No change"),
        IMPROVING("Improving"),
        TOO_FEW("Too few"),
        NOT_CHARTED("Not charted");

        private final String word;

        State(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** Where a figure stands beside its target. */
    enum TargetState {
        MEETS("meets"),
        SHORT("short"),
        NONE("no target");

        private final String word;

        TargetState(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /**
     * What is said of a series.
     *
     * @param since the day since which it is so; empty where nothing moved
     */
    record FigureVerdict(State state, TargetState target, Optional<LocalDate> since, String sentence) {}
}
