package vaiwg.board;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A basis and a window in words and dates, as seen from the as-at. */
final class Period {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);
    private static final Pattern LENGTH = Pattern.compile("(\\d+)([dm])");
    private static final Pattern WITH_HORIZON = Pattern.compile("(settled|matured)_(\\d+)([dm])");
    private static final int DAYS_A_MONTH = 30;

    private Period() {}

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** {@code settled} for {@code settled_90d}. */
    static String kind(String basis) {
        Matcher horizon = WITH_HORIZON.matcher(basis);
        return horizon.matches() ? horizon.group(1) : basis;
    }

    /** Length of a window in days, a month taken as 30; 0 for one without a length. */
    static int approximateDays(String window) {
        Matcher length = LENGTH.matcher(window);
        if (!length.matches()) {
            return 0;
        }
        return Integer.parseInt(length.group(1)) * (length.group(2).equals("m") ? DAYS_A_MONTH : 1);
    }

    /** The first day of a view's window, its horizon behind it; empty for what has no window. */
    static Optional<LocalDate> start(View view, LocalDate asAt) {
        Matcher length = LENGTH.matcher(view.window());
        if (!length.matches()) {
            return Optional.empty();
        }
        LocalDate end = asAt;
        Matcher horizon = WITH_HORIZON.matcher(view.basis());
        if (horizon.matches()) {
            end = before(asAt, horizon.group(2), horizon.group(3));
        }
        return Optional.of(before(end, length.group(1), length.group(2)));
    }

    private static LocalDate before(LocalDate day, String number, String unit) {
        int units = Integer.parseInt(number);
        return unit.equals("m") ? day.minusMonths(units) : day.minusDays(units);
    }

    /** For example "recorded 5 August 2025 to 4 August 2026, within 90 days of recording". */
    static String inWords(View view, LocalDate asAt) {
        String judged = judged(view);
        return judged.isEmpty() ? cohort(view, asAt) : cohort(view, asAt) + ", " + judged;
    }

    /** Which cases a value is about. A cohort that is followed for k days ends k days before the as-at. */
    static String cohort(View view, LocalDate asAt) {
        Matcher horizon = WITH_HORIZON.matcher(view.basis());
        if (horizon.matches()) {
            int k = Integer.parseInt(horizon.group(2));
            boolean months = horizon.group(3).equals("m");
            return "recorded " + range(view.window(), months ? asAt.minusMonths(k) : asAt.minusDays(k));
        }
        return switch (view.basis()) {
            case "recorded", "to_date" -> "recorded " + range(view.window(), asAt);
            case "assigned" -> "outcomes assigned " + range(view.window(), asAt);
            case "stock" -> "as it stood at the start of " + day(asAt);
            default -> "basis " + view.basis() + ", window " + view.window();
        };
    }

    /** As of when the cases are judged; empty where that is the as-at. */
    static String judged(View view) {
        Matcher horizon = WITH_HORIZON.matcher(view.basis());
        if (!horizon.matches()) {
            return view.basis().equals("to_date") ? "with the outcomes known by then" : "";
        }
        int k = Integer.parseInt(horizon.group(2));
        return horizon.group(1).equals("settled")
                ? followed(k, horizon.group(3).equals("m"))
                : "as known " + k + " days after recording";
    }

    private static String followed(int k, boolean months) {
        if (!months) {
            return "within " + k + " days of recording";
        }
        return k == 0 ? "within the month of recording" : "within " + k + " months of recording";
    }

    private static String range(String window, LocalDate end) {
        Matcher length = LENGTH.matcher(window);
        if (!length.matches()) {
            return "in the window " + window;
        }
        int units = Integer.parseInt(length.group(1));
        if (length.group(2).equals("d")) {
            return DAY.format(end.minusDays(units)) + " to " + DAY.format(end.minusDays(1));
        }
        YearMonth last = YearMonth.from(end).minusMonths(1);
        return units == 1
                ? "in " + MONTH.format(last)
                : MONTH.format(last.minusMonths(units - 1L)) + " to " + MONTH.format(last);
    }
}
