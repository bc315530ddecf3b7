package vaiwg.jobs.totals;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vaiwg.jobs.records.StatedTotal;
import vaiwg.kpis.text.Digits;
import vaiwg.kpis.time.LondonDays;
import vaiwg.schemas.EventStream;

/** What is said of a control total: once, when it is compared; every page shows these words. */
public final class ControlTotalText {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm 'on' d MMMM yyyy", Locale.UK);

    private ControlTotalText() {}

    /** For example {@code Crime recording: 3,112 of 3,120 received to 06:00 on 3 March 2026; 8 are missing.} */
    public static String of(ComparedTotal total) {
        StatedTotal stated = total.stated;
        long missing = stated.records - total.received;
        String counts = missing == 0
                ? "all " + Digits.count(stated.records) + " received "
                : missing > 0
                        ? Digits.count(total.received) + " of " + Digits.count(stated.records) + " received "
                        : Digits.count(total.received) + " received, of which the source has "
                                + Digits.count(stated.records) + ", ";
        return title(stated) + ": " + counts + time(stated) + ending(missing);
    }

    private static String ending(long missing) {
        if (missing == 0) {
            return ".";
        }
        String number = Digits.count(Math.abs(missing));
        String verb = Math.abs(missing) == 1 ? " is " : " are ";
        return "; " + number + verb + (missing > 0 ? "missing." : "too many.");
    }

    private static String title(StatedTotal stated) {
        String title = EventStream.values()[stated.stream].title();
        return stated.isWhole()
                ? title
                : title
                        + Stream.of(stated.status, stated.code)
                                .filter(Objects::nonNull)
                                .collect(Collectors.joining(", ", " (", ")"));
    }

    private static String time(StatedTotal stated) {
        ZonedDateTime from = at(stated.from);
        ZonedDateTime to = at(stated.to);
        if (!LondonDays.isMidnight(stated.from)) {
            return "from " + TIME.format(from) + " to " + TIME.format(to);
        }
        int days = LondonDays.dayOf(stated.to) - LondonDays.dayOf(stated.from);
        if (LondonDays.isMidnight(stated.to)) {
            String last = DAY.format(to.minusDays(1));
            return days == 1 ? "for " + last : "from " + DAY.format(from) + " to " + last;
        }
        return days == 0 ? "to " + TIME.format(to) : "from " + DAY.format(from) + " to " + TIME.format(to);
    }

    private static ZonedDateTime at(long millis) {
        return Instant.ofEpochMilli(millis).atZone(LondonDays.ZONE);
    }
}
