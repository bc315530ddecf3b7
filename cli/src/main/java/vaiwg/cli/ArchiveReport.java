package vaiwg.cli;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import vaiwg.kpis.reference.Denominators;

/**
 * The page of {@code report --archive}, made by a module that this one does not know: it is named in {@code
 * META-INF/services/vaiwg.cli.ArchiveReport} of that module, and there where the module is on the class path.
 */
public interface ArchiveReport {
    /**
     * What is compared.
     *
     * @param paths zips, folders or CSV files of several forces
     * @param until the newest month of recording; none: the newest that the archives follow up
     * @param months how many months of recording, at least 1
     * @param followUp after how many months a crime's outcome is read, 0 or more
     * @param residents how many people live in a force's area, where the user has a file that says so
     */
    record Request(
            List<Path> paths,
            Optional<YearMonth> until,
            int months,
            int followUp,
            String crimeType,
            Optional<Denominators> residents) {}

    /** The page as HTML. */
    String page(Request request);
}
