package vaiwg.policeuk;

import java.time.YearMonth;

/**
 * What monthly files say of one crime: for each month whose file has it, the last row's words. Nearly every crime is in one month
 * only, so this is a list, the newest month first.
 *
 * @param <S> what a row says
 */
final class Statements<S> {
    /** A month's words. */
    record Entry<S>(YearMonth month, S said, Entry<S> earlier) {}

    private Entry<S> latest;

    /** The newest month's entry, which is the crime's state; null where no file has the crime. */
    Entry<S> latest() {
        return latest;
    }

    /** What a month's file says, or null. */
    S in(YearMonth month) {
        for (Entry<S> entry = latest; entry != null; entry = entry.earlier) {
            if (entry.month.equals(month)) {
                return entry.said;
            }
        }
        return null;
    }

    void put(YearMonth month, S said) {
        latest = with(without(latest, month), month, said);
    }

    void remove(YearMonth month) {
        latest = without(latest, month);
    }

    /** Takes back all that is said of months after that one. */
    void removeAfter(YearMonth month) {
        while (latest != null && latest.month.isAfter(month)) {
            latest = latest.earlier;
        }
    }

    void clear() {
        latest = null;
    }

    private static <S> Entry<S> with(Entry<S> entries, YearMonth month, S said) {
        if (entries == null || entries.month.isBefore(month)) {
            return new Entry<>(month, said, entries);
        }
        return new Entry<>(entries.month, entries.said, with(entries.earlier, month, said));
    }

    private static <S> Entry<S> without(Entry<S> entries, YearMonth month) {
        if (entries == null || entries.month.isBefore(month)) {
            return entries;
        }
        if (entries.month.equals(month)) {
            return entries.earlier;
        }
        return new Entry<>(entries.month, entries.said, without(entries.earlier, month));
    }
}
