package vaiwg.kpis.cases;

import java.util.Arrays;
import vaiwg.kpis.fields.Fields;

/**
 * A subject of which its stream says a kind, dates and counted fields alone, in one of its versions: a protective order, a safeguarding case.
 * Its dates are those that its kind of versions declares.
 */
public final class RecordVersion extends Version {
    /** Ordinal of the kind in the schema's list. */
    public byte kind;

    public boolean monthOnly;
    /** Whether the entry was taken back: it counts nowhere. */
    public boolean withdrawn;

    private final VersionKind versions;
    private final long[] dates;

    /** A version without dates. */
    public RecordVersion(VersionKind versions) {
        this.versions = versions;
        this.dates = new long[versions.dates().size()];
        Arrays.fill(dates, CrimeVersion.ABSENT);
    }

    /** Whether it counts, by the day. */
    public boolean stands() {
        return !withdrawn && !monthOnly;
    }

    /** A date by its place ({@link VersionKind#date}), epoch milliseconds; {@link CrimeVersion#ABSENT} where the record has it not. */
    public long at(int date) {
        return dates[date];
    }

    public boolean has(int date) {
        return dates[date] != CrimeVersion.ABSENT;
    }

    public void at(int date, long millis) {
        dates[date] = millis;
    }

    @Override
    public VersionKind versionKind() {
        return versions;
    }

    @Override
    void content(Fields fields) {
        kind = fields.number(kind);
        monthOnly = fields.flag(monthOnly);
        withdrawn = fields.flag(withdrawn);
        for (int i = 0; i < dates.length; i++) {
            dates[i] = fields.instant(dates[i], changedAt);
        }
    }
}
