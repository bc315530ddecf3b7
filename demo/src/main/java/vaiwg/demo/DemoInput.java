package vaiwg.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.kpis.reference.Sites;

/**
 * What a person asks a demo to play. Two demos with the same words play the same history, if it also ends on the same day.
 *
 * @param words tell this input from every other: the scenario and its seed, or the files with their sizes and times
 * @param scenario the history that ends at the beginning of a day; archives end where they end
 */
public record DemoInput(String words, Function<LocalDate, Scenario> scenario) {
    /** @throws CommandFailure where there is no scenario of that name */
    public static DemoInput named(String name, long seed) {
        Scenario.requireName(name);
        return new DemoInput(name + ", seed " + seed, end -> Scenario.named(name, seed, end));
    }

    /** @throws CommandFailure where there is not one folder of a force */
    static DemoInput ofSite(Sites sites, long seed) {
        if (sites.forces().size() != 1) {
            throw CommandFailure.wrongUsage("The demonstration plays one force: name one folder with --site.");
        }
        String folder =
                sites.forces().first() + " " + ShippedCatalogue.of(sites).fingerprint();
        return new DemoInput(
                folder + ", seed " + seed, end -> Scenario.ofSite(sites, seed, end.minusYears(Scenario.YEARS), end));
    }

    /** @throws CommandFailure where a path holds no archive */
    public static DemoInput ofArchives(List<Path> paths) {
        Scenario scenario = Scenario.ofArchives(paths);
        try {
            List<String> files = new ArrayList<>();
            for (Path path : paths) {
                try (Stream<Path> tree = Files.walk(path)) {
                    for (Path file : tree.filter(Files::isRegularFile).sorted().toList()) {
                        files.add(file.toRealPath() + " " + Files.size(file) + " " + Files.getLastModifiedTime(file));
                    }
                }
            }
            return new DemoInput("archive " + String.join(", ", files), end -> scenario);
        } catch (IOException e) {
            throw CommandFailure.wrongUsage("The archive cannot be read (" + e.getMessage() + "); check its path.");
        }
    }
}
