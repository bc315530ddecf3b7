package vaiwg.board.report;

import java.util.Map;
import vaiwg.board.figures.MeasureEntry;

/** What a matter is called: what its figures are about, and the way in which they moved. */
final class ConcernWords {
    private record Phrases(String up, String down) {}

    /** By the concern that the dictionary names; what is not here is called by its measure. */
    private static final Map<String, Phrases> BY_CONCERN = Map.of(
            "support ended",
            new Phrases("more cases end without the victim's support", "fewer cases end without the victim's support"),
            "evidential difficulties",
            new Phrases(
                    "more cases are closed for evidential difficulties",
                    "fewer cases are closed for evidential difficulties"),
            "when support ended",
            new Phrases("cases keep the victim's support for longer", "cases keep the victim's support for less time"),
            "charges and other positive outcomes",
            new Phrases(
                    "more cases end with a charge or another positive outcome",
                    "fewer cases end with a charge or another positive outcome"),
            "cancelled crimes",
            new Phrases("more crimes are cancelled", "fewer crimes are cancelled"),
            "time at the CPS",
            new Phrases("the CPS takes longer", "the CPS takes less time"),
            "age of open cases",
            new Phrases("open crimes grow older", "open crimes grow younger"),
            "recorded_offences",
            new Phrases("more crimes are recorded", "fewer crimes are recorded"),
            "offences in public places",
            new Phrases("more crimes in public places are recorded", "fewer crimes in public places are recorded"));

    private ConcernWords() {}

    /**
     * @param side 1 for up, -1 for down
     * @param byLess of a stock that it did not go that way, but the other way by less than usual
     */
    static String of(MeasureEntry measure, int side, boolean byLess) {
        return byLess ? ofStock(measure, -side) : of(measure, side);
    }

    /** @param side the way in which a stock moved, by less than usual */
    private static String ofStock(MeasureEntry measure, int side) {
        Phrases phrases = BY_CONCERN.get(measure.concern());
        String moves = phrases == null
                ? named(measure) + (side < 0 ? ", falling" : ", rising")
                : side < 0 ? phrases.down() : phrases.up();
        return moves + " by less than usual";
    }

    private static String named(MeasureEntry measure) {
        return ReportWords.lower(measure.shortTitle()).replace(": ", ", ");
    }

    private static String of(MeasureEntry measure, int side) {
        Phrases phrases = BY_CONCERN.get(measure.concern());
        if (phrases != null) {
            return side < 0 ? phrases.down() : phrases.up();
        }
        String more =
                switch (measure.kind()) {
                    case COUNT -> side < 0 ? ", fewer than usual" : ", more than usual";
                    case PERCENTILE -> side < 0 ? ", less time than usual" : ", more time than usual";
                    case SHARE, RATE, POPULATION_RATE -> side < 0 ? " less often than usual" : " more often than usual";
                };
        return named(measure) + more;
    }
}
