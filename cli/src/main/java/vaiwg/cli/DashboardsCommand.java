package vaiwg.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vaiwg.grafana.Dashboards;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;

/** Generates Grafana's dashboards and the alert rules of conduct from the catalogue of measures. */
@Command(name = "dashboards", mixinStandardHelpOptions = true)
final class DashboardsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--out", paramLabel = "DIR", defaultValue = "grafana/dashboards")
    private Path out;

    @Option(names = "--conduct-out", paramLabel = "DIR", defaultValue = "grafana/conduct")
    private Path conductOut;

    @Override
    public Integer call() throws IOException {
        Dashboards dashboards = new Dashboards(ShippedCatalogue.get());
        write(dashboards.files(), out);
        write(dashboards.conductFiles(), conductOut.resolve("dashboards"));
        write(dashboards.conductAlerts(), conductOut.resolve("provisioning/alerting"));
        return 0;
    }

    private void write(Map<String, String> files, Path folder) throws IOException {
        Files.createDirectories(folder);
        try (DirectoryStream<Path> there = Files.newDirectoryStream(folder, "*.json")) {
            for (Path file : there) {
                if (!files.containsKey(file.getFileName().toString()) && isOurs(file)) {
                    Files.delete(file);
                }
            }
        }
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        spec.commandLine()
                .getOut()
                .println(files.size() + (files.size() == 1 ? " file is in " : " files are in ") + folder + ".");
    }

    /** Whatever else lies in the folder is not ours to remove. */
    private static boolean isOurs(Path file) throws IOException {
        return Files.readString(file).contains("\"uid\" : \"vaiwg-");
    }
}
