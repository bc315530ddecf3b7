package vaiwg.engine.panes;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import vaiwg.engine.contributions.DeltaEntry;
import vaiwg.kpis.catalogue.ContributionType;
import vaiwg.kpis.catalogue.DimensionKey;
import vaiwg.kpis.reference.Cause;
import vaiwg.kpis.time.LondonDays;
import vaiwg.statistics.attrition.FollowUpCode;
import vaiwg.statistics.attrition.LexisTable;
import vaiwg.statistics.attrition.LifeVisitor;

/**
 * The follow-up of all cases of one force: how many began to be open and ended on each day, by stratum, which is their themes and area.
 * They are kept once; whoever makes something of them reads all of them, and from then on what changed.
 */
public final class CaseFollowUp {
    private static final ContributionType[] TYPES = ContributionType.values();
    private static final Cause[] CAUSES = Cause.values();
    /** Marks what a source that knows only months tells: the bit that the dimension key's themes and area leave free. */
    private static final int MONTHLY = 1 << 24;

    private static final int NUMBERS_A_CHANGE = 4;

    /** By stratum; of sources that know only months each month is a day. */
    private final Map<Integer, LexisTable> tables = new HashMap<>();
    /** Days, or first days of months, that changed since they were stored. */
    private final Set<Integer> changedDays = new HashSet<>();
    /** Stratum, day or month, what happened and how often, of each change since the last that was forgotten. */
    private int[] changes = new int[64];

    private int length;
    private long forgotten;

    /** Takes what a delta entry that counts from now on tells of a case's follow-up. */
    public void add(DeltaEntry entry) {
        if (entry.life == 0) {
            return;
        }
        boolean monthly = TYPES[entry.contributionType].isMonthly();
        int stratum = (int) DimensionKey.withoutVictim(entry.dimensionKey) | (monthly ? MONTHLY : 0);
        if (entry.begins()) {
            add(stratum, unit(stratum, entry.day), FollowUpCode.BEGINS, entry.sign);
        }
        for (Cause cause : CAUSES) {
            if (entry.leavesFor(cause)) {
                int left = unit(stratum, Math.max(entry.day, entry.recordedDay));
                int age = left - unit(stratum, entry.recordedDay);
                add(stratum, left, FollowUpCode.ends(age, (int) entry.quantity, cause), entry.sign);
            }
        }
    }

    private void add(int stratum, int unit, int number, int times) {
        take(stratum, unit, number, times);
        changedDays.add(isMonthly(stratum) ? LondonDays.startOfMonth(unit) : unit);
        if (length + NUMBERS_A_CHANGE > changes.length) {
            changes = Arrays.copyOf(changes, 2 * changes.length);
        }
        changes[length++] = stratum;
        changes[length++] = unit;
        changes[length++] = number;
        changes[length++] = times;
    }

    private void take(int stratum, int unit, int number, int times) {
        tables.computeIfAbsent(stratum, fresh -> new LexisTable()).add(unit, number, times);
    }

    /** The follow-up of a stratum of which something is known; it goes on with them. */
    LexisTable table(int stratum, boolean monthly) {
        return tables.get(stratum | (monthly ? MONTHLY : 0));
    }

    /** How many changes there have been, to go on from with {@link #forEachSince}. */
    public long changes() {
        return forgotten + length / NUMBERS_A_CHANGE;
    }

    /** Visits all follow-up that counts now. */
    public void forEach(LifeVisitor visitor) {
        tables.forEach((stratum, table) ->
                table.forEach((unit, number, times) -> visit(stratum, unit, number, times, visitor)));
    }

    /**
     * Visits what changed of them since there had been so many {@link #changes}, in the order in which it did.
     *
     * @throws IllegalStateException where some of the changes were forgotten
     */
    public void forEachSince(long read, LifeVisitor visitor) {
        if (read < forgotten) {
            throw new IllegalStateException("changes of follow-up were forgotten before they were read");
        }
        for (int at = (int) (read - forgotten) * NUMBERS_A_CHANGE; at < length; at += NUMBERS_A_CHANGE) {
            visit(changes[at], changes[at + 1], changes[at + 2], changes[at + 3], visitor);
        }
    }

    /** Forgets changes that all have read. */
    public void forgetChanges() {
        forgotten = changes();
        length = 0;
    }

    /** The days that changed since the last call, encoded. */
    Map<Integer, byte[]> takeChanged() {
        Map<Integer, byte[]> encoded = new HashMap<>();
        for (int day : changedDays) {
            Numbers numbers = new Numbers();
            tables.forEach((stratum, table) -> {
                if (!isMonthly(stratum) || LondonDays.isFirstOfMonth(day)) {
                    table.forEachOn(unit(stratum, day), (unit, number, times) -> numbers.add(stratum, number, times));
                }
            });
            encoded.put(day, PaneCodec.encode(numbers));
        }
        changedDays.clear();
        return encoded;
    }

    /** Takes over stored days, as no changes. */
    void restore(Iterable<Map.Entry<Integer, byte[]>> stored) {
        stored.forEach(entry -> {
            Numbers numbers = new Numbers();
            PaneCodec.decode(entry.getValue(), numbers);
            numbers.forEach((stratum, number, times) -> take(stratum, unit(stratum, entry.getKey()), number, times));
        });
    }

    private static boolean isMonthly(int stratum) {
        return (stratum & MONTHLY) != 0;
    }

    private static int unit(int stratum, int day) {
        return isMonthly(stratum) ? LondonDays.monthOf(day) : day;
    }

    private static void visit(int stratum, int unit, int number, int times, LifeVisitor visitor) {
        visitor.visit(stratum & ~MONTHLY, isMonthly(stratum), unit, number, times);
    }
}
