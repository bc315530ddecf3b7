package vaiwg.verification.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.schemas.EventStream;
import vaiwg.verification.oracle.RandomHistories.Period;

/**
 * What some forces have before their history: a few records of long before the others, and then for some time none. The draws are its
 * own, so that the history itself stays as it was.
 */
public final class StrayRecords {
    private static final double SOME_FORCES = 0.2;
    private static final int SNAPSHOTS = 4;
    private static final int DAYS_AFTER = 60;

    private final Dice dice;
    private final History ordinary;
    private final History history;

    public StrayRecords(History ordinary, int force) {
        this.dice = new Dice(ordinary.seed() * 1_000_033 + force);
        this.ordinary = ordinary;
        this.history = dice.chance(SOME_FORCES) ? withSome() : ordinary;
    }

    /** The history with them; as it was in most forces. */
    public History history() {
        return history;
    }

    /** Snapshots of the ordinary history, and some around the stray records. */
    List<LocalDate> snapshots(List<LocalDate> ofTheOrdinary) {
        if (history == ordinary) {
            return ofTheOrdinary;
        }
        List<LocalDate> days = history.start()
                .datesUntil(ordinary.end())
                .skip(1)
                .takeWhile(day -> day.isBefore(ordinary.start().plusDays(DAYS_AFTER)))
                .toList();
        return Stream.concat(
                        ofTheOrdinary.stream(),
                        Stream.generate(() -> dice.oneOf(days)).limit(SNAPSHOTS))
                .distinct()
                .sorted()
                .toList();
    }

    /** About as many as keep a history from being dormant, or fewer; so long before that it may be or not. */
    private History withSome() {
        LocalDate end = ordinary.start().minusDays(dice.mostlyLow(1, 150));
        LocalDate start = end.minusDays(dice.between(15, 60));
        Period period = new Period(Dice.midnight(start), Dice.midnight(end));
        CrimeEvents crimes = new CrimeEvents(ordinary.force(), period, dice);
        List<FeedRecord> records = new ArrayList<>(ordinary.records());
        for (int left = dice.oneOf(1, 1, 2, 5, 9, 10, 11); left > 0; left--) {
            String reference = "stray-" + left;
            RandomHistories.send(
                    EventStream.CRIME_RECORDING, reference, crimes.of(reference, false), records, period, dice);
        }
        return new History(ordinary.force(), ordinary.seed(), start, ordinary.end(), records);
    }
}
