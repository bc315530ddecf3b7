package vaiwg.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import vaiwg.cli.doctor.Check;
import vaiwg.cli.doctor.DatabaseChecks;
import vaiwg.cli.doctor.Doctor;
import vaiwg.cli.doctor.Findings;
import vaiwg.cli.doctor.Findings.Line;
import vaiwg.cli.doctor.Findings.State;
import vaiwg.cli.doctor.KafkaChecks;
import vaiwg.cli.doctor.MachineChecks;
import vaiwg.cli.doctor.PrometheusChecks;
import vaiwg.cli.doctor.ServerChecks;
import vaiwg.cli.doctor.TimeChecks;
import vaiwg.cli.doctor.TlsServer;
import vaiwg.cli.options.BoardAddressOptions;
import vaiwg.cli.options.JobInputOptions;
import vaiwg.cli.options.RemoteWriteOptions;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.cli.terminal.JsonAnswer;
import vaiwg.jobs.options.Forces;
import vaiwg.jobs.options.HttpEndpoint;
import vaiwg.jobs.store.BoardAddress;
import vaiwg.kpis.catalogue.Catalogue;

/** Looks at an installation, with the job's own login, and says what is to be done. */
@Command(name = "doctor", mixinStandardHelpOptions = true)
final class DoctorCommand extends PrintingVerb {
    private static final Clock CLOCK = Clock.systemUTC();

    @ParentCommand
    private Vaiwg vaiwg;

    @Mixin
    private JobInputOptions inputs;

    @Mixin
    private RemoteWriteOptions remoteWrite;

    @Mixin
    private BoardAddressOptions board;

    @Option(names = "--board-ca-file", paramLabel = "FILE")
    private Optional<Path> boardAuthority = Optional.empty();

    @Option(names = "--checkpoints", paramLabel = "DIR", defaultValue = "vaiwg-data/checkpoints")
    private Path checkpoints;

    @Option(names = "--json")
    private boolean json;

    /**
     * What {@code --json} prints.
     *
     * @param well whether nobody has anything to do
     */
    private record Answer(boolean well, List<Line> checks) {}

    @Override
    public Integer call() {
        PrintWriter out = out();
        List<Line> lines = new Doctor(checks()).look(line -> {
            if (!json) {
                out.println("%-8s %-15s %s".formatted(line.state(), line.check(), line.says()));
                out.flush();
            }
        });
        boolean isWell = lines.stream().noneMatch(line -> line.state() == State.DO);
        if (json) {
            JsonAnswer.print(out, new Answer(isWell, lines));
        }
        return isWell ? 0 : Vaiwg.FINDING;
    }

    /** Each behind those that it needs. */
    private List<Check> checks() {
        Path folder = checkpoints.toAbsolutePath();
        List<Check> checks = new ArrayList<>(List.of(new Check("configuration", this::configuration)));
        checks.addAll(new MachineChecks(files(folder), folder, CLOCK).all());
        checks.addAll(new KafkaChecks(inputs::kafka, inputs.registryOptions()::endpoint).all());
        checks.addAll(new DatabaseChecks(inputs::database, this::catalogue, CLOCK).all());
        checks.addAll(new TimeChecks(inputs::kafka, inputs::database, CLOCK).all());
        checks.addAll(new PrometheusChecks(remoteWrite::endpoint).all());
        checks.addAll(
                new ServerChecks(inputs.registryOptions()::endpoint, this::pages, this::encryptedServers, CLOCK).all());
        return checks;
    }

    /** Whether the forces are named, and their folders can be read as the job would read them. */
    private void configuration(Findings found) {
        Forces forces = inputs.events().forces();
        Set<String> folders = inputs.siteOptions().sites(forces).forces();
        Set<String> counted = forces.slugs().orElse(Set.of());
        String without =
                counted.stream().filter(force -> !folders.contains(force)).collect(Collectors.joining(", "));
        found.ok("Events of " + String.join(", ", counted) + " are counted"
                + (without.isEmpty() ? ", by their folders." : "; without a folder of its own: " + without + "."));
    }

    private Catalogue catalogue() {
        return inputs.catalogue(inputs.eventsIfNamed()).get();
    }

    /** What of this machine holds settings, passwords or state. */
    private List<Path> files(Path folder) {
        List<Path> files = new ArrayList<>();
        Stream.of(
                        vaiwg.configuration(),
                        inputs.databaseOptions().passwordFile(),
                        inputs.kafkaOptions().configFile())
                .flatMap(Optional::stream)
                .filter(file -> !file.toString().isEmpty())
                .forEach(files::add);
        files.addAll(secretFiles(remoteWrite::endpoint));
        files.addAll(secretFiles(inputs.registryOptions()::endpoint));
        if (Files.isDirectory(folder)) {
            files.add(folder);
        }
        return files;
    }

    private static List<Path> secretFiles(Supplier<Optional<HttpEndpoint>> endpoint) {
        try {
            return endpoint.get().map(HttpEndpoint::secretFiles).orElse(List.of());
        } catch (CommandFailure e) {
            // What is wrong with its options, or a file that cannot be read, tells the check that asks the server.
            return List.of();
        }
    }

    private Optional<HttpEndpoint> pages() {
        return board.address()
                .map(BoardAddress::url)
                .map(url ->
                        HttpEndpoint.of(URI.create(url), Optional.empty(), Optional.empty(), Map.of(), boardAuthority));
    }

    private List<TlsServer> encryptedServers() {
        Map<String, Optional<HttpEndpoint>> asked = new LinkedHashMap<>();
        asked.put("Prometheus", remoteWrite.endpoint());
        asked.put("the schema registry", inputs.registryOptions().endpoint());
        asked.put("the board", pages());
        return TlsServer.of(inputs.kafka(), inputs.database(), asked);
    }
}
