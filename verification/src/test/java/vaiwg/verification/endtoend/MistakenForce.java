package vaiwg.verification.endtoend;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.kpis.time.LondonDays;
import vaiwg.schemas.EventStream;
import vaiwg.schemas.Outcome;
import vaiwg.statistics.signals.alarm.Baseline;
import vaiwg.statistics.signals.alarm.ForceAlarms;

/**
 * A hand-made force with a steady reference year behind it. On one day outcome 16 is entered for many cases by mistake; the daily alarm
 * rings, until the mistake is taken back.
 */
final class MistakenForce {
    private static final int MISTAKEN = 60;
    private static final int DAYS_AFTER_THE_REFERENCE_YEAR = 5;
    private static final Duration NINE = Duration.ofHours(9);

    private final LocalDate mistake;
    private final LocalDate first;

    /** @param mistake the day on which it is made */
    MistakenForce(LocalDate mistake) {
        this.mistake = mistake;
        this.first = mistake.minusDays(ForceAlarms.RUN_IN + Baseline.DAYS + DAYS_AFTER_THE_REFERENCE_YEAR);
    }

    /** All events of the days before one, without the corrections: two cases a day, of which one ends with outcome 16. */
    List<FeedRecord> history(LocalDate end) {
        List<FeedRecord> history = new ArrayList<>();
        first.datesUntil(end).forEach(day -> {
            Instant nine = LondonDays.startOf(day).plus(NINE);
            SmallCase unsupported = new SmallCase("steady-16-" + day);
            history.add(unsupported.recorded(nine));
            history.add(unsupported.closed(nine.plus(Duration.ofHours(2))));
            SmallCase other = new SmallCase("steady-15-" + day);
            Outcome outcome = other.outcome(nine.plus(Duration.ofHours(3)));
            outcome.setOutcomeType("15");
            history.add(other.recorded(nine));
            history.add(other.delivered(outcome, outcome.getChangedAt()));
        });
        for (SmallCase mistaken : mistaken()) {
            history.add(
                    mistaken.recorded(LondonDays.startOf(mistake.minusDays(2)).plus(NINE)));
            history.add(mistaken.closed(LondonDays.startOf(mistake).plus(NINE)));
        }
        history.sort(Comparator.comparingLong(FeedRecord::timestamp));
        return history;
    }

    /** The mistake is taken back: these cases have no outcome again. */
    List<FeedRecord> corrections(Instant at) {
        return mistaken().stream()
                .map(mistaken -> {
                    Outcome none = mistaken.outcome(at);
                    none.setVersion(2);
                    none.setEventId(new SmallCase(mistaken.reference() + "/2").eventId(EventStream.OUTCOME));
                    none.setOutcomeType(null);
                    none.setAssignedAt(null);
                    none.setVictimInformedAt(null);
                    return mistaken.delivered(none, at);
                })
                .toList();
    }

    private static List<SmallCase> mistaken() {
        List<SmallCase> cases = new ArrayList<>();
        for (int i = 0; i < MISTAKEN; i++) {
            cases.add(new SmallCase("mistaken-" + i));
        }
        return cases;
    }
}
