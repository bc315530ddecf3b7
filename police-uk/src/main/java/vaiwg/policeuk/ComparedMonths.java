package vaiwg.policeuk;

import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import vaiwg.cli.terminal.CommandFailure;

/**
 * The months that are compared.
 *
 * @param recorded the months whose crimes are compared, at least one
 * @param followed the months whose outcomes are read: these, and as many more as each crime is followed up
 */
record ComparedMonths(List<YearMonth> recorded, List<YearMonth> followed) {
    /**
     * As many months as are wanted, or as the files have, up to the newest that they follow up.
     *
     * @param files of all forces, at least one
     * @param until the newest month of recording, or null
     * @throws CommandFailure where the files hold no such month
     */
    static ComparedMonths of(List<ArchiveFile> files, YearMonth until, int months, int followUp) {
        List<YearMonth> held = files.stream().map(ArchiveFile::month).toList();
        YearMonth oldest = Collections.min(held);
        YearMonth newest = Collections.max(held);
        YearMonth last = until == null ? newest.minusMonths(followUp) : until;
        if (last.isBefore(oldest) || last.isAfter(newest)) {
            throw CommandFailure.wrongUsage("The archives hold " + oldest + " to " + newest + ", so no crime of " + last
                    + " can be followed for " + followUp + " months; give later archives, or a shorter --follow-up.");
        }
        YearMonth first = Collections.max(List.of(oldest, last.minusMonths(months - 1L)));
        return new ComparedMonths(
                LondonMonth.between(first, last), LondonMonth.between(first, last.plusMonths(followUp)));
    }

    YearMonth last() {
        return recorded.get(recorded.size() - 1);
    }

    boolean hold(ArchiveFile file) {
        return (file.kind() == FileKind.STREET ? recorded : followed).contains(file.month());
    }
}
