package vaiwg.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import vaiwg.cli.doctor.CertificatesCheck;
import vaiwg.cli.doctor.Check;
import vaiwg.cli.doctor.CheckpointsCheck;
import vaiwg.cli.doctor.ClocksCheck;
import vaiwg.cli.doctor.ConfigurationCheck;
import vaiwg.cli.doctor.DatabaseCheck;
import vaiwg.cli.doctor.DiskCheck;
import vaiwg.cli.doctor.DiskTrendCheck;
import vaiwg.cli.doctor.Doctor;
import vaiwg.cli.doctor.FilesCheck;
import vaiwg.cli.doctor.JobCheck;
import vaiwg.cli.doctor.KafkaCheck;
import vaiwg.cli.doctor.KafkaRightsCheck;
import vaiwg.cli.doctor.Line;
import vaiwg.cli.doctor.PagesCheck;
import vaiwg.cli.doctor.PrometheusCheck;
import vaiwg.cli.doctor.RegistryCheck;
import vaiwg.cli.doctor.RolesCheck;
import vaiwg.cli.doctor.SnapshotsCheck;
import vaiwg.cli.doctor.TablesCheck;
import vaiwg.cli.doctor.TopicsCheck;
import vaiwg.cli.doctor.WatermarkCheck;
import vaiwg.cli.options.BoardAddressOptions;
import vaiwg.cli.options.DatabaseOptions;
import vaiwg.cli.options.EventRulesOptions;
import vaiwg.cli.options.KafkaOptions;
import vaiwg.cli.options.RegistryOptions;
import vaiwg.cli.options.RemoteWriteOptions;
import vaiwg.cli.options.SiteOptions;
import vaiwg.cli.terminal.JsonAnswer;
import vaiwg.jobs.SiteFiles;
import vaiwg.jobs.options.HttpEndpoint;
import vaiwg.jobs.store.BoardAddress;
import vaiwg.kpis.catalogue.Catalogue;

/** Looks at an installation, with the job's own login, and says what is to be done. */
@Command(name = "doctor", mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    private static final Clock CLOCK = Clock.systemUTC();

    @ParentCommand
    private Vaiwg vaiwg;

    @Mixin
    private KafkaOptions kafka;

    @Mixin
    private RegistryOptions registry;

    @Mixin
    private EventRulesOptions rules;

    @Mixin
    private DatabaseOptions database;

    @Mixin
    private RemoteWriteOptions remoteWrite;

    @Mixin
    private BoardAddressOptions board;

    @Option(names = "--board-ca-file", paramLabel = "FILE")
    private Optional<Path> boardAuthority = Optional.empty();

    @Option(names = "--checkpoints", paramLabel = "DIR", defaultValue = "vaiwg-data/checkpoints")
    private Path checkpoints;

    @Mixin
    private SiteOptions site;

    @Option(names = "--json")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<Line> lines = new Doctor(checks()).look(line -> {
            if (!json) {
                String state = line.state().name().toLowerCase(Locale.ROOT);
                out.println("%-8s %-15s %s".formatted(state, line.check(), line.says()));
                out.flush();
            }
        });
        if (json) {
            JsonAnswer.print(out, DoctorAnswer.of(lines));
        }
        return DoctorAnswer.isWell(lines) ? 0 : Vaiwg.FINDING;
    }

    /** Each behind those that it needs. */
    private List<Check> checks() {
        Path folder = checkpoints.toAbsolutePath();
        return List.of(
                new ConfigurationCheck(() -> rules.required(registry.endpoint()), site::sites),
                new FilesCheck(files(folder)),
                new KafkaCheck(kafka::connection),
                new TopicsCheck(kafka::connection),
                new KafkaRightsCheck(kafka::connection),
                new DatabaseCheck(database::database),
                new TablesCheck(database::database, this::catalogue),
                new RolesCheck(database::database),
                new ClocksCheck(kafka::connection, database::database, CLOCK),
                new JobCheck(database::database),
                new WatermarkCheck(kafka::connection, database::database, CLOCK),
                new SnapshotsCheck(database::database, CLOCK),
                new CheckpointsCheck(folder, CLOCK),
                new DiskCheck(folder),
                new PrometheusCheck(remoteWrite::endpoint),
                new DiskTrendCheck(remoteWrite::endpoint),
                new RegistryCheck(registry::endpoint),
                new PagesCheck(this::pages),
                new CertificatesCheck(kafka::connection, database::database, servers(), CLOCK));
    }

    private Catalogue catalogue() {
        return SiteFiles.catalogue(site.sites(rules.ifNamed(Optional.empty()).forces()))
                .get();
    }

    /** What of this machine holds settings, passwords or state. */
    private List<Path> files(Path folder) {
        List<Path> files = new ArrayList<>();
        Stream.of(vaiwg.configuration(), database.passwordFile(), kafka.configFile())
                .flatMap(Optional::stream)
                .filter(file -> !file.toString().isEmpty())
                .forEach(files::add);
        if (Files.isDirectory(folder)) {
            files.add(folder);
        }
        return files;
    }

    private Optional<HttpEndpoint> pages() {
        return board.address()
                .map(BoardAddress::url)
                .map(url ->
                        HttpEndpoint.of(URI.create(url), Optional.empty(), Optional.empty(), Map.of(), boardAuthority));
    }

    private Map<String, Supplier<Optional<HttpEndpoint>>> servers() {
        Map<String, Supplier<Optional<HttpEndpoint>>> servers = new LinkedHashMap<>();
        servers.put("Prometheus", remoteWrite::endpoint);
        servers.put("The schema registry", registry::endpoint);
        servers.put("The board", this::pages);
        return servers;
    }
}
