package vaiwg.demo;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vaiwg.cli.Verb;
import vaiwg.cli.options.OptionValues;
import vaiwg.cli.options.SiteOptions;

/** Everything embedded, nothing to install. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Starts a broker and the job in this process and a database beside it, plays a history through them, then"
                    + " continues live.",
            "The synthetic force is generated from published volumes and delays; no person in it exists."
        })
public final class DemoCommand implements Verb {
    @Option(names = "--once", description = "End after the history and print the headlines.")
    private boolean once;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Leave kpi_value.parquet and kpi_day.parquet there (and truth.json, where the force is made up).")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--csv", description = "With --out: leave kpi_value.csv.gz and kpi_day.csv.gz instead.")
    private boolean csv;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "7",
            description = "Seed of the synthetic force (${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "vaiwg-data/demo",
            description = {
                "Where the demo keeps what it needs (${DEFAULT-VALUE}).",
                "A run with the same input that was ended or killed there is resumed."
            })
    private Path data;

    @Option(
            names = "--fresh",
            description = "Start over, whatever the folder holds; so does a history that --once has played to its end.")
    private boolean fresh;

    @Option(
            names = "--parallelism",
            paramLabel = "N",
            defaultValue = "2",
            converter = OptionValues.Positive.class,
            description = "Parallel instances of each operator (${DEFAULT-VALUE}).")
    private int parallelism;

    @ArgGroup
    private Input input = new Input();

    /** What is played: one of the scenarios, or archives. */
    static final class Input {
        @Option(
                names = "--scenario",
                paramLabel = "NAME",
                description = {
                    "west-midlands: three years of a synthetic force (the default); seed-table: the paper's table;",
                    "paper-counts: its other counts, of audits, the CPS, orders and devices."
                })
        private String scenario = Scenario.WEST_MIDLANDS;

        @Option(
                names = "--site",
                paramLabel = "DIR",
                description = "The same three years told of another force: its folder, such as sites/example.")
        private Path site;

        @Option(
                names = "--archive",
                arity = "1..*",
                paramLabel = "PATH",
                description = {
                    "A data.police.uk archive: zip, folder or CSV files.",
                    "One that repeats a monthly file of those before it is a later release, and corrects them."
                })
        private List<Path> archives = List.of();
    }

    private DemoInput played() {
        if (input.site != null) {
            return DemoInput.ofSite(SiteOptions.read(List.of(input.site)), seed);
        }
        return input.archives.isEmpty() ? DemoInput.named(input.scenario, seed) : DemoInput.ofArchives(input.archives);
    }

    @Override
    public Integer call() throws Exception {
        return new Demo(played(), new Demo.Settings(data, fresh, parallelism, once, out, csv), Clock.systemUTC()).run();
    }
}
