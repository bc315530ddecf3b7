package vaiwg.policeuk;

import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import vaiwg.kpis.reference.Theme;

/**
 * How many crimes of violence and sexual offences the files of a force have in each year, counted back from its newest month, and how many of
 * them with which outcome: the table that {@code vaiwg compare --published} reads, so that it stands beside what was counted of the topics.
 */
final class ArchiveTotals {
    private static final String HEAD = "force,period,offence_group,outcome,count\n";
    /** The one group of archives of which there are figures, as events have it. */
    private static final String GROUP = EventMaker.slug(Theme.VIOLENCE_SEXUAL.title());

    private static final String UNABLE_TO_PROSECUTE = "unable-to-prosecute";
    /** What each number counts: all crimes, those with any outcome, and two outcomes by themselves. */
    private static final List<String> OUTCOMES = List.of("", "ANY", "1", "UNABLE_TO_PROSECUTE");

    private ArchiveTotals() {}

    /** Of the forces' crimes as the files have them now. */
    static String table(Set<String> forces, Ledger ledger) {
        StringBuilder table = new StringBuilder(HEAD);
        for (String force : forces) {
            NavigableMap<YearMonth, long[]> months = byMonth(ledger.of(force).values());
            if (!months.isEmpty()) {
                add(force, months, table);
            }
        }
        return table.toString();
    }

    private static void add(String force, NavigableMap<YearMonth, long[]> months, StringBuilder table) {
        // Where there is not one outcome the source does not tell them: 0 would be no number.
        boolean tellsOutcomes = months.values().stream().anyMatch(counts -> counts[1] > 0);
        YearMonth end = months.lastKey();
        YearMonth begin = end.minusYears(1).plusMonths(1);
        while (!begin.isBefore(months.firstKey())) {
            Collection<long[]> year = months.subMap(begin, true, end, true).values();
            for (int i = 0; i < (tellsOutcomes ? OUTCOMES.size() : 1); i++) {
                int number = i;
                long count = year.stream().mapToLong(counts -> counts[number]).sum();
                table.append(
                        "%s,%s,%s,%s,%d\n".formatted(force, end, Theme.VIOLENCE_SEXUAL.slug(), OUTCOMES.get(i), count));
            }
            end = end.minusYears(1);
            begin = begin.minusYears(1);
        }
    }

    private static NavigableMap<YearMonth, long[]> byMonth(Collection<Dossier> dossiers) {
        NavigableMap<YearMonth, long[]> months = new TreeMap<>();
        for (Dossier dossier : dossiers) {
            Dossier.CrimeState crime = dossier.crimeNow();
            if (crime == null || !crime.active() || !GROUP.equals(crime.said().group())) {
                continue;
            }
            Dossier.OutcomeState outcome = Objects.requireNonNullElse(dossier.outcomeNow(), Dossier.OutcomeState.NONE);
            long[] counts = months.computeIfAbsent(crime.month(), month -> new long[OUTCOMES.size()]);
            counts[0]++;
            counts[1] += outcome.equals(Dossier.OutcomeState.NONE) ? 0 : 1;
            counts[2] += OutcomeLabel.isCharge(outcome.type()) ? 1 : 0;
            counts[3] += UNABLE_TO_PROSECUTE.equals(outcome.group()) ? 1 : 0;
        }
        return months;
    }
}
