package vaiwg.board.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vaiwg.board.Days;
import vaiwg.board.figures.Reading;

/** Bases and windows in words. */
public final class Bases {
    private static final Pattern HORIZON = Pattern.compile("(?:settled|matured|incidence)_(\\d+)([dm])");
    private static final Pattern LENGTH = Pattern.compile("(\\d+)([dm])");

    private static final int MONTHS = 12;

    private Bases() {}

    /** "90 days" of {@code matured_90d}; empty where the basis has no horizon. */
    static String horizon(String basis) {
        Matcher horizon = HORIZON.matcher(basis);
        return horizon.matches() ? length(horizon.group(1), horizon.group(2)) : "";
    }

    /** "within 90 days" of {@code matured_90d}; empty where the basis has no horizon. */
    static String within(String basis) {
        String horizon = horizon(basis);
        return horizon.isEmpty() ? "" : "within " + horizon;
    }

    /** What a basis is called where a column names it: "followed 90 days, revised". */
    public static String label(String basis) {
        String horizon = horizon(basis);
        if (basis.startsWith("incidence_")) {
            return "expected within " + horizon;
        }
        if (!horizon.isEmpty()) {
            return "followed " + horizon + (basis.startsWith("matured_") ? ", first published" : ", revised");
        }
        return switch (basis) {
            case "to_date", "to_date_by_month" -> "so far";
            case "assigned" -> "by day of the outcome";
            case "stock" -> "as it stands";
            default -> "by day of recording";
        };
    }

    /** "28 days" or "month": how long a chart's periods are. */
    static String each(String window) {
        return window.equals("1m") ? "month" : "28 days";
    }

    /** "in three years", "in over 14 months", "in nine days": how long it is from one day to another. */
    static String lasting(LocalDate from, LocalDate until) {
        int months = (int) ChronoUnit.MONTHS.between(from, until);
        if (months == 0) {
            return "in " + ReportWords.counted((int) ChronoUnit.DAYS.between(from, until), "day", "days");
        }
        return (from.plusMonths(months).equals(until) ? "in " : "in over ")
                + (months % MONTHS == 0
                        ? ReportWords.counted(months / MONTHS, "year", "years")
                        : ReportWords.counted(months, "month", "months"));
    }

    private static String length(String number, String unit) {
        return number + (unit.equals("d") ? " days" : number.equals("1") ? " month" : " months");
    }

    /** What the days of a period are of: "recorded", "with an outcome". */
    static String cohort(String basis) {
        return switch (basis) {
            case "assigned" -> "with an outcome";
            case "stock" -> "as they stood";
            default -> "recorded";
        };
    }

    /** "Recorded 28 August 2025 to 27 August 2026" of a figure. */
    static String period(Reading reading, LocalDate asAt) {
        return period(reading, asAt, (first, last) -> Days.full(first) + " to " + Days.full(last));
    }

    /** The same where there is little room: "Recorded 29 Jul to 25 Aug 2026". */
    static String brief(Reading reading, LocalDate asAt) {
        return period(reading, asAt, Days::span);
    }

    private static String period(Reading reading, LocalDate asAt, BiFunction<LocalDate, LocalDate, String> days) {
        Matcher length = LENGTH.matcher(reading.window());
        if (!length.matches()) {
            return "At the start of " + Days.full(asAt);
        }
        LocalDate end = asAt;
        Matcher horizon = HORIZON.matcher(reading.basis());
        if (horizon.matches()) {
            end = before(end, horizon.group(1), horizon.group(2));
        }
        LocalDate start = before(end, length.group(1), length.group(2));
        return ReportWords.capital(cohort(reading.basis())) + " " + days.apply(start, end.minusDays(1));
    }

    private static LocalDate before(LocalDate day, String number, String unit) {
        int units = Integer.parseInt(number);
        return unit.equals("m") ? day.minusMonths(units) : day.minusDays(units);
    }
}
