package vaiwg.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vaiwg.cli.options.SiteOptions;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.DictionaryText;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.files.MeasureFile;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.kpis.reference.CodeMaps;

/** The dictionary of measures. */
@Command(name = "kpis", mixinStandardHelpOptions = true)
final class KpisCommand extends PrintingVerb {
    @Option(names = "--check", paramLabel = "FILE")
    private Path check;

    @Mixin
    private SiteOptions site;

    @Override
    public Integer call() {
        if (check != null) {
            say(checked());
            return 0;
        }
        out().print(new DictionaryText(ShippedCatalogue.of(site.sites())).dictionary());
        out().flush();
        return 0;
    }

    private String checked() {
        try {
            List<Measure> measures =
                    MeasureFile.read(check.getFileName().toString(), Files.readString(check), site.areas());
            new Catalogue(measures, CodeMaps.shipped());
            return "%s: %d measures, all of which can be counted.".formatted(check.getFileName(), measures.size());
        } catch (IllegalStateException e) {
            throw CommandFailure.wrongUsage(e.getMessage());
        } catch (IOException e) {
            throw CommandFailure.wrongUsage("The file " + check + " cannot be read; name a file of measures.");
        }
    }
}
