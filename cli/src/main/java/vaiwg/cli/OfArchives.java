package vaiwg.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import picocli.CommandLine.Option;
import vaiwg.cli.options.OptionValues;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.kpis.reference.Denominators;
import vaiwg.kpis.reference.ReferenceFile;

/** The report that compares forces, from public archives. */
final class OfArchives {
    private static final String PAGE = "outliers.html";

    @Option(names = "--archive", required = true, arity = "1..*", paramLabel = "PATH")
    private List<Path> archives;

    @Option(names = "--until", paramLabel = "MONTH")
    private Optional<YearMonth> until = Optional.empty();

    @Option(names = "--months", paramLabel = "N", defaultValue = "12", converter = OptionValues.Positive.class)
    private int months;

    @Option(names = "--follow-up", paramLabel = "N", defaultValue = "3", converter = OptionValues.FollowUp.class)
    private int followUp;

    @Option(names = "--crime-type", paramLabel = "NAME", defaultValue = "Violence and sexual offences")
    private String crimeType;

    /**
     * Makes the page and writes it, whole or not at all.
     *
     * @param out a file named {@code .html}, or a folder
     * @return where the page is
     */
    Path write(Path out, boolean replace, Optional<Path> denominators) throws IOException {
        Path page = out.toString().endsWith(".html") ? out : out.resolve(PAGE);
        if (Files.exists(page) && !replace) {
            throw CommandFailure.wrongUsage(page + " is there already: choose another name, or say --replace.");
        }
        String html = maker().page(new ArchiveReport.Request(
                archives, until, months, followUp, crimeType, denominators.map(OfArchives::residents)));
        Files.createDirectories(page.toAbsolutePath().getParent());
        Path unfinished = page.resolveSibling(page.getFileName() + ".part");
        Files.writeString(unfinished, html);
        Files.move(unfinished, page, StandardCopyOption.REPLACE_EXISTING);
        return page;
    }

    private static ArchiveReport maker() {
        return ServiceLoader.load(ArchiveReport.class)
                .findFirst()
                .orElseThrow(() -> CommandFailure.wrongUsage(
                        "Archives cannot be read by this installation: run ./vaiwg report --archive from a checkout."));
    }

    private static Denominators residents(Path file) {
        try {
            return Denominators.of(ReferenceFile.of(file.toString(), Files.readString(file)));
        } catch (IOException e) {
            throw CommandFailure.wrongUsage("The file of denominators " + file + " cannot be read.");
        } catch (IllegalStateException e) {
            throw CommandFailure.wrongUsage(e.getMessage() + "; correct it in " + file + ".");
        }
    }
}
