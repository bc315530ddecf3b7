package vaiwg.demo.synthetic;

import java.util.OptionalLong;
import vaiwg.schemas.EventStream;

/**
 * Records that a source has and does not send: contacts with victims of some minutes of one day. Its control total of that day says that they
 * are missing, until they are sent some days later.
 */
final class PlantedShortfall {
    static final EventStream STREAM = EventStream.VICTIM_CONTACT;

    private PlantedShortfall() {}

    /** Whether it lies within a history, with its end. */
    static boolean isIn(ForceCalendar calendar) {
        return Figures.whole("shortfall_mended_day") < calendar.days();
    }

    /** When a change is sent that is held back, epoch milliseconds; empty of all others. */
    static OptionalLong sentAt(SyntheticChange change, ForceCalendar calendar) {
        if (change.stream() != STREAM || !isIn(calendar)) {
            return OptionalLong.empty();
        }
        int day = Figures.whole("shortfall_day");
        long from = calendar.hourOf(day, Figures.of("shortfall_from_hour"));
        long to = from + Figures.whole("shortfall_minutes") * ForceCalendar.MINUTE;
        return change.changedAt() < from || change.changedAt() >= to
                ? OptionalLong.empty()
                : OptionalLong.of(calendar.hourOf(Figures.whole("shortfall_mended_day"), 12)
                        + (change.changedAt() - from) / ForceCalendar.SECOND);
    }
}
