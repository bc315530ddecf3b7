package vaiwg.kpis.catalogue;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/**
 * What a figure rests on: which day a case belongs to, and as of when it is judged. Every value names one; dividing one basis by
 * another is rejected.
 *
 * @param kind the basis proper
 * @param horizon k of {@code settled_k} and {@code matured_k} in days or months, else 0
 * @param unit days, or months where the source knows no days
 */
@API(status = API.Status.MAINTAINED)
public record Basis(Kind kind, int horizon, Unit unit) {
    private static final String BY_MONTH = "_by_month";
    private static final Pattern HORIZON = Pattern.compile("([a-z_]+)_(\\d{1,4})([dm])");

    public static final Basis RECORDED = new Basis(Kind.RECORDED, 0, Unit.DAY);
    public static final Basis TO_DATE = new Basis(Kind.TO_DATE, 0, Unit.DAY);
    public static final Basis ASSIGNED = new Basis(Kind.ASSIGNED, 0, Unit.DAY);
    public static final Basis STOCK = new Basis(Kind.STOCK, 0, Unit.DAY);

    /** The seven bases; the last is an estimate and has no cells. */
    public enum Kind {
        /** By day of recording, as known now: volumes, completeness, timeliness. */
        RECORDED,
        /** By day of recording, the outcome as known now: immature, only to reproduce reported tables. */
        TO_DATE,
        /** By day of recording, the outcome if assigned within k, membership as known now: the revised headline. */
        SETTLED,
        /** By day of recording, everything as known at the midnight that begins day c + k: frozen, for charts. */
        MATURED,
        /** By the day on which the current outcome was assigned. */
        ASSIGNED,
        /** A running sum of entries and exits: open, overdue, in force. */
        STOCK,
        /** By the events of a window at every age before the horizon, estimated from open cases too: early, and provisional. */
        INCIDENCE
    }

    /** Whether cohorts are days or months. */
    public enum Unit {
        DAY("d"),
        MONTH("m");

        private final String suffix;

        Unit(String suffix) {
            this.suffix = suffix;
        }
    }

    public static Basis settled(int days) {
        return new Basis(Kind.SETTLED, days, Unit.DAY);
    }

    public static Basis matured(int days) {
        return new Basis(Kind.MATURED, days, Unit.DAY);
    }

    /**
     * The basis of a name such as {@code recorded}, {@code settled_90d} or {@code recorded_by_month}.
     *
     * @throws IllegalArgumentException where there is none
     */
    public static Basis of(String name) {
        if (name.endsWith(BY_MONTH)) {
            return new Basis(kind(name.substring(0, name.length() - BY_MONTH.length())), 0, Unit.MONTH);
        }
        Matcher horizon = HORIZON.matcher(name);
        if (!horizon.matches()) {
            return new Basis(kind(name), 0, Unit.DAY);
        }
        Unit unit = horizon.group(3).equals(Unit.DAY.suffix) ? Unit.DAY : Unit.MONTH;
        return new Basis(kind(horizon.group(1)), Integer.parseInt(horizon.group(2)), unit);
    }

    private static Kind kind(String name) {
        return Kind.valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** The name in labels and columns: {@code to_date}, {@code settled_90d}, {@code settled_6m}. */
    public String slug() {
        String name = kind.name().toLowerCase(Locale.ROOT);
        return hasHorizon() ? name + "_" + horizon + unit.suffix : name;
    }

    public boolean hasHorizon() {
        return kind == Kind.SETTLED || kind == Kind.MATURED || kind == Kind.INCIDENCE;
    }

    public boolean isMonthly() {
        return unit == Unit.MONTH;
    }

    /**
     * At how many ages of a case a horizon looks: the ages 0 to k - 1 in days. Months are counted with the one in which the case was
     * recorded, so "within 0 months" is one age.
     */
    public int ages() {
        return isMonthly() ? horizon + 1 : horizon;
    }

    /** Whether a day's figure can become final at all; {@code to_date} figures never do. */
    public boolean matures() {
        return kind != Kind.TO_DATE;
    }
}
