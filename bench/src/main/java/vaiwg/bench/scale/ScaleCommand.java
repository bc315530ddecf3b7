package vaiwg.bench.scale;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vaiwg.bench.results.ResultsFile;

/** The command {@code bench/run scale}. */
@Command(
        name = "scale",
        mixinStandardHelpOptions = true,
        description =
                "Measures what more cases, more days, more forces and more machines do, and writes docs/scale.md.")
public final class ScaleCommand implements Callable<Integer> {
    /** How large everything is. */
    enum Sizes {
        SMALL,
        FULL
    }

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--sections",
            split = ",",
            defaultValue = "cases,days,state,parallelism,skew,nation",
            description = "Some of ${DEFAULT-VALUE} (default: all).")
    private List<SectionRun> sections;

    @Option(
            names = "--sizes",
            defaultValue = "full",
            description = "full, or small: only to see that all works, with its results in bench/target and no page"
                    + " (default: ${DEFAULT-VALUE}).")
    private Sizes sizes;

    @Option(names = "--seed", defaultValue = "7", description = "Of the synthetic force (default: ${DEFAULT-VALUE}).")
    private long seed;

    private final Path home = Path.of(System.getProperty("vaiwg.home", "."));
    private final Path results = home.resolve("bench").resolve("results");

    @Override
    public Integer call() throws Exception {
        boolean full = sizes == Sizes.FULL;
        Path folder = full ? results : home.resolve("bench").resolve("target");
        for (int i = 0; i < sections.size(); i++) {
            SectionRun section = sections.get(i);
            say("Section " + (i + 1) + " of " + sections.size() + ": " + section.id() + ", " + lastTime(section, folder)
                    + ".");
            section.start(full, seed, folder);
        }
        return full ? page() : 0;
    }

    private static String lastTime(SectionRun section, Path folder) throws IOException {
        Path file = section.file(folder);
        return Files.exists(file)
                ? "which took " + ResultsFile.read(file).fact(SectionRun.SECONDS) + " s last time"
                : "for the first time";
    }

    @Command(
            name = "page",
            mixinStandardHelpOptions = true,
            description = "Writes docs/scale.md from what was measured last.")
    int page() throws IOException {
        for (Map.Entry<String, String> file : ScalePage.files(results).entrySet()) {
            Files.writeString(home.resolve("docs").resolve(file.getKey()), file.getValue());
        }
        say("docs/scale.md is written.");
        return 0;
    }

    private void say(String step) {
        PrintWriter out = spec.commandLine().getErr();
        out.println(step);
        out.flush();
    }
}
