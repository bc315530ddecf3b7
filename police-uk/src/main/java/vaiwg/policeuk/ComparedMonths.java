package vaiwg.policeuk;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/**
 * The months that are compared.
 *
 * @param first month of recording
 * @param last month of recording
 * @param followUp how many months after its own a crime's outcome is read
 */
record ComparedMonths(YearMonth first, YearMonth last, int followUp) {
    /**
     * As many months as are wanted, or as the files have, up to the newest that they follow up.
     *
     * @param files of all forces, at least one
     * @param until the newest month of recording, or null
     * @throws ArchiveException where the files hold no such month
     */
    static ComparedMonths of(List<ArchiveFile> files, YearMonth until, int months, int followUp) {
        YearMonth oldest =
                files.stream().map(ArchiveFile::month).min(YearMonth::compareTo).orElseThrow();
        YearMonth newest =
                files.stream().map(ArchiveFile::month).max(YearMonth::compareTo).orElseThrow();
        YearMonth last = until == null ? newest.minusMonths(followUp) : until;
        if (last.isBefore(oldest) || last.isAfter(newest)) {
            throw new ArchiveException("The archives hold " + oldest + " to " + newest + ", so no crime of " + last
                    + " can be followed for " + followUp + " months; give later archives, or a shorter --follow-up.");
        }
        YearMonth wanted = last.minusMonths(months - 1L);
        return new ComparedMonths(wanted.isBefore(oldest) ? oldest : wanted, last, followUp);
    }

    /** The months whose crimes are compared. */
    List<YearMonth> recorded() {
        return between(first, last);
    }

    /** The months whose outcomes are read. */
    List<YearMonth> followed() {
        return between(first, last.plusMonths(followUp));
    }

    boolean hold(ArchiveFile file) {
        return (file.kind() == FileKind.STREET ? recorded() : followed()).contains(file.month());
    }

    private static List<YearMonth> between(YearMonth first, YearMonth last) {
        return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
                .toList();
    }
}
